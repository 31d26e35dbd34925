"""Many values at once: NDJSON files of any size, tables of Apache Arrow, and clusters of Dask.

`read_ndjson` reads files as instances. `to_table` and `to_batches` turn instances into Arrow data, and so Parquet
files, pandas and polars; `from_table` turns them back. `read_ndjson_bag` and `read_ndjson_dataframe` read on many
machines.

The extra ``bulk`` brings pyarrow and zstd, the extra ``dask`` also Dask; nothing of them is imported before it is
needed.
"""

from __future__ import annotations

import importlib
import typing

if typing.TYPE_CHECKING:
    from ._arrow import arrow_schema, from_table, to_batches, to_table
    from ._dask import read_ndjson_bag, read_ndjson_dataframe
    from ._errors import RejectedLineError, UnreadableFileError, UnwritableFileError, WorkerError
    from ._reading import read_ndjson
    from ._validation import RejectedLine

__all__ = [
    "RejectedLine",
    "RejectedLineError",
    "UnreadableFileError",
    "UnwritableFileError",
    "WorkerError",
    "arrow_schema",
    "from_table",
    "read_ndjson",
    "read_ndjson_bag",
    "read_ndjson_dataframe",
    "to_batches",
    "to_table",
]

_HOMES = {
    **dict.fromkeys(("arrow_schema", "from_table", "to_batches", "to_table"), "_arrow"),
    **dict.fromkeys(("read_ndjson_bag", "read_ndjson_dataframe"), "_dask"),
    **dict.fromkeys(("RejectedLineError", "UnreadableFileError", "UnwritableFileError", "WorkerError"), "_errors"),
    "RejectedLine": "_validation",
    "read_ndjson": "_reading",
}


def __getattr__(name: str) -> typing.Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f".{_HOMES[name]}", __name__), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
