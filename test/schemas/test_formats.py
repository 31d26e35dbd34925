"""Formats: which texts and numbers conform, and that nothing about them depends on the road taken."""

from __future__ import annotations

import calendar
import datetime
import typing
import uuid
from decimal import Decimal

import pytest
from dateutil import tz
from hypothesis import given
from hypothesis import strategies as st

from flat_api import schemas
from flat_api.exceptions import ApiValueError
from flat_api.schemas import _formats

from ..scaling import assert_linear
from .roads import REFUSED, Refusal, fast, plain

Any = typing.Any

UTC = datetime.UTC


def accepts(cls: Any, value: Any) -> bool:
    """Whether *cls* takes *value*; the road must not matter, except that the fast one may leave work to the other."""
    slow = plain(cls, value)
    assert fast(cls, value) in (REFUSED, slow)
    if isinstance(slow, Refusal):
        assert [problem[1] for problem in slow.problems] == ["format"]
        return False
    return True


DATE_TIMES = {
    "2023-06-05T10:20:30Z": datetime.datetime(2023, 6, 5, 10, 20, 30, tzinfo=UTC),
    "2023-06-05T10:20:30.1Z": datetime.datetime(2023, 6, 5, 10, 20, 30, 100000, tzinfo=UTC),
    "2023-06-05T10:20:30.123456Z": datetime.datetime(2023, 6, 5, 10, 20, 30, 123456, tzinfo=UTC),
    "2023-06-05T10:20:30.123456789Z": datetime.datetime(2023, 6, 5, 10, 20, 30, 123456, tzinfo=UTC),
    "2023-06-05T10:20:30.9999999999999Z": datetime.datetime(2023, 6, 5, 10, 20, 30, 999999, tzinfo=UTC),
    "2023-06-05T10:20:30,5Z": datetime.datetime(2023, 6, 5, 10, 20, 30, 500000, tzinfo=UTC),
    "2023-06-05t10:20:30z": datetime.datetime(2023, 6, 5, 10, 20, 30, tzinfo=UTC),
    "2023-06-05 10:20:30": datetime.datetime(2023, 6, 5, 10, 20, 30),
    "2023-06-05_10:20": datetime.datetime(2023, 6, 5, 10, 20),
    "2023-06-05T10": datetime.datetime(2023, 6, 5, 10),
    "20230605T102030Z": datetime.datetime(2023, 6, 5, 10, 20, 30, tzinfo=UTC),
    "20230605T10:20:30Z": datetime.datetime(2023, 6, 5, 10, 20, 30, tzinfo=UTC),
    "2023-06-05T1020": datetime.datetime(2023, 6, 5, 10, 20),
    "2023-156T10:20": datetime.datetime(2023, 6, 5, 10, 20),
    "2023156T1020": datetime.datetime(2023, 6, 5, 10, 20),
    "2023-W23-1T10:20": datetime.datetime(2023, 6, 5, 10, 20),
    "2023W231T10": datetime.datetime(2023, 6, 5, 10),
    "2024-366T00:00": datetime.datetime(2024, 12, 31),
    "2023-06-05T10:20:30+02:00": datetime.datetime(2023, 6, 5, 8, 20, 30, tzinfo=UTC),
    "2023-06-05T10:20:30+0200": datetime.datetime(2023, 6, 5, 8, 20, 30, tzinfo=UTC),
    "2023-06-05T10:20:30-02": datetime.datetime(2023, 6, 5, 12, 20, 30, tzinfo=UTC),
    "2023-06-05T10:20:30-00:00": datetime.datetime(2023, 6, 5, 10, 20, 30, tzinfo=UTC),
    "2023-06-05T10:20:30+23:59": datetime.datetime(2023, 6, 4, 10, 21, 30, tzinfo=UTC),
    "2023-06-05T24:00:00Z": datetime.datetime(2023, 6, 6, tzinfo=UTC),
    "2023-06-05T24:00": datetime.datetime(2023, 6, 6),
    "2023-06-05T24": datetime.datetime(2023, 6, 6),
    "0001-01-01T00:00:00Z": datetime.datetime(1, 1, 1, tzinfo=UTC),
    "9999-12-31T23:59:59.999999Z": datetime.datetime(9999, 12, 31, 23, 59, 59, 999999, tzinfo=UTC),
    "2000-02-29T00:00:00Z": datetime.datetime(2000, 2, 29, tzinfo=UTC),
}

