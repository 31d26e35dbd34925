"""Numbers: their bounds, the decimal that a float means, and exact tests that no ambient decimal context changes."""

from __future__ import annotations

import decimal
import sys
import typing
from functools import lru_cache

MOST_DIGITS = 4300
"""Digits of the largest number that is kept: what Python itself converts between int and str by default."""

EXACT = decimal.Context(traps=[decimal.InvalidOperation])
"""The context in which Decimals are made from text and floats; making one rounds nothing."""

_UNROUNDED = decimal.Context(prec=decimal.MAX_PREC, Emax=decimal.MAX_EMAX, Emin=decimal.MIN_EMIN, traps=[])
"""The context for arithmetic with exact results; what can't be computed is a NaN."""

_FLOAT_DIGITS = 15
"""Significant digits that every float keeps (IEEE 754 binary64): numbers with no more are their own shortest text."""

_SHORT = _FLOAT_DIGITS + len(".")
"""Characters of a text that can't have more digits than that."""


def whole(value: float) -> decimal.Decimal:
    """Return the Decimal for an integral float, with ``.0`` as in ``9.0``. Raises for NaN and the infinities."""
    return decimal.Decimal(f"{decimal.Decimal(value, EXACT):f}.0")


def as_written(number: typing.Any) -> typing.Any:
    """Return the Decimal that *number*, an int, a float or a finite Decimal, is compared as.

    A float means its shortest text: ``0.1`` is ``Decimal("0.1")``, not the binary value next to it. Values keep that
    binary value, so that they equal the float they were made from; a Decimal that is exactly the value of a float, to
    the last of its more than 15 digits, is therefore compared as the shortest text of that float.
    """
    if isinstance(number, decimal.Decimal):
        text = decimal.Decimal.__str__(number)
        short = text if len(text) <= _SHORT else shortest(text)
        return number if short is text else decimal.Decimal(short)
    return decimal.Decimal(repr(number)) if isinstance(number, float) else decimal.Decimal(number)


def text_of(number: decimal.Decimal) -> str:
    """Return the text of a finite number, as JSON has it: every digit, or the shortest text of a float."""
    text = decimal.Decimal.__str__(number)
    return text if len(text) <= _SHORT else shortest(text)


@lru_cache(512)  # the numbers of a program repeat
def shortest(text: str) -> str:
    """Return the shortest text of the float that is exactly the number in *text*, or *text* where there is none."""
    mantissa = text.partition("E")[0]
    # The value of a float ends in 5, the last digit of every negative power of two, or in the .0 of a whole number,
    # and is never longer than this.
    if not mantissa.endswith(("5", ".0")) or "E+" in text or len(text) > 1100:
        return text
    near = float(text)
    if near - near != 0.0 or decimal.Decimal(near, EXACT) != decimal.Decimal(text, EXACT):
        return text
    digits = len(mantissa) - 1 - mantissa.startswith("-")
    return repr(near) if digits > _FLOAT_DIGITS else text


class FloatMultiple(float):
    """A multiple that a ``MetaOapg`` class states as a float.

    The earlier client divided floats, in which 0.3 is not a multiple of 0.1; what it refused is still refused.
    """


def is_multiple(value: decimal.Decimal, multiple: decimal.Decimal | float) -> bool:
    """Return whether *value* divided by *multiple*, both as written, is integral (JSON Schema 2020-12, 6.2.1)."""
    if not value.is_finite():
        return False
    if isinstance(multiple, FloatMultiple) and not (float(value) / float(multiple)).is_integer():
        return False
    return _UNROUNDED.remainder(as_written(value), as_written(multiple)) == 0


def quotient(value: typing.Any) -> decimal.Decimal | None:
    """Return the Decimal next to *value*, a `fractions.Fraction`, in the present context; None for anything else.

    `statistics` calls the class of the numbers it was given with such a fraction, to make its result.
    """
    fractions = sys.modules.get("fractions")
    if fractions is None or not issubclass(type(value), fractions.Fraction):
        return None
    return decimal.Decimal(value.numerator) / decimal.Decimal(value.denominator)


def is_integer(value: decimal.Decimal) -> bool:
    """Return whether *value* has no fraction; ``9.0`` has none."""
    return value.is_finite() and value == _UNROUNDED.to_integral_value(value)


def number_key(value: typing.Any) -> tuple[str, str]:
    """Return a key that two numbers, int, float or Decimal, share when they are equal as written.

    It is text: the hash of text can't be foreseen, and that of a number can.
    """
    if isinstance(value, decimal.Decimal) and not value.is_finite():
        return "number", str(value)
    normal = _UNROUNDED.normalize(as_written(value))
    return "number", str(normal) if normal else "0"
