"""The mixins that state which primitives a schema class takes, one for every combination."""

from __future__ import annotations

import decimal
import itertools
import typing

from frozendict import frozendict

from ._primitives import BoolClass, FileIO, NoneClass

_NAMED: dict[str, type] = {
    "None": NoneClass,
    "FrozenDict": frozendict,
    "Tuple": tuple,
    "Str": str,
    "Decimal": decimal.Decimal,
    "Bool": BoolClass,
}


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
    _types: typing.ClassVar[set[type]] = set(_NAMED.values())


class NoneFrozenDictTupleStrDecimalBoolFileBytesMixin(Mixin):
    """anything at all"""

    __slots__ = ()
    _types: typing.ClassVar[set[type]] = {*_NAMED.values(), FileIO, bytes}


def mixin_for(types: typing.Collection[type]) -> type[Mixin]:
    """The mixin for a set of two or more JSON types, ``NoneStrMixin`` and the like."""
    found = next((mixin for mixin in COMBINED.values() if mixin._types == types), None)
    return found or type("Mixin", (Mixin,), {"__slots__": (), "_types": set(types), "__module__": __name__})


def _combined() -> typing.Iterator[type[Mixin]]:
    for count in range(2, len(_NAMED)):
        for names in itertools.combinations(_NAMED, count):
            types = {_NAMED[name] for name in names}
            yield type("".join(names) + "Mixin", (Mixin,), {"__slots__": (), "_types": types, "__module__": __name__})
    yield NoneFrozenDictTupleStrDecimalBoolMixin


COMBINED: dict[str, type[Mixin]] = {entry.__name__: entry for entry in _combined()}
"""The mixins of two to six JSON types by name."""

globals().update(COMBINED)
