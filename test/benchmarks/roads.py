"""Proof that what is timed as the fast road is the fast road.

A refused value is explained by the plain walk, which is many times slower. A good value that went there by
mistake would still be read correctly, so no other test would notice; here the walk is counted.
"""

import timeit
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import cattrs
import pydantic

from flat_api.exceptions import OpenApiException

from ..schemas.roads import counted_walks
from .contenders import AttrsTask, PydanticTask, Task, attrs_converter
from .samples import Json

E = TypeVar("E", bound=Exception)
EXECUTIONS = 2


def check_road(name: str, statement: str, names: Mapping[str, Any], slow: bool = False) -> None:
    """Raise AssertionError unless *statement* takes the plain walk when *slow*, and never otherwise."""
    with counted_walks() as walks:
        timeit.timeit(statement, number=EXECUTIONS, globals=dict(names))
    if len(walks) < EXECUTIONS if slow else walks:
        found = f"the walk ran {len(walks)} times in {EXECUTIONS} executions"
        raise AssertionError(f"{name}: {found}")


def check_refusals(bad: Json) -> None:
    """Raise AssertionError unless all who list problems find the same number of them in the *bad* Task."""
    found = {
        "flat_api": len(_refusal(OpenApiException, Task.from_openapi_data_oapg, bad).problems),
        "pydantic": _refusal(pydantic.ValidationError, PydanticTask.model_validate, bad).error_count(),
        "cattrs": len(cattrs.transform_error(_refusal(Exception, _read_attrs, bad))),
    }
    if len(set(found.values())) != 1:
        raise AssertionError(f"the contenders do not agree on the problems of the bad Task: {found}")


def _read_attrs(data: Json) -> AttrsTask:
    return attrs_converter.structure(data, AttrsTask)


def _refusal(kind: type[E], read: Callable[[Json], object], data: Json) -> E:
    try:
        read(data)
    except kind as error:
        return error
    raise AssertionError(f"{read.__qualname__} accepted {data}")