NO_DATE_TIMES = [
    "",
    "T",
    "2023",
    "2023-06-05",
    "2023-06-05T",
    "2023-06-05T1",
    "2023-06-05T10:2",
    "2023-06-05T10:20:3",
    "2023-06-05T10:20:30.",
    "2023-06-05T10:20:30.Z",
    "2023-06-05T10:2030",
    "2023-06-05T1020:30",
    "2023-06-05T10:20.5",
    "2023-13-05T10:20:30Z",
    "2023-00-05T10:20:30Z",
    "2023-06-31T10:20:30Z",
    "2023-06-00T10:20:30Z",
    "2023-02-29T00:00:00Z",
    "1900-02-29T00:00:00Z",
    "2023-366T00:00",
    "2023-000T00:00",
    "2023-W54-1T00:00",
    "2023-W00-1T00:00",
    "2023-W23-8T00:00",
    "2023-W23-0T00:00",
    "0000-01-01T00:00:00Z",
    "10000-01-01T00:00:00Z",
    "2023-06-05T25:00:00Z",
    "2023-06-05T24:00:01Z",
    "2023-06-05T24:01Z",
    "2023-06-05T10:60:30Z",
    "2023-06-05T10:20:60Z",
    "9999-12-31T24:00:00Z",
    "2023-06-05T10:20:30+24:00",
    "2023-06-05T10:20:30+02:60",
    "2023-06-05T10:20:30+02:00:00",
    "2023-06-05T10:20:30+2",
    "2023-06-05T10:20:30 Z",
    "2023-06-05T10:20:30ZZ",
    "2023-06-05T10:20:30Z\n",
    " 2023-06-05T10:20:30Z",
    "2023-06-05T10:20:30Z ",
    "2023-06-05T10:20:30\0",
    "\u0662\u0660\u0662\u0663-06-05T10:20:30Z",
    "2023-06-05T10:20:30.\u0665Z",
    "2023-06-05T10:20:30.1234567890\ud800Z",
    "\uff12023-06-05T10:20:30Z",
    "-023-06-05T10:20:30Z",
    "+2023-06-05T10:20:30Z",
    "2023-6-5T10:20:30Z",
    "2023/06/05T10:20:30Z",
    "2023-06-05T10:20:30Z" + "0" * 100,
    "yesterday",
]


@pytest.mark.parametrize(("text", "instant"), DATE_TIMES.items(), ids=DATE_TIMES)
def test_date_times_conform(text: str, instant: datetime.datetime):
    """Every ISO 8601 date-time is taken, kept as it is, and gives the instant it names."""
    assert accepts(schemas.DateTimeSchema, text)
    found = schemas.DateTimeSchema(text)
    assert found == text
    assert found.as_datetime == instant
    assert (found.as_datetime.tzinfo is None) == (instant.tzinfo is None)


@pytest.mark.parametrize(("text", "instant"), DATE_TIMES.items(), ids=DATE_TIMES)
def test_zones(text: str, instant: datetime.datetime):
    """The zone is one of `datetime`; under the historic name it is one of dateutil, for the same offset."""
    value = schemas.DateTimeSchema(text)
    found, historic = value.as_datetime, value.as_datetime_oapg
    assert historic == instant and historic.utcoffset() == found.utcoffset()
    assert schemas.DEFAULT_ISOPARSER.parse_isodatetime(text).tzinfo == historic.tzinfo
    if instant.tzinfo is None:
        assert historic.tzinfo is None
    else:
        assert type(found.tzinfo) is datetime.timezone
        assert isinstance(historic.tzinfo, (tz.tzutc, tz.tzoffset))
        assert (historic.tzinfo == tz.tzutc()) == (historic.utcoffset() == datetime.timedelta(0))


