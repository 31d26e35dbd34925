"""What type checkers are told of a schema class: what may be passed in for its values, and what these then are."""

from __future__ import annotations

import decimal
import typing
from collections.abc import Callable, Iterable, Iterator

from frozendict import frozendict

from ..schemas import BinarySchema, BoolClass, Declaration, FileIO, ListSchema, NoneClass, declaration_of
from ..schemas.documents._names import is_runtime
from ._printing import Names, quoted, split
from ._types import takes_anything

PlainObject = Callable[[type], Iterable[str]]
"""The annotations of plain data that become an object of a class."""

_KINDS: tuple[type, ...] = (frozendict, tuple, str, decimal.Decimal, BoolClass, bytes, FileIO)
"""The kinds of instances, in the order in which an annotation has them."""

_PLAIN: dict[type, tuple[tuple[str, str], ...]] = {
    str: (("builtins", "str"),),
    decimal.Decimal: (("builtins", "float"), ("decimal", "Decimal")),
    BoolClass: (("builtins", "bool"), ("flat_api.schemas", "BoolClass")),
    bytes: (("builtins", "bytes"),),
    FileIO: (("io", "FileIO"), ("io", "BufferedReader")),
}
"""The types that become each kind of instance, by module and name."""

_BY_FORMAT = {"date-time": ("datetime", "datetime"), "date": ("datetime", "date"), "uuid": ("uuid", "UUID")}


class Arguments:
    """Annotations of what may be passed in: instances, and the plain Python they are made of.

    *plain_object* says what is plain data for an object; any mapping is, unless it says otherwise.
    """

    def __init__(self, names: Names, plain_object: PlainObject | None = None) -> None:
        self._names = names
        self._plain_object = plain_object or self._mapping
        self._inside: list[type] = []

    def of(self, cls: type) -> str:
        """The annotation of what may be passed in for a value of *cls*.

        >>> from flat_api.model.task import Task
        >>> Arguments(Names("flat_api.model.task")).of(Task.Progress)
        'Task.Progress | Mapping[str, Any]'
        """
        if cls in self._inside:  # an array that has arrays of its own kind in it
            return self._names.add("typing", "Any")
        self._inside.append(cls)
        text = union(self._texts(cls))
        self._inside.pop()
        return text

    def _texts(self, cls: type[object]) -> Iterator[str]:
        within = not_null(cls)
        if within is not None:
            yield from (*self._texts(within), *self._null())
            return
        declaration = declaration_of(cls)
        branches = alternatives(declaration)
        if issubclass(cls, BinarySchema):
            yield from (*self._kind(bytes, declaration), *self._kind(FileIO, declaration))
        elif branches:
            yield from self._own_name(cls)
            yield from (text for branch in branches for text in split(self.of(branch), " | "))
        elif is_object(cls):
            yield from (*self._own_name(cls), *self._plain_object(cls))
            yield from self._null() if NoneClass in declaration.types and not declaration.composed else ()
        elif declaration.composed or takes_anything(declaration):
            yield self._names.add("typing", "Any")
        else:
            yield from self._several(cls, declaration)

    def _several(self, cls: type, declaration: Declaration) -> Iterator[str]:
        """The annotations for a class that says itself which kinds of instances it has."""
        texts = [value for value in declaration.enum or () if isinstance(value, str)]
        if texts and not declaration.types.difference((str, NoneClass)):
            yield f"{self._names.add('typing', 'Literal')}[{', '.join(map(quoted, texts))}]"
            yield from self._own_name(cls)
            yield from self._kind(str, declaration) if declaration.extensible else ()
        else:
            # A class of one scalar kind is a subclass of what is plain for it.
            yield from self._own_name(cls) if frozendict in declaration.types or len(declaration.types) > 1 else ()
            for kind in _KINDS:
                yield from self._kind(kind, declaration) if kind in declaration.types else ()
        if NoneClass in declaration.types:
            yield from self._null()

    def _kind(self, kind: type, declaration: Declaration) -> Iterator[str]:
        """The types that become a *kind* of instance, as *declaration* has it."""
        if kind is frozendict:
            yield from self._plain_object(typing.cast(type, declaration.cls))
        elif kind is tuple:
            items: typing.Any = declaration.items
            held = self._names.add("typing", "Any") if items is None else self.of(items)
            yield f"{self._names.add('collections.abc', 'Sequence')}[{held}]"
        else:
            for module, name in _PLAIN[kind]:
                whole = name == "float" and "integer" in declaration.formats
                yield self._names.add(module, "int" if whole else name)
            if kind is str:
                yield from (self._names.add(*_BY_FORMAT[name]) for name in declaration.formats if name in _BY_FORMAT)

    def _null(self) -> tuple[str, str]:
        return self._names.add("flat_api.schemas", "NoneClass"), "None"

    def _own_name(self, cls: type) -> Iterator[str]:
        if not is_anonymous(cls) and not is_runtime(cls):
            yield self._names.of(cls)

    def _mapping(self, cls: type) -> Iterator[str]:
        yield any_mapping(self._names)


