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
    from .api_client import Api


class Calls:
    """Operations in the plain form, all of one class of operations, *service_class*, with the client they share."""

    service_class: typing.ClassVar[type[Api]]

    def __init__(self, api_client: typing.Any) -> None:
        self.service = self.service_class(api_client)

    def __getattr__(self, name: str) -> typing.NoReturn:
        names = self.__dir__()
        near = difflib.get_close_matches(name, names, 1)
        hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(names)}"
        raise AttributeError(f"{type(self).__name__} has no operation {name!r}, {hint}", name=name, obj=self)

    def __dir__(self) -> list[str]:
        operations = [name for name, entry in vars(type(self)).items() if isinstance(entry, PlainOperation)]
        others = [cls for cls in type(self).__bases__ if cls is not Calls]
        return [*operations, *(name for cls in others for name in vars(cls) if name[0] != "_")]

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {', '.join(dir(self))}>"


class Form(typing.NamedTuple):
    """A way to call operations, in classes of the module *home* whose names begin with *prefix*.

    *beside* is the module with what these classes have beside operations.
    """

    home: str
    beside: str
    prefix: str = ""


PLAIN = Form(__name__, f"{__package__}.tasks")
AWAITED = Form(f"{__package__}.aio._resources", f"{__package__}.aio._tasks", "Async")

BESIDE = {"ScoreApi": "Exports", "TaskApi": "Tasks"}
"""What classes of operations have beside them."""


def beside(service_class: type[Api], form: Form) -> list[str]:
    """The names of the classes with what *service_class* can do beside its operations."""
    name = BESIDE.get(service_class.__name__)
    return [f"{form.prefix}{name}"] if name else []


def calls_class(
    service_class: type[Api], form: Form = PLAIN, operation: type[PlainOperation] = PlainOperation
) -> type[Calls]:
    """A class with the operations of *service_class*, each as an *operation*."""
    found = {name: operation(entry) for name, entry in own_operations(service_class).items()}
    facts: dict[str, object] = {"__doc__": service_class.__doc__, "__module__": form.home}
    name = f"{form.prefix}{service_class.__name__.removesuffix('Api')}Calls"
    others = [getattr(importlib.import_module(form.beside), other) for other in beside(service_class, form)]
    return type(name, (*others, Calls), {**facts, "service_class": service_class, **found})


def calls_called(name: str, form: Form = PLAIN, operation: type[PlainOperation] = PlainOperation) -> type[Calls]:
    """The class of operations called *name*; raises AttributeError where there is none."""
    tag, is_calls, rest = name.removeprefix(form.prefix).partition("Calls")
    if not tag or not is_calls or rest or not name.startswith(form.prefix):
        raise AttributeError(f"module {form.home!r} has no attribute {name!r}")
    module = f"{__package__}.apis.tags.{re.sub(r'(?<=[a-z])(?=[A-Z])', '_', tag).lower()}_api"
    try:
        service_class = getattr(importlib.import_module(module), f"{tag}Api")
    except ModuleNotFoundError as error:
        if error.name != module:  # one that it imports is missing
            raise
        raise AttributeError(f"module {form.home!r} has no attribute {name!r}") from None
    return calls_class(service_class, form, operation)


def __getattr__(name: str) -> type[Calls]:
    found = globals()[name] = calls_called(name)
    return found
