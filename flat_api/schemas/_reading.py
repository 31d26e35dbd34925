"""Lenient reading: the value for data that may not fit its schema, and what does not fit in a value."""

from __future__ import annotations

import typing

from ..exceptions import ApiTypeError, Problem
from ._declaration import matched_of
from ._schema import Schema, slow_path

if typing.TYPE_CHECKING:
    from ..configuration import Configuration

S_co = typing.TypeVar("S_co", bound=Schema, covariant=True)
S = typing.TypeVar("S", bound=Schema)


class Reading(typing.NamedTuple, typing.Generic[S_co]):
    """A *value* and the *problems* with it: what the strict reading of the same data would raise."""

    value: S_co
    problems: tuple[Problem, ...]


def read(cls: type[S], data: typing.Any, configuration: Configuration | None = None) -> Reading[S]:
    """Return the value of *cls* for *data* of a server, read leniently, with its problems.

    The value is that of ``cls.from_openapi_data_oapg(data, configuration, lenient=True)``; what is raised is the same.
    """
    if configuration is None:
        try:
            return Reading(cls._converter(data), ())
        except Exception:  # the walk finds out what it was, or accepts the value all the same
            pass
    return Reading(*slow_path().explain_leniently(cls, data, server=True, configuration=configuration))


def read_json(cls: type[S], text: str | bytes | bytearray, configuration: Configuration | None = None) -> Reading[S]:
    """Return the value of *cls* for JSON *text*, read leniently, with its problems.

    Raises `ApiValueError` for text that is not JSON, and what `read` raises.
    """
    if cls._reader is not None and configuration is None:
        try:
            return Reading(cls._reader(text), ())
        except Exception:  # as above
            pass
    from . import _json  # json is slow to import

    return read(cls, _json.decode(text), configuration)


def problems_of(value: Schema) -> tuple[Problem, ...]:
    """Return what does not fit in *value*, an instance: the problems that a strict reading of its data would raise.

    Empty unless the instance was read leniently or with checks left out. It is validated again for this, so copies,
    unpickled and changed instances tell their problems as well.

    >>> from flat_api.model.task import Task
    >>> task = Task.from_json('{"state": "paused", "progress": {"percent": null}}', lenient=True)
    >>> for problem in problems_of(task):
    ...     print(*problem.path[1:], problem.kind)
    state enum
    progress percent type
    """
    if not isinstance(value, Schema):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise ApiTypeError(f"expected an instance of a schema class, got {type(value).__name__}")
    problems: tuple[Problem, ...] = slow_path().problems_with(value, matched_of(value)[:1])
    return problems  # of the class that was asked for: it asks those it is composed of
