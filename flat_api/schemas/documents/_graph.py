"""Which schema classes refer to which, and which of them need a name so that others can refer to them."""

from __future__ import annotations

import re
import typing
from collections.abc import Iterable, Iterator

from .._declaration import Declaration, declaration_of
from .._primitives import FileIO
from ._names import is_model, place_of

BINARY = frozenset({bytes, FileIO})


def is_leaf(cls: type) -> bool:
    """Return whether the inner make of *cls* is a matter of the runtime: binary data, and nothing at all."""
    return declaration_of(cls).types == BINARY or issubclass(cls, Declaration.nothing)


def members(declaration: Declaration) -> Iterator[type]:
    """The classes of what is inside a value: properties, further properties, items."""
    yield from declaration.schemas.values()
    yield from (cls for cls in (declaration.additional, declaration.items) if cls is not None)


def branches(declaration: Declaration) -> Iterator[type]:
    """The classes that have a say about the value itself: allOf, oneOf, anyOf, not, discriminator."""
    yield from (*declaration.all_of, *declaration.one_of, *declaration.any_of)
    if declaration.not_schema is not None:
        yield declaration.not_schema
    yield from targets(declaration)


def targets(declaration: Declaration) -> Iterator[type]:
    """The classes that a discriminator names."""
    if declaration.discriminator is not None:
        yield from declaration.discriminator[1].values()


def judges(cls: type) -> frozenset[type]:
    """*cls*, and every class that has a say when *cls* takes a value, at whatever remove."""
    found: set[type] = set()
    fresh = [cls]
    while fresh:
        judge = fresh.pop()
        if judge not in found:
            found.add(judge)
            fresh += () if is_leaf(judge) else branches(declaration_of(judge))
    return frozenset(found)


def named(classes: Iterable[type], others: Iterable[type] = ()) -> dict[type, str]:
    """The classes that need a name, with that name: *classes* first, then all that they and the *others* lead to.

    Those are the models, the classes inside models that contain themselves, and those that a discriminator names. Two
    classes of the same name are told apart by a number.
    """
    survey = _Survey(classes, others)
    names: dict[type, str] = {}
    for cls in survey.named:
        names[cls] = _unique(re.sub(r"[^A-Za-z0-9._-]", "_", place_of(cls)), names.values())
    return names


class _Survey:
    """A walk over *classes*, *others* and all they refer to; *named* is what it finds, in order."""

    def __init__(self, classes: Iterable[type], others: Iterable[type]) -> None:
        self.named: dict[type, None] = dict.fromkeys(classes)
        self._entered: set[type] = set()
        self._left: set[type] = set()
        for cls in (*self.named, *others):
            self._visit(cls)

    def _visit(self, cls: type) -> None:
        if is_model(cls) or (cls in self._entered and cls not in self._left):
            self.named.setdefault(cls)
        if cls in self._entered or is_leaf(cls):
            return
        self._entered.add(cls)
        declaration = declaration_of(cls)
        self.named.update(dict.fromkeys(targets(declaration)))
        for other in (*members(declaration), *branches(declaration)):
            self._visit(other)
        self._left.add(cls)


def _unique(name: str, taken: typing.Collection[str]) -> str:
    number, found = 1, name
    while found in taken:
        number += 1
        found = f"{name}_{number}"
    return found
