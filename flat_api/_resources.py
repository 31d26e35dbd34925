"""The operations of each tag in the plain form: `TaskCalls` has what `flat_api.apis.tags.task_api.TaskApi` declares.

The classes are made when they are asked for. What editors and type checkers know of them is in `_resources.pyi`, which
``python -m flat_api.reference`` prints from the same declarations.
"""

from __future__ import annotations

import difflib
import importlib
import re
import typing

from .operations import PlainOperation
from .operations._catalogue import own_operations

if typing.TYPE_CHECKING:
    from .api_client import Api, ApiClient


class Calls:
    """Operations in the plain form, all of one class of operations, *service_class*, with the client they share."""

    service_class: typing.ClassVar[type[Api]]

    def __init__(self, api_client: ApiClient) -> None:
        self.service = self.service_class(api_client)

    def __getattr__(self, name: str) -> typing.NoReturn:
        names = self.__dir__()
        near = difflib.get_close_matches(name, names, 1)
        hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(names)}"
        raise AttributeError(f"{type(self).__name__} has no operation {name!r}, {hint}", name=name, obj=self)

    def __dir__(self) -> list[str]:
        operations = [name for name, entry in vars(type(self)).items() if isinstance(entry, PlainOperation)]
        return [*operations, *(name for cls in beside(self.service_class) for name in vars(cls) if name[0] != "_")]

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {', '.join(dir(self))}>"


# Methods beside the operations of a class: the classes of `flat_api.tasks` that have them.
BESIDE = {"ScoreApi": "Exports", "TaskApi": "Tasks"}


def calls_class(service_class: type[Api]) -> type[Calls]:
    """A class with the operations of *service_class* in the plain form."""
    found = {name: PlainOperation(entry) for name, entry in own_operations(service_class).items()}
    facts: dict[str, object] = {"__doc__": service_class.__doc__, "__module__": __name__}
    name = f"{service_class.__name__.removesuffix('Api')}Calls"
    return type(name, (*beside(service_class), Calls), {**facts, "service_class": service_class, **found})


def beside(service_class: type[Api]) -> tuple[type, ...]:
    """The classes with what *service_class* can do beside its operations."""
    name = BESIDE.get(service_class.__name__)
    return (getattr(importlib.import_module(".tasks", __package__), name),) if name else ()


def __getattr__(name: str) -> type[Calls]:
    tag, is_calls, rest = name.partition("Calls")
    if not tag or not is_calls or rest:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = f"{__package__}.apis.tags.{re.sub(r'(?<=[a-z])(?=[A-Z])', '_', tag).lower()}_api"
    try:
        service_class = getattr(importlib.import_module(module), f"{tag}Api")
    except ModuleNotFoundError as error:
        if error.name != module:  # one that it imports is missing
            raise
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None
    found = globals()[name] = calls_class(service_class)
    return found
