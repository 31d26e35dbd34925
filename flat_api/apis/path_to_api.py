"""The classes of operations by path."""

import importlib
import typing

from ._paths import PathValues, class_name
from ._service import FlatApi


def _class(path: typing.Any) -> type[FlatApi]:
    module = path.name.lower()
    found: type[FlatApi] = getattr(importlib.import_module(f"flat_api.apis.paths.{module}"), class_name(module))
    return found


path_to_api: dict[typing.Any, type[FlatApi]] = {path: _class(path) for path in PathValues}

_typed_dict: typing.Any = typing.TypedDict  # the checkers want to read the names, and these are computed
PathToApi = _typed_dict("PathToApi", {path.value: type[cls] for path, cls in path_to_api.items()})
