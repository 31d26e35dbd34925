"""Formats: which texts and numbers conform to one, and the Python values that stand for them."""

from __future__ import annotations

import decimal
import re
import typing
from functools import cache

from ._numbers import EXACT, is_integer

if typing.TYPE_CHECKING:
    import datetime
    import uuid

# A date-time of the common UTC shape is recognised by its bytes, with every digit turned into "0".
DIGITS = bytes(ord("0") if chr(code).isdigit() and code < 128 else code for code in range(256))
SHAPES = frozenset(
    f"0000-00-00T00:00:00{fraction}Z".encode() for fraction in ("", *("." + "0" * width for width in range(1, 10)))
)

_OFFSET = r"(?:[Zz]|[+-](?:[01][0-9]|2[0-3])(?::?[0-5][0-9])?)?"
_RFC_3339 = (
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-2][0-9]:[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?(?:[Zz]|[+-][0-2][0-9]:[0-5][0-9])"
)
_DAY = r"(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{8}|[0-9]{4}-[0-9]{3}|[0-9]{7}|[0-9]{4}-W[0-9]{2}-[0-9]|[0-9]{4}W[0-9]{3})"
_SHORT_DAY = r"(?:[0-9]{4}|[0-9]{4}-[0-9]{2}|[0-9]{4}-?W[0-9]{2})"
_TIME = r"[0-9]{2}(?::[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?|[0-9]{2}(?:[0-9]{2}(?:[.,][0-9]+)?)?)?"
_ISO_DATETIME = rf"{_DAY}[^0-9]{_TIME}{_OFFSET}"
_ISO_DATE = rf"{_DAY}|{_SHORT_DAY}"

LONGEST_DATE = 64
"""No date is longer; a longer text is refused before it is looked at."""


def parse_datetime(text: str) -> datetime.datetime:
    """The date-time that *text* stands for, with a zone of `datetime.timezone`; naive where it has no offset.

    ISO 8601 as the earlier client read it (calendar, ordinal and week dates, any separator, hour 24), without the odd
    spellings it let pass. Raises `ValueError`.
    """
    if not _looks_like(_ISO_DATETIME, text):
        raise ValueError("not an ISO 8601 date-time")
    # fromisoformat takes the hour 24 from Python 3.13 on, and dateutil always does: one rule for all versions.
    if _pattern(_RFC_3339).fullmatch(text) and text[11:13] != "24":
        import datetime  # slow to import, and most programs never look into a date

        return datetime.datetime.fromisoformat(text.upper())
    return _from_iso(text)


_pattern = cache(re.compile)  # on first use: most programs read no date, or only those of the common shape


def _looks_like(shape: str, text: str) -> bool:
    return len(text) <= LONGEST_DATE and text.isascii() and _pattern(shape).fullmatch(text) is not None


def _from_iso(text: str) -> datetime.datetime:
    from dateutil.parser import (
        isoparser,  # a second of import time for each thousand programs that never need it
    )

    try:
        moment = isoparser().isoparse(text)
    except OverflowError as error:
        raise ValueError(str(error)) from error
    offset = moment.utcoffset()
    if offset is None:
        return moment
    import datetime

    return moment.replace(tzinfo=datetime.timezone(offset))


def with_dateutil_zone(moment: datetime.datetime) -> datetime.datetime:
    """Return *moment* with a zone of `dateutil.tz` for the same offset, as the earlier client had; naive if it is."""
    offset = moment.utcoffset()
    if offset is None:
        return moment
    from dateutil import tz

    return moment.replace(tzinfo=tz.tzoffset(None, offset) if offset else tz.UTC)


def parse_date(text: str) -> datetime.date:
    """The date that *text* stands for: ISO 8601 calendar, ordinal and week dates. Raises `ValueError`."""
    if not _looks_like(_ISO_DATE, text):
        raise ValueError("not an ISO 8601 date")
    if len(text) == 10 and text[5] != "W":
        import datetime

        return datetime.date.fromisoformat(text)
    from dateutil.parser import isoparser

    return isoparser().parse_isodate(text.encode())


def parse_uuid(text: str) -> uuid.UUID:
    """The `uuid.UUID` that *text* stands for: RFC 4122 hex, hyphens, braces or ``urn:uuid:``. Raises `ValueError`."""
    import uuid

    if len(text) > LONGEST_DATE:
        raise ValueError("not a UUID")
    return uuid.UUID(text)


def parse_decimal(text: str) -> decimal.Decimal:
    """The number that *text* stands for, as `decimal.Decimal` reads it. Raises `decimal.InvalidOperation`."""
    return decimal.Decimal(text, EXACT)


def _both(limit: float) -> tuple[decimal.Decimal, decimal.Decimal]:
    """Return *limit* as it is to the last bit, and as it is written: JSON text has the one, Python the other."""
    return decimal.Decimal(limit, EXACT), decimal.Decimal(repr(limit), EXACT)


def _within(lowest: float, highest: float, *, unscaled: bool) -> typing.Callable[[decimal.Decimal], bool]:
    low, high = min(_both(lowest)), max(_both(highest))

    def test(value: decimal.Decimal) -> bool:
        # The range of int32 and int64 is that of plain integers: `3E+9` passes, as it always did.
        if unscaled and value.as_tuple().exponent != 0:
            return True
        return value.is_finite() and low <= value <= high

    return test


def _conforms(parse: typing.Callable[[str], object], shape: str | None = None) -> typing.Callable[[typing.Any], bool]:
    def test(text: str) -> bool:
        if shape is not None and not _looks_like(shape, text):
            return False
        try:
            parse(text)
        except (ValueError, decimal.InvalidOperation):
            return False
        return True

    return test


_FLOAT32_MAX = 3.4028234663852886e38
_FLOAT64_MAX = 1.7976931348623157e308


class Format(typing.NamedTuple):
    """A format: its *name* in messages, the *primitive* class it speaks of, and its *test*."""

    name: str
    primitive: type
    test: typing.Callable[[typing.Any], bool]


FORMATS: dict[str, Format] = {
    "date-time": Format("datetime", str, _conforms(parse_datetime, _ISO_DATETIME)),
    "date": Format("date", str, _conforms(parse_date, _ISO_DATE)),
    "uuid": Format("UUID", str, _conforms(parse_uuid)),
    "decimal": Format("decimal", str, _conforms(parse_decimal)),
    "integer": Format("integer", decimal.Decimal, is_integer),
    "int32": Format("int32", decimal.Decimal, _within(-(2**31), 2**31 - 1, unscaled=True)),
    "int64": Format("int64", decimal.Decimal, _within(-(2**63), 2**63 - 1, unscaled=True)),
    "float": Format("float", decimal.Decimal, _within(-_FLOAT32_MAX, _FLOAT32_MAX, unscaled=False)),
    "double": Format("double", decimal.Decimal, _within(-_FLOAT64_MAX, _FLOAT64_MAX, unscaled=False)),
}


class CustomIsoparser:
    """The date parser of the earlier client, under its old name."""

    def parse_isodatetime(self, dt_str: str) -> datetime.datetime:
        """See `parse_datetime`; the zone is one of `dateutil.tz`."""
        return with_dateutil_zone(parse_datetime(dt_str))

    def parse_isodate(self, datestr: str) -> datetime.date:
        """See `parse_date`."""
        return parse_date(datestr)


DEFAULT_ISOPARSER = CustomIsoparser()
