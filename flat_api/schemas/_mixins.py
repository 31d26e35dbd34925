"""Markers: the mixins that state which primitives a schema class takes, one for every combination, and two others."""

from __future__ import annotations

import decimal
import itertools
import typing
from functools import cache

from frozendict import frozendict

from ._primitives import PRIMITIVES, BoolClass, FileIO, NoneClass

_NAMED: dict[str, type] = {entry.name: entry.cls for entry in PRIMITIVES if entry.cls not in (bytes, FileIO)}
"""The primitives of JSON by their names in mixins."""


class ValidatorBase:
    """Marks strings, numbers, arrays and objects, the classes that keywords of validation are for."""

    __slots__ = ()


class Discriminable:
    """Marks objects and compositions, the classes that may have a discriminator."""

    __slots__ = ()


class Mixin:
    """The base of all mixins. *_types* is the set of primitive classes that a value may be made of."""

    __slots__ = ()
    _types: typing.ClassVar[set[type]] = set()


class NoneMixin(Mixin):
    """null"""

    __slots__ = ()
    _types: typing.ClassVar[set[type]] = {NoneClass}


class FrozenDictMixin(Mixin):
    """object"""

    __slots__ = ()
    _types: typing.ClassVar[set[type]] = {frozendict}


class TupleMixin(Mixin):
    """array"""

    __slots__ = ()
    _types: typing.ClassVar[set[type]] = {tuple}


class StrMixin(Mixin):
    """string"""

    __slots__ = ()
    _types: typing.ClassVar[set[type]] = {str}


class DecimalMixin(Mixin):
    """number"""

    __slots__ = ()
    _types: typing.ClassVar[set[type]] = {decimal.Decimal}


class BoolMixin(Mixin):
    """boolean"""

    __slots__ = ()
    _types: typing.ClassVar[set[type]] = {BoolClass}


class BytesMixin(Mixin):
    """bytes"""

    __slots__ = ()
    _types: typing.ClassVar[set[type]] = {bytes}


class FileMixin(Mixin):
    """file"""

    __slots__ = ()
    _types: typing.ClassVar[set[type]] = {FileIO}


class BinaryMixin(Mixin):
    """bytes or file"""

    __slots__ = ()
    _types: typing.ClassVar[set[type]] = {bytes, FileIO}


class NoneFrozenDictTupleStrDecimalBoolMixin(Mixin):
    """any JSON value"""

    __slots__ = ()
    _types: typing.ClassVar[set[type]] = {*_NAMED.values()}


class NoneFrozenDictTupleStrDecimalBoolFileBytesMixin(Mixin):
    """anything at all"""

    __slots__ = ()
    _types: typing.ClassVar[set[type]] = {*_NAMED.values(), FileIO, bytes}


COMBINED = tuple(
    "".join(names) + "Mixin" for count in range(2, len(_NAMED)) for names in itertools.combinations(_NAMED, count)
)
"""The names of the mixins of two to five JSON types."""


@cache
def combined(name: str) -> type[Mixin]:
    """The mixin that is called *name*, one of `COMBINED`; made when it is first asked for."""
    types = {kind for part, kind in _NAMED.items() if part in name}
    return type(name, (Mixin,), {"__slots__": (), "_types": types, "__module__": __name__})


def mixin_for(types: typing.Collection[type]) -> type[Mixin]:
    """A mixin for a set of types: ``NoneStrMixin`` and the like where there is one."""
    name = "".join(part for part, kind in _NAMED.items() if kind in types) + "Mixin"
    if name in COMBINED and len(types) == sum(kind in types for kind in _NAMED.values()):
        return combined(name)
    return type("Mixin", (Mixin,), {"__slots__": (), "_types": set(types), "__module__": __name__})