@pytest.mark.parametrize("text", NO_DATE_TIMES, ids=ascii)
def test_date_times_do_not_conform(text: str):
    """What ISO 8601 does not know, or no calendar has, is refused with the text and the format."""
    assert not accepts(schemas.DateTimeSchema, text)
    with pytest.raises(ApiValueError, match="does not conform to the required ISO-8601 datetime format"):
        schemas.DateTimeSchema(text)


@given(st.datetimes(timezones=st.none() | st.timezones() | st.just(UTC)))
def test_every_datetime_of_python_conforms(instant: datetime.datetime):
    """A datetime is taken from Python, and comes back as the same instant where its offset has whole minutes."""
    offset = instant.utcoffset()
    if offset is not None and offset % datetime.timedelta(minutes=1):
        with pytest.raises(ApiValueError):
            schemas.DateTimeSchema(instant)
        return
    found = schemas.DateTimeSchema(instant)
    assert found == instant.isoformat()
    assert found.as_datetime.replace(tzinfo=None) == instant.replace(tzinfo=None)
    assert found.as_datetime.utcoffset() == offset


DIGITS_AND_SIGNS = st.text("0123456789-:.TZtz+W ,", max_size=28)

NEAR_DATE_TIMES = st.one_of(
    DIGITS_AND_SIGNS,
    st.tuples(st.sampled_from(sorted(DATE_TIMES)), st.integers(0, 30), st.sampled_from("0123456789-:.TZ+ \n")).map(
        lambda drawn: drawn[0][: drawn[1]] + drawn[2] + drawn[0][drawn[1] + 1 :]
    ),
)
"""Date-times with one character changed, and texts made of the same characters."""


@given(NEAR_DATE_TIMES)
def test_the_quick_look_at_date_times_decides_like_the_long_one(text: str):
    """The converter knows the usual shapes by their bytes; it never disagrees with the parser."""
    try:
        instant = _formats.parse_datetime(text)
    except ValueError:
        assert not accepts(schemas.DateTimeSchema, text)
    else:
        assert accepts(schemas.DateTimeSchema, text)
        assert schemas.DateTimeSchema(text).as_datetime == instant


@given(st.integers(0, 9999), st.integers(0, 13), st.integers(0, 32), st.integers(0, 25), st.integers(0, 61))
def test_dates_that_no_calendar_has_are_refused(year: int, month: int, day: int, hour: int, second: int):
    """The shape alone is not enough: year, month, day, hour and second must exist."""
    text = f"{year:04}-{month:02}-{day:02}T{hour:02}:00:{second:02}Z"
    exists = (
        year > 0 and 0 < month < 13 and 0 < day <= calendar.monthrange(year or 1, month if 0 < month < 13 else 1)[1]
    )
    exists = exists and second < 60 and (hour < 24 or (hour == 24 and second == 0))
    exists = exists and not (hour == 24 and (year, month, day) == (9999, 12, 31))
    assert accepts(schemas.DateTimeSchema, text) == exists


DATES = {
    "2023-06-05": datetime.date(2023, 6, 5),
    "20230605": datetime.date(2023, 6, 5),
    "2023-156": datetime.date(2023, 6, 5),
    "2023156": datetime.date(2023, 6, 5),
    "2023-W23-1": datetime.date(2023, 6, 5),
    "2023W231": datetime.date(2023, 6, 5),
    "2023": datetime.date(2023, 1, 1),
    "2023-06": datetime.date(2023, 6, 1),
    "2023-W23": datetime.date(2023, 6, 5),
    "2023W23": datetime.date(2023, 6, 5),
    "2024-02-29": datetime.date(2024, 2, 29),
    "0001-01-01": datetime.date(1, 1, 1),
    "9999-12-31": datetime.date(9999, 12, 31),
}

NO_DATES = [
    "", "202306", "2023-6-5", "2023-06-05T", "2023-06-05 ", " 2023-06-05", "2023-06-05\n", "2023-06-31", "2023-02-29",
    "2023-13", "2023-366", "2023-W54", "2023-W23-8", "0000-01-01", "23-06-05", "2023-06-05T10:20",
    "\u0662\u0660\u0662\u0663-06-05",
    "2023--06", "2023/06/05", "today", "\ud800", "2023-06-05\0", "0000", "2023-00", "2023-W00",
]  # fmt: skip