def any_mapping(names: Names) -> str:
    """The annotation of plain data for an object of which no more is known."""
    text, anything = names.add("builtins", "str"), names.add("typing", "Any")
    return f"{names.add('collections.abc', 'Mapping')}[{text}, {anything}]"


def value_type(cls: type, names: Names, inside: tuple[type, ...] = ()) -> str:
    """The annotation of the values of *cls*: the class of instances, as the declarations themselves say it.

    >>> from flat_api.schemas import StrSchema, list_of, nullable
    >>> value_type(list_of(nullable(StrSchema.where(max_length=3))), Names("here"))
    'ListSchema[StrSchema | NoneSchema]'
    """
    if cls in inside:  # an array that has arrays of its own kind in it
        return names.add("typing", "Any")
    within = not_null(cls)
    if within is not None:
        return union([value_type(within, names, inside), names.add("flat_api.schemas", "NoneSchema")])
    if not is_anonymous(cls) and cls is not ListSchema:
        return names.of(cls)
    declaration = declaration_of(cls)
    branches = alternatives(declaration)
    if branches:
        return union(value_type(branch, names, (*inside, cls)) for branch in branches)
    if tuple in declaration.types and not declaration.composed and len(declaration.types) == 1:
        items: typing.Any = declaration.items
        held = names.add("typing", "Any") if items is None else value_type(items, names, (*inside, cls))
        return f"{names.add('flat_api.schemas', 'ListSchema')}[{held}]"
    return value_type(cls.__mro__[1], names)


def is_anonymous(cls: type) -> bool:
    """Return whether *cls* was made inside a declaration, so that there is no name to find it by."""
    return "_anonymous" in vars(cls)


def not_null(cls: type) -> type | None:
    """The schema that `nullable` made *cls* from; None for any other class."""
    return typing.cast("type | None", vars(cls).get("_not_null"))


def alternatives(declaration: Declaration) -> tuple[type, ...]:
    """The schemas one of which takes the value, where nothing else is said about it."""
    branches = (*declaration.one_of, *declaration.any_of)
    alone = branches and not declaration.properties and not declaration.all_of and declaration.enum is None
    return tuple(typing.cast("tuple[type, ...]", branches)) if alone else ()


def is_object(cls: type) -> bool:
    """Return whether the values of *cls* are objects, of a class or of several classes at once, or null."""
    declaration = declaration_of(cls)
    if declaration.types.issubset({frozendict, NoneClass}):
        return frozendict in declaration.types
    return any(map(is_object, typing.cast("tuple[type, ...]", declaration.all_of)))


def union(texts: Iterable[str]) -> str:
    """*texts* as one annotation; what is there twice is said once, and None comes last."""
    return " | ".join(sorted(dict.fromkeys(texts), key=lambda text: text == "None"))
