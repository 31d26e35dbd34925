"""Describe an instance value by value: the one description that the tree and `--json` are printed from."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sized
from decimal import Decimal
from typing import Any, NamedTuple, cast

from frozendict import frozendict

from ..exceptions import ApiValueError
from ..schemas import BoolClass, DateSchema, DateTimeSchema, Declaration, NoneClass, Schema, declaration_of

__all__ = ["Node", "describe"]

Path = tuple[str | int, ...]

# What the reference pages call the class that a value can be used as.
ACCESSED_TYPES: dict[type, str] = {
    frozendict: "frozendict.frozendict",
    tuple: "tuple",
    str: "str",
    Decimal: "decimal.Decimal",
    BoolClass: "BoolClass",
    NoneClass: "NoneClass",
    bytes: "bytes",
    io.FileIO: "FileIO",
}


class Node(NamedTuple):
    """One value inside an instance, or a property that it lacks.

    *type* is the accessed type and *schema* the name of the schema class. *parsed* is a date in ISO 8601,
    *member* the name of an enum member; None where the value is neither. An absent property has no *value*:
    *present* is False and *type* is what it would be.
    """

    path: Path
    type: str
    schema: str
    value: Any = None
    present: bool = True
    parsed: str | None = None
    member: str | None = None

    @property
    def size(self) -> int | None:
        """How many keys or items there are; None for a value that holds no others."""
        sized = isinstance(self.value, (frozendict, tuple))
        return len(cast("Sized", self.value)) if sized else None


class _Absent(NamedTuple):
    schema: type[Schema]


def describe(root: Schema, *, absent: bool = False) -> Iterator[Node]:
    """A `Node` for *root* and everything inside, a value before its members; for *absent* properties too."""
    to_do: list[tuple[Path, object]] = [((), root)]
    while to_do:
        path, value = to_do.pop()
        yield _absent_node(path, value) if isinstance(value, _Absent) else _node(path, value)
        members = [(key, member) for key, member in _members(value) if absent or not isinstance(member, _Absent)]
        to_do.extend(((*path, key), member) for key, member in reversed(members))


def _members(value: object) -> Iterator[tuple[str | int, object]]:
    if isinstance(value, frozendict):
        yield from cast("Mapping[str, object]", value).items()
        yield from _absent(cast("Mapping[str, object]", value))
    elif isinstance(value, tuple) and not isinstance(value, _Absent):
        yield from enumerate(cast("tuple[object, ...]", value))


def _absent(value: Mapping[str, object]) -> Iterator[tuple[str, _Absent]]:
    for name, declared in _declaration(value).properties.items():
        if name not in value:
            yield name, _Absent(declared.schema)


def _node(path: Path, value: Any) -> Node:
    return Node(
        path,
        _accessed_type(value),
        type(value).__qualname__,
        value,
        parsed=_parsed(value),
        member=_member(value),
    )


def _absent_node(path: Path, absent: _Absent) -> Node:
    types = declaration_of(absent.schema).types
    names = [name for kind, name in ACCESSED_TYPES.items() if any(issubclass(each, kind) for each in types)]
    return Node(path, " or ".join(names), absent.schema.__qualname__, present=False)


def _declaration(value: object) -> Declaration:
    return declaration_of(cast("type[Schema]", type(value)))


def _accessed_type(value: object) -> str:
    return next(name for kind, name in ACCESSED_TYPES.items() if isinstance(value, kind))


def _parsed(value: object) -> str | None:
    try:
        if isinstance(value, DateTimeSchema):
            moment = value.as_datetime
            return moment.isoformat() if moment.tzinfo else f"{moment.isoformat()} (no offset)"
        return value.as_date.isoformat() if isinstance(value, DateSchema) else None
    except ApiValueError:  # the value at the root of a lenient reading
        return None


def _member(value: Any) -> str | None:
    enum = _declaration(value).enum
    return enum.get(value) if enum else None