@pytest.mark.parametrize(("text", "day"), DATES.items(), ids=DATES)
def test_dates_conform(text: str, day: datetime.date):
    """Calendar, ordinal and week dates are taken, kept as they are, and give the day they name."""
    assert accepts(schemas.DateSchema, text)
    assert schemas.DateSchema(text).as_date == day
    assert type(schemas.DateSchema(text).as_date) is datetime.date


@pytest.mark.parametrize("text", NO_DATES, ids=ascii)
def test_dates_do_not_conform(text: str):
    """Any other text is refused with the text and the format."""
    assert not accepts(schemas.DateSchema, text)
    with pytest.raises(ApiValueError, match="does not conform to the required ISO-8601 date format"):
        schemas.DateSchema(text)


@given(st.dates())
def test_every_date_of_python_conforms(day: datetime.date):
    """A date is taken from Python and comes back as the same day."""
    assert schemas.DateSchema(day).as_date == day


@given(st.uuids())
def test_uuids_conform(identifier: uuid.UUID):
    """A UUID is taken as the object, with hyphens or without, in braces and as a URN."""
    for text in (identifier, str(identifier), identifier.hex, f"{{{identifier}}}", identifier.urn):
        assert schemas.UUIDSchema(text).as_uuid == identifier


@pytest.mark.parametrize("text", ["", "5", "g" * 32, "0" * 31, "0" * 33, "\ud800" * 32, "0" * 100000], ids=len)
def test_uuids_do_not_conform(text: str):
    """Text that uuid.UUID does not read is refused."""
    assert not accepts(schemas.UUIDSchema, text)


@given(st.decimals())
def test_decimals_conform(number: Decimal):
    """The text of every Decimal is one of format decimal, and comes back as it was."""
    assert accepts(schemas.DecimalSchema, str(number))
    assert str(schemas.DecimalSchema(str(number)).as_decimal) == str(number)


@pytest.mark.parametrize("text", ["", "one", "1,5", "0x10", "1e", "\ud800", "1 2", "1e99999999999999999999"], ids=ascii)
def test_decimals_do_not_conform(text: str):
    """Text that Decimal does not read is refused."""
    assert not accepts(schemas.DecimalSchema, text)
    with pytest.raises(ApiValueError, match="cannot be converted to a decimal"):
        schemas.DecimalSchema(text)


INT32, INT64 = 2**31, 2**63
FLOAT32, FLOAT64 = 3.4028234663852886e38, 1.7976931348623157e308

NUMBERS: list[tuple[Any, Any, bool]] = [
    (schemas.IntSchema, 9, True),
    (schemas.IntSchema, 9.0, True),
    (schemas.IntSchema, Decimal("9.00"), True),
    (schemas.IntSchema, Decimal("9E+3"), True),
    (schemas.IntSchema, 10**400, True),
    (schemas.IntSchema, 9.5, False),
    (schemas.IntSchema, Decimal("0.1"), False),
    (schemas.IntSchema, Decimal("1E-400"), False),
    (schemas.IntSchema, Decimal("9." + "0" * 60 + "1"), False),
    (schemas.Int32Schema, INT32 - 1, True),
    (schemas.Int32Schema, -INT32, True),
    (schemas.Int32Schema, INT32, False),
    (schemas.Int32Schema, -INT32 - 1, False),
    (schemas.Int32Schema, 0.5, False),
    (schemas.Int64Schema, INT64 - 1, True),
    (schemas.Int64Schema, -INT64, True),
    (schemas.Int64Schema, INT64, False),
    (schemas.Int64Schema, -INT64 - 1, False),
    (schemas.Int32Schema, Decimal("3E+9"), True),
    (schemas.Int32Schema, Decimal("2147483648.0"), True),
    (schemas.Int32Schema, 2147483648.0, True),
    (schemas.Float32Schema, FLOAT32, True),
    (schemas.Float32Schema, -FLOAT32, True),
    (schemas.Float32Schema, 5, True),
    (schemas.Float32Schema, FLOAT32 * 1.01, False),
    (schemas.Float32Schema, 10**39, False),
    (schemas.Float64Schema, FLOAT64, True),
    (schemas.Float64Schema, Decimal("1E-4000"), True),
    (schemas.Float64Schema, Decimal("1.8E+308"), False),
    (schemas.Float64Schema, 10**309, False),
]


