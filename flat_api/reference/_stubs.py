"""The stub of `flat_api._resources`: what editors and type checkers know of the operations in the plain form."""

from __future__ import annotations

import decimal
import textwrap
import typing
from collections.abc import Iterable, Iterator

from frozendict import frozendict

from .._resources import beside
from ..operations import Keyword, Keywords, Operation, is_paginated
from ..operations._catalogue import own_operations, services
from ..schemas import BinarySchema, BoolClass, Declaration, FileIO, NoneClass, declaration_of
from ._writer import JSON_TYPES

WIDTH = 120

_HEAD = '''\
"""Printed by ``python -m flat_api.reference`` from the declarations in `flat_api.apis.tags`; don't edit it."""
'''

_RUNTIME = '''
_P = ParamSpec("_P")
_D = ParamSpec("_D")
_R = TypeVar("_R")
_Item = TypeVar("_Item")

def _command(operation: Callable[Concatenate[Any, _P], None]) -> Command[_P]: ...
def _call(operation: Callable[Concatenate[Any, _P], _R]) -> Call[_P, _R]: ...
def _paged(operation: Callable[Concatenate[Any, _P], ListSchema[_Item]]) -> PagedCall[_P, _Item]: ...
def _download(
    save: Callable[Concatenate[Any, _D], Path],
) -> Callable[[Callable[Concatenate[Any, _P], _R]], DownloadCall[_P, _R, _D]]: ...
def calls_class(service_class: type[Api]) -> type[Calls]: ...
def beside(service_class: type[Api]) -> tuple[type, ...]: ...

class Calls:
    """Operations in the plain form, with the client they share."""

    service: Api
    def __init__(self, api_client: ApiClient) -> None: ...
'''

_FIXED = {
    "collections.abc": {"Callable"},
    "pathlib": {"Path"},
    "typing": {"Any", "Concatenate", "ParamSpec", "TypeVar"},
    ".api_client": {"Api", "ApiClient"},
    ".configuration": {"TimeoutSetting"},
    ".operations": {"Call", "Command", "DownloadCall", "PagedCall"},
    ".schemas": {"ListSchema"},
}

_SAVED = (
    "path: str | PathLike[str]",
    "*",
    "overwrite: bool = ...",
    "progress: Progress | None = ...",
)


def resources_stub() -> str:
    """The text of ``flat_api/_resources.pyi``: a class for each tag, with a method for each of its operations."""
    names = Names()
    classes = [line for cls in services("flat_api") for line in _class(cls, names)]
    return "\n".join([_HEAD, *names.imports(), _RUNTIME, *classes]).rstrip() + "\n"


class Names:
    """The names that the stub takes from other modules."""

    def __init__(self) -> None:
        self._found: dict[str, set[str]] = {module: set(names) for module, names in _FIXED.items()}

    def add(self, module: str, name: str) -> str:
        """*name* of *module*, which the stub may use from now on."""
        self._found.setdefault(module, set()).add(name)
        return name

    def of(self, cls: type) -> str:
        """The name of *cls*, with those of the classes it is in."""
        package, _, rest = cls.__module__.partition(".")
        public = "schemas" if rest.startswith("schemas.") else rest
        module = f".{public}" if package == "flat_api" else cls.__module__
        outer, dot, inner = cls.__qualname__.partition(".")
        return f"{self.add(module, outer)}{dot}{inner}"

    def imports(self) -> Iterator[str]:
        """The import statements, those of the standard library first."""
        own = sorted(module for module in self._found if module.startswith("."))
        for module in sorted(self._found.keys() - set(own)):
            yield f"from {module} import {', '.join(sorted(self._found[module]))}"
        yield ""
        for module in own:
            yield f"from {module} import {', '.join(sorted(self._found[module]))}"


def argument_type(cls: type[object], names: Names) -> str:
    """What may be passed for a value of *cls*, as an annotation: instances, and the plain Python they are made of."""
    if issubclass(cls, BinarySchema):
        return _union([*_plain_types(bytes, names), *_plain_types(FileIO, names)])
    declaration = declaration_of(cls)
    texts = [value for value in declaration.enum or () if isinstance(value, str)]
    if texts and not declaration.types.difference((str, NoneClass)):
        literal = f"{names.add('typing', 'Literal')}[{', '.join(map(_quoted, texts))}]"
        return _union([literal, *_own_name(cls, names), *(["None"] if NoneClass in declaration.types else [])])
    if declaration.composed or declaration.types.issuperset(JSON_TYPES):
        return names.add("typing", "Any")
    kinds = [kind for kind in _KINDS if kind in declaration.types]
    found = list(_own_name(cls, names)) if frozendict in kinds else []
    return _union([*found, *(text for kind in kinds for text in _plain_types(kind, names, declaration))])


def _quoted(text: str) -> str:
    """*text* as a literal, in double quotes unless it holds some."""
    return repr(str(text)) if '"' in text else f'"{repr(str(text))[1:-1]}"'


def _own_name(cls: type, names: Names) -> Iterator[str]:
    if not _is_anonymous(cls):
        yield names.of(cls)


def _is_anonymous(cls: type) -> bool:
    """Whether *cls* was made inside a declaration, so that there is no name to find it by."""
    return "_anonymous" in vars(cls)


