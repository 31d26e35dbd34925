"""Many values at once: tables of Apache Arrow, and so Parquet files, pandas and polars.

`to_table` and `to_batches` turn instances into Arrow data, `from_table` turns them back. The extra ``bulk`` brings
pyarrow; nothing of it is imported before it is asked for.
"""

from __future__ import annotations

import importlib
import typing

if typing.TYPE_CHECKING:
    from ._arrow import arrow_schema, from_table, to_batches, to_table

__all__ = ["arrow_schema", "from_table", "to_batches", "to_table"]

_HOMES = dict.fromkeys(("arrow_schema", "from_table", "to_batches", "to_table"), "_arrow")


def __getattr__(name: str) -> typing.Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f".{_HOMES[name]}", __name__), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