@pytest.mark.parametrize(("cls", "number", "conforms"), NUMBERS, ids=lambda value: getattr(value, "__name__", None))
def test_number_formats(cls: Any, number: Any, conforms: bool):
    """Integers have no fraction, and the sized formats their range; 32 and 64 bits are only asked of plain integers."""
    assert accepts(cls, number) == conforms


@pytest.mark.parametrize(
    ("cls", "limit"), [(schemas.Float32Schema, FLOAT32), (schemas.Float64Schema, FLOAT64)], ids=["float", "double"]
)
@pytest.mark.parametrize("sign", [1, -1])
def test_the_largest_floats_conform_however_they_are_written(cls: Any, limit: float, sign: int):
    """Python writes the largest number of 32 bits a little larger than it is, and so does JSON text."""
    for number in (sign * limit, Decimal(sign * limit), Decimal(repr(sign * limit)), int(sign * limit)):
        assert accepts(cls, number)
        assert cls.from_json(cls(number).to_json()).as_float == sign * limit
    assert not accepts(cls, Decimal(repr(limit)) * sign * Decimal("1.0001"))


@pytest.mark.parametrize(
    ("cls", "number", "name"),
    [
        (schemas.IntSchema, 0.5, "integer"),
        (schemas.Int32Schema, INT32, "int32"),
        (schemas.Int64Schema, INT64, "int64"),
        (schemas.Float32Schema, 10**39, "float"),
        (schemas.Float64Schema, 10**309, "double"),
        (schemas.UUIDSchema, "x", "UUID"),
    ],
)
def test_the_message_names_the_format(cls: Any, number: Any, name: str):
    """A refusal names the value and the format it does not conform to."""
    with pytest.raises(ApiValueError, match=f"for type {name} at ") as caught:
        cls(number)
    assert caught.value.problems[0].kind == "format"


@pytest.mark.parametrize("cls", [schemas.IntSchema, schemas.Int32Schema, schemas.Float32Schema, schemas.Float64Schema])
@pytest.mark.parametrize("text", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_numbers_that_are_not_finite_conform_to_no_format(cls: Any, text: str):
    """A Decimal NaN or infinity is refused by every number format."""
    with pytest.raises(ApiValueError):
        cls(Decimal(text))


def test_formats_can_be_disabled():
    """With the format check disabled, any text passes as a date-time, an instance of the same class."""
    lenient = schemas.Configuration(disabled_client_side_validations={"format"})
    found = schemas.DateTimeSchema("yesterday", _configuration=lenient)
    assert type(found) is schemas.DateTimeSchema
    assert found == "yesterday"
    with pytest.raises(ValueError, match="date-time"):
        found.as_datetime  # noqa: B018 - reading it is the test


def test_historic_parser():
    """The parser of the earlier client is there under its old name."""
    assert schemas.DEFAULT_ISOPARSER.parse_isodatetime("2023-06-05T10:20") == datetime.datetime(2023, 6, 5, 10, 20)
    assert schemas.CustomIsoparser().parse_isodate("2023-06-05") == datetime.date(2023, 6, 5)


@pytest.mark.parametrize("part", ["1", " ", ":", "-", "+", "0.", "e", "_", "T", "é", "{", "2023-06-05T10:20:30Z"])
@pytest.mark.parametrize("cls", [schemas.DateTimeSchema, schemas.DateSchema, schemas.UUIDSchema, schemas.DecimalSchema])
def test_time_is_in_proportion_to_the_text(cls: Any, part: str):
    """Whether it conforms or not."""
    assert_linear(cls, lambda count: part * count, 3_000)