_KINDS: tuple[type, ...] = (frozendict, tuple, str, decimal.Decimal, BoolClass, bytes, FileIO, NoneClass)
"""The kinds of instances, in the order in which an annotation has them."""

_BY_FORMAT = {"date-time": ("datetime", "datetime"), "date": ("datetime", "date"), "uuid": ("uuid", "UUID")}


def _plain_types(kind: type, names: Names, declaration: Declaration | None = None) -> Iterator[str]:
    """The types of Python that become a *kind* of instance, as *declaration* has it."""
    formats = declaration.formats if declaration else ()
    items: typing.Any = declaration.items if declaration else None
    if kind is frozendict:
        yield f"{names.add('collections.abc', 'Mapping')}[str, Any]"
    elif kind is tuple:
        held = "Any" if items is None else argument_type(items, names)
        yield f"{names.add('collections.abc', 'Sequence')}[{held}]"
    elif kind is str:
        yield "str"
        yield from (names.add(*_BY_FORMAT[name]) for name in formats if name in _BY_FORMAT)
    elif kind is decimal.Decimal:
        yield "int" if "integer" in formats else "float"
        yield names.add("decimal", "Decimal")
    elif kind is BoolClass:
        yield "bool"
        yield names.add(".schemas", "BoolClass")
    elif kind is bytes:
        yield "bytes"
    elif kind is FileIO:
        yield names.add("io", "FileIO")
        yield names.add("io", "BufferedReader")
    elif kind is NoneClass:
        yield "None"


def answer_type(cls: type[object] | None, names: Names) -> str:
    """What a value of *cls* is, as an annotation."""
    if cls is None:
        return "None"
    if issubclass(cls, BinarySchema):
        return "bytes"
    if not _is_anonymous(cls):
        return names.of(cls)
    declaration = declaration_of(cls)
    if declaration.composed or NoneClass in declaration.types:
        return names.add("typing", "Any")
    if tuple in declaration.types:
        items: typing.Any = declaration.items
        return f"ListSchema[{'Any' if items is None else answer_type(items, names)}]"
    return answer_type(cls.__mro__[1], names)


def _union(texts: Iterable[str]) -> str:
    return " | ".join(dict.fromkeys(texts))


def _class(cls: type, names: Names) -> Iterator[str]:
    bases = ", ".join([*map(names.of, beside(cls)), "Calls"])
    yield f"class {cls.__name__.removesuffix('Api')}Calls({bases}):"
    yield from _docstring((cls.__doc__ or "").strip(), 4)
    yield ""
    for name, operation in own_operations(cls).items():
        yield from _method(name, operation, names)
    yield ""


def _method(name: str, operation: Operation[typing.Any], names: Names) -> Iterator[str]:
    keywords = Keywords(operation)
    parameters = [_parameter(entry, names) for entry in keywords.all.values()]
    decorator = "_paged" if is_paginated(operation) else "_call"
    if operation.returns is None:
        decorator = "_command"
    elif operation.is_download:
        names.add("os", "PathLike")
        names.add(".operations", "Progress")
        decorator = f"_download(_save_{name})"
        yield from _definition(f"_save_{name}", [*_SAVED, *parameters], "Path", " ...")
    yield f"    @{decorator}"
    yield from _definition(name, ["*", *parameters], answer_type(operation.returns, names))
    yield from _docstring(keywords.doc, 8)


def _parameter(entry: Keyword, names: Names) -> str:
    wanted = "TimeoutSetting" if entry.name == "timeout" else "str"
    if entry.schema is not None:
        wanted = argument_type(entry.schema, names)
    elif entry.place == "extra_body":
        wanted = f"{names.add('collections.abc', 'Mapping')}[str, Any]"
    return f"{entry.name}: {wanted}{'' if entry.required else ' = ...'}"


def _definition(name: str, parameters: list[str], returns: str, body: str = "") -> Iterator[str]:
    line = f"    def {name}(self, {', '.join(parameters)}) -> {returns}:{body}"
    if len(line) <= WIDTH:
        yield line
        return
    yield f"    def {name}("
    for parameter in ("self", *parameters):
        yield from _long(f"        {parameter},")
    yield f"    ) -> {returns}:{body}"


def _long(line: str) -> Iterator[str]:
    """*line*, a parameter, on several lines where it is too long for one."""
    if len(line) <= WIDTH:
        yield line
        return
    name, _, annotation = line.strip().rstrip(",").partition(": ")
    annotation, _, default = annotation.partition(" = ")
    first, *rest = annotation.split(" | ")
    yield f"        {name}: {first}"
    for number, text in enumerate(rest, 1):
        yield f"        | {text}" + (f"{' = ' if default else ''}{default}," if number == len(rest) else "")


def _docstring(text: str, indent: int) -> Iterator[str]:
    room = WIDTH - indent - 3
    pieces = text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"').splitlines()
    lines = [line for piece in pieces for line in textwrap.wrap(piece.strip(), room, subsequent_indent="    ") or [""]]
    margin = " " * indent
    if len(lines) == 1 and len(lines[0]) + indent + 6 <= WIDTH and not lines[0].endswith('"'):
        yield f'{margin}"""{lines[0]}"""'
        return
    yield f'{margin}"""{lines[0]}'
    yield from (f"{margin}{line}".rstrip() for line in lines[1:])
    yield f'{margin}"""'
