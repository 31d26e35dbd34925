"""The validation keywords of JSON Schema: for each one its test, and the source fragment of the same test."""

from __future__ import annotations

import decimal
import operator
import re
import typing

from frozendict import frozendict

from ._primitives import BoolClass, class_of

EXACT = decimal.Context(traps=[decimal.InvalidOperation])
"""In which numbers are made, whatever the program does in its own context: of floats, and nothing is rounded then."""


def exact(number: typing.Any) -> typing.Any:
    """*number* itself, or the Decimal that equals it where it is a float.

    Python can be told to let no float be compared with a Decimal.
    """
    return decimal.Decimal(number, EXACT) if isinstance(number, float) else number


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
    if issubclass(kind, decimal.Decimal) and value.is_nan():
        return ("nan", str(value))
    return value


def all_different(items: typing.Sequence[object]) -> bool:
    """Whether no two of *items* are equal, the meaning of ``uniqueItems``."""
    return len({identity_key(item) for item in items}) == len(items)


def is_multiple(value: decimal.Decimal, multiple: float) -> bool:
    """Whether *value* divided by *multiple* is integral, with the rounding of floats (so 0.3 is none of 0.1)."""
    return value.is_finite() and (float(value) / float(multiple)).is_integer()


class Pattern(typing.NamedTuple):
    """A regular expression as *source* and *flags*; it is searched for, not matched from the start."""

    source: str
    flags: int

    def search(self, text: str) -> bool:
        """Whether the pattern is found in *text*."""
        return re.search(self.source, text, self.flags) is not None

    def __str__(self) -> str:
        return f"`{self.source}` with flags=`{self.flags}`" if self.flags else f"`{self.source}`"


def _searched(pattern: Pattern) -> typing.Callable[[str], object]:
    return re.compile(pattern.source, pattern.flags).search


def _at_most(value: typing.Sized, limit: int) -> bool:
    return len(value) <= limit


def _at_least(value: typing.Sized, limit: int) -> bool:
    return len(value) >= limit


def _unique(items: typing.Sequence[object], on: bool) -> bool:
    return not on or all_different(items)


def _found(text: str, pattern: Pattern) -> bool:
    return pattern.search(text)


def _ordered(
    test: typing.Callable[[typing.Any, typing.Any], bool],
) -> typing.Callable[[typing.Any, typing.Any], bool]:
    """*test*, an operator, false for what can't be ordered: a NaN keeps no limit."""

    def holds(value: decimal.Decimal, limit: typing.Any) -> bool:
        return not value.is_nan() and test(value, exact(limit))

    return holds


_Decimal = decimal.Decimal

# In the order in which they are checked, which is that of the earlier client.
KEYWORDS: tuple[Keyword, ...] = (
    Keyword("maxProperties", "max_properties", frozendict, _at_most, "len({v}) > {limit}"),
    Keyword("minProperties", "min_properties", frozendict, _at_least, "len({v}) < {limit}"),
    Keyword("maxItems", "max_items", tuple, _at_most, "len({v}) > {limit}"),
    Keyword("minItems", "min_items", tuple, _at_least, "len({v}) < {limit}"),
    Keyword("uniqueItems", "unique_items", tuple, _unique, "not all_different({v})"),
    Keyword("multipleOf", "multiple_of", _Decimal, is_multiple, "not is_multiple({v}, {limit})"),
    Keyword("exclusiveMaximum", "exclusive_maximum", _Decimal, _ordered(operator.lt), "not {v} < {limit}", exact),
    Keyword("maximum", "inclusive_maximum", _Decimal, _ordered(operator.le), "not {v} <= {limit}", exact),
    Keyword("exclusiveMinimum", "exclusive_minimum", _Decimal, _ordered(operator.gt), "not {v} > {limit}", exact),
    Keyword("minimum", "inclusive_minimum", _Decimal, _ordered(operator.ge), "not {v} >= {limit}", exact),
    Keyword("maxLength", "max_length", str, _at_most, "len({v}) > {limit}"),
    Keyword("minLength", "min_length", str, _at_least, "len({v}) < {limit}"),
    Keyword("pattern", "regex", str, _found, "{limit}({v}) is None", prepared=_searched),
)
