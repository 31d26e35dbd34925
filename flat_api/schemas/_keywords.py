"""The validation keywords of JSON Schema: for each one its test, and the source fragment of the same test."""

from __future__ import annotations

import decimal
import operator
import typing

from frozendict import frozendict

from ._numbers import FloatMultiple, as_written, is_multiple, number_key
from ._primitives import BoolClass, class_of
from .patterns import Pattern, searcher


class Keyword(typing.NamedTuple):
    """One keyword. *holds* tells whether a value keeps a limit; *broken* is the source of the opposite.

    In *broken*, ``{v}`` stands for the value and ``{limit}`` for the limit, or for *prepared* of it.
    """

    name: str
    attribute: str
    primitive: type
    holds: typing.Callable[[typing.Any, typing.Any], bool]
    broken: str
    prepared: typing.Callable[[typing.Any], typing.Any] | None = None


def identity_key(value: typing.Any) -> object:
    """A hashable key that two values share when JSON Schema calls them equal: numbers by value, ``1`` is not true."""
    kind = class_of(value)
    if kind is str:
        return value
    if issubclass(kind, (bool, BoolClass)):
        return ("boolean", bool(value))
    if issubclass(kind, dict):
        return frozenset((key, identity_key(item)) for key, item in value.items())
    if issubclass(kind, (tuple, list)):
        return ("array", *map(identity_key, value))
    return number_key(value) if issubclass(kind, (decimal.Decimal, int, float)) else value


def all_different(items: typing.Sequence[object]) -> bool:
    """Return whether no two of *items* are equal, the meaning of ``uniqueItems``."""
    return len({identity_key(item) for item in items}) == len(items)


def _at_most(value: typing.Sized, limit: int) -> bool:
    return len(value) <= limit


def _at_least(value: typing.Sized, limit: int) -> bool:
    return len(value) >= limit


def _unique(items: typing.Sequence[object], on: bool) -> bool:
    return not on or all_different(items)


def _found(text: str, pattern: Pattern) -> bool:
    return pattern.search(text)


def _ordered(name: str, attribute: str, symbol: str, test: typing.Callable[[typing.Any, typing.Any], bool]) -> Keyword:
    """Return the keyword of a limit, which values and it are compared with as written; a NaN keeps no limit."""

    def holds(value: decimal.Decimal, limit: typing.Any) -> bool:
        return not value.is_nan() and test(as_written(value), as_written(limit))

    return Keyword(name, attribute, decimal.Decimal, holds, f"not as_written({{v}}) {symbol} {{limit}}", as_written)


def _multiple(limit: typing.Any) -> typing.Any:
    return limit if isinstance(limit, FloatMultiple) else as_written(limit)


_Decimal = decimal.Decimal

# In the order in which they are checked, which is that of the earlier client.
KEYWORDS: tuple[Keyword, ...] = (
    Keyword("maxProperties", "max_properties", frozendict, _at_most, "len({v}) > {limit}"),
    Keyword("minProperties", "min_properties", frozendict, _at_least, "len({v}) < {limit}"),
    Keyword("maxItems", "max_items", tuple, _at_most, "len({v}) > {limit}"),
    Keyword("minItems", "min_items", tuple, _at_least, "len({v}) < {limit}"),
    Keyword("uniqueItems", "unique_items", tuple, _unique, "not all_different({v})"),
    Keyword("multipleOf", "multiple_of", _Decimal, is_multiple, "not is_multiple({v}, {limit})", _multiple),
    _ordered("exclusiveMaximum", "exclusive_maximum", "<", operator.lt),
    _ordered("maximum", "inclusive_maximum", "<=", operator.le),
    _ordered("exclusiveMinimum", "exclusive_minimum", ">", operator.gt),
    _ordered("minimum", "inclusive_minimum", ">=", operator.ge),
    Keyword("maxLength", "max_length", str, _at_most, "len({v}) > {limit}"),
    Keyword("minLength", "min_length", str, _at_least, "len({v}) < {limit}"),
    Keyword("pattern", "regex", str, _found, "not {limit}({v})", prepared=searcher),
)
