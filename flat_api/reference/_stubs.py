"""The stubs of both `_resources`: what editors and type checkers know of the operations in the plain form."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping

from .._resources import AWAITED, PLAIN, Form, beside
from ..operations import Keyword, Keywords, Operation, is_list, is_paginated
from ..operations._catalogue import own_operations, services
from ..schemas import BinarySchema
from ._annotations import Arguments, any_mapping, union, value_type
from ._body_types import all_bodies, body_arguments
from ._printing import INDENT, Names, docstring, method

_HEAD = '''\
"""Printed by ``python -m flat_api.reference`` from the declarations in `flat_api.apis.tags`; don't edit it."""
'''

_RUNTIME = """
_P = ParamSpec("_P")
_D = ParamSpec("_D")
_R = TypeVar("_R")
_Item = TypeVar("_Item")

def _command(operation: Callable[Concatenate[Any, _P], None]) -> {prefix}Command[_P]: ...
def _call(operation: Callable[Concatenate[Any, _P], _R]) -> {prefix}Call[_P, _R]: ...
def _list(operation: Callable[Concatenate[Any, _P], ListSchema[_Item]]) -> {prefix}ListCall[_P, _Item]: ...
def _paged(operation: Callable[Concatenate[Any, _P], ListSchema[_Item]]) -> {prefix}PagedCall[_P, _Item]: ...
def _download(
    save: Callable[Concatenate[Any, _D], Path],
) -> Callable[[Callable[Concatenate[Any, _P], _R]], {prefix}DownloadCall[_P, _R, _D]]: ...
"""

_CALLS = '''
class Form(NamedTuple):
    home: str
    beside: str
    prefix: str = ""

PLAIN: Form
AWAITED: Form

def beside(service_class: type[Api], form: Form) -> list[str]: ...
def calls_class(service_class: type[Api], form: Form = ..., operation: type[PlainOperation] = ...) -> type[Calls]: ...
def calls_called(name: str, form: Form = ..., operation: type[PlainOperation] = ...) -> type[Calls]: ...

class Calls:
    """Operations in the plain form, with the client they share."""

    service: Api
    def __init__(self, api_client: Any) -> None: ...
'''

_FIXED = {
    "collections.abc": ("Callable",),
    "pathlib": ("Path",),
    "typing": ("Any", "Concatenate", "ParamSpec", "TypeVar"),
    "flat_api.configuration": ("TimeoutSetting",),
    "flat_api.schemas": ("ListSchema",),
}

_FORMS = ("Call", "Command", "DownloadCall", "ListCall", "PagedCall")


class _Kind(typing.NamedTuple):
    """One of the stubs: of the module *home*, for *form*, with *fixed* imports, and *calls* or where they come from."""

    form: Form
    fixed: Mapping[str, tuple[str, ...]]
    calls: str = ""


_KINDS = (
    _Kind(
        PLAIN,
        {
            "flat_api.api_client": ("Api",),
            "flat_api.operations": (*_FORMS, "PlainOperation"),
            "typing": ("NamedTuple",),
        },
        _CALLS,
    ),
    _Kind(
        AWAITED,
        {
            "flat_api._resources": ("Calls",),
            "flat_api.aio._calls": tuple(f"Async{name}" for name in _FORMS),
        },
    ),
)

_SAVED = (
    "path: str | PathLike[str]",
    "*",
    "overwrite: bool = ...",
    "progress: Progress | None = ...",
)


def resources_stubs() -> dict[str, str]:
    """The texts of the stubs by the module: a class for each tag, with a method for each of its operations."""
    bodies = all_bodies()
    return {kind.form.home: _text(kind, bodies) for kind in _KINDS}


def _text(kind: _Kind, bodies: Mapping[type, str]) -> str:
    stub = _Stub(kind, bodies)
    classes = [line for cls in services("flat_api") for line in stub.of(cls)]
    runtime = _RUNTIME.format(prefix=kind.form.prefix) + kind.calls
    return "\n".join([_HEAD, *stub.names.imports(), runtime, *classes]).rstrip() + "\n"


def answer_type(cls: type[object] | None, names: Names) -> str:
    """Return what an operation whose answer has a body of *cls* returns, as an annotation."""
    if cls is None:
        return "None"
    return names.add("builtins", "bytes") if issubclass(cls, BinarySchema) else value_type(cls, names)


def _returned(operation: Operation[typing.Any], names: Names) -> str:
    """Return what a call of *operation* gives, as an annotation: the bodies of all its successes."""
    successes = [answer.content for status, answer in operation.responses.items() if status.startswith("2")]
    schemas = [next(iter(content.values())).schema if content else None for content in successes]
    return union(answer_type(cls, names) for cls in schemas or [None])


class _Stub:
    """Writes the classes; *bodies* are the TypedDicts of what the operations send."""

    def __init__(self, kind: _Kind, bodies: Mapping[type, str]) -> None:
        self._form = kind.form
        self.names = names = Names(kind.form.home)
        for module, found in (*_FIXED.items(), *kind.fixed.items()):
            for name in found:
                names.add(module, name)
        self._arguments = Arguments(names)
        self._bodies = body_arguments(names, bodies)

    def of(self, cls: type) -> Iterator[str]:
        """The lines of the class for *cls*, and a blank one behind."""
        others = [self.names.add(self._form.beside, name) for name in beside(cls, self._form)]
        bases = ", ".join([*others, "Calls"])
        yield f"class {self._form.prefix}{cls.__name__.removesuffix('Api')}Calls({bases}):"
        yield from _about((cls.__doc__ or "").strip(), INDENT)
        yield ""
        for name, operation in own_operations(cls).items():
            yield from self._method(name, operation)
        yield ""

    def _method(self, name: str, operation: Operation[typing.Any]) -> Iterator[str]:
        keywords = Keywords(operation)
        parameters = [self._parameter(entry) for entry in keywords.all.values()]
        decorator = "_paged" if is_paginated(operation) else "_list" if is_list(operation) else "_call"
        if operation.returns is None:
            decorator = "_command"
        elif operation.is_download:
            self.names.add("os", "PathLike")
            self.names.add("flat_api.operations", "Progress")
            decorator = f"_download(_save_{name})"
            yield from method(f"_save_{name}", ["self", *_SAVED, *parameters], "Path", " ...", INDENT)
        yield f"    @{decorator}"
        yield from method(name, ["self", "*", *parameters], _returned(operation, self.names), "", INDENT)
        yield from _about(keywords.doc, INDENT * 2)

    def _parameter(self, entry: Keyword) -> str:
        if entry.schema is not None:
            wanted = (self._bodies if entry.place == "body" else self._arguments).of(entry.schema)
        elif entry.place == "extra_body":
            wanted = any_mapping(self.names)
        elif entry.place in ("extra_headers", "extra_query"):
            self.names.add("collections.abc", "Mapping")
            values = "str" if entry.place == "extra_headers" else self.names.add("flat_api.operations", "QueryValue")
            wanted = f"Mapping[str, {values}] | None"
        else:
            wanted = "TimeoutSetting" if entry.place == "timeout" else "str"
        return f"{entry.name}: {wanted}{'' if entry.required else ' = ...'}"


def _about(text: str, indent: str) -> Iterator[str]:
    return docstring(text, indent, hanging=INDENT)
