"""Which parts of a file go together: the rules of RFC 9110, without a server."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flat_api.files._versions import Version, conditions, is_rest, length_of, start_of_rest, version_of

from ..scaling import assert_linear

NOW = time.mktime((2025, 1, 1, 12, 0, 0, 0, 0, 0))
OLD = "Wed, 01 Jan 2020 12:00:00 GMT"
DATE = "Wed, 01 Jan 2025 12:00:00 GMT"

VALIDATORS = {
    "a tag": ({"etag": '"v1"'}, '"v1"'),
    "an empty tag": ({"etag": '""'}, '""'),
    "a tag in Latin-1": ({"etag": '"\xe9"'}, '"\xe9"'),
    "a tag before a date": ({"etag": '"v1"', "last-modified": OLD, "date": DATE}, '"v1"'),
    "a weak tag": ({"etag": 'W/"v1"'}, ""),
    "a weak tag and a date": ({"etag": 'W/"v1"', "last-modified": OLD, "date": DATE}, ""),
    "a control character": ({"etag": '"v\x1f1"'}, ""),
    "two tags": ({"etag": '"v1", "v2"'}, ""),
    "no quotes": ({"etag": "v1"}, ""),
    "no quotes and a date": ({"etag": "v1", "last-modified": OLD, "date": DATE}, OLD),
    "a tag that is too long": ({"etag": f'"{"x" * 200}"'}, ""),
    "a date": ({"last-modified": OLD, "date": DATE}, OLD),
    "a date in the second of the response": ({"last-modified": DATE, "date": DATE}, ""),
    "a date after the response": ({"last-modified": DATE, "date": OLD}, ""),
    "a date by the clock here": ({"last-modified": OLD}, OLD),
    "a date that is no date": ({"last-modified": "yesterday", "date": DATE}, ""),
    "a date with a control character": ({"last-modified": f"{OLD}\x1f", "date": DATE}, ""),
    "a date beyond all calendars": ({"last-modified": "Wed, 01 Jan 99999 12:00:00 GMT", "date": DATE}, ""),
    "a body that is coded": ({"etag": '"v1"', "content-encoding": "gzip"}, ""),
    "a body that is not coded": ({"etag": '"v1"', "content-encoding": "identity"}, '"v1"'),
    "nothing": ({}, ""),
}


@pytest.mark.parametrize("case", VALIDATORS)
def test_a_version_is_told_by_a_strong_validator(case):
    """A tag, or a date that can't be that of two versions; nothing else holds a part together with its rest."""
    headers, validator = VALIDATORS[case]
    assert version_of(headers, NOW).validator == validator


def test_a_date_of_just_now_is_not_trusted_by_the_clock_here():
    """Which may be some seconds ahead of that of the server."""
    assert version_of({"last-modified": DATE}, NOW - 10_000_000).validator == ""


LENGTHS = {
    "stated": ({"content-length": "5"}, 5),
    "not stated": ({}, None),
    "no number": ({"content-length": "many"}, None),
    "negative": ({"content-length": "-5"}, None),
    "of 5,000 digits": ({"content-length": "9" * 5000}, None),
    "of what is coded": ({"content-length": "5", "content-encoding": "gzip"}, None),
    "beside chunks": ({"content-length": "5", "transfer-encoding": "chunked"}, None),
}


@pytest.mark.parametrize("case", LENGTHS)
def test_a_length_is_that_of_the_file(case):
    headers, length = LENGTHS[case]
    assert length_of(headers) == length
    assert version_of(headers, NOW).length == length


TAGGED = Version('"v1"', 100)
PART = {"content-range": "bytes 10-99/100", "etag": '"v1"'}

RESTS = {
    "the rest": (TAGGED, {}, True),
    "of unknown length": (TAGGED, {"content-range": "bytes 10-99/*"}, True),
    "only some of it": (TAGGED, {"content-range": "bytes 10-19/100", "content-length": "10"}, True),
    "in capitals": (TAGGED, {"content-range": "Bytes 10-99/100"}, True),
    "of another version": (TAGGED, {"etag": '"v2"'}, False),
    "of a version that is not told": (TAGGED, {"etag": ""}, False),
    "of another length": (TAGGED, {"content-range": "bytes 10-100/101"}, False),
    "of other bytes": (TAGGED, {"content-range": "bytes 9-99/100"}, False),
    "of bytes in reverse": (TAGGED, {"content-range": "bytes 10-9/100"}, False),
    "of more bytes than there are": (TAGGED, {"content-range": "bytes 10-100/100"}, False),
    "of a body of another length": (TAGGED, {"content-length": "89"}, False),
    "of several parts": (TAGGED, {"content-range": "", "content-type": "multipart/byteranges; boundary=x"}, False),
    "of numbers without end": (TAGGED, {"content-range": f"bytes 10-99/{'9' * 5000}"}, False),
    "that is coded": (TAGGED, {"content-encoding": "gzip"}, False),
    "of a file whose length nobody tells": (Version('"v1"'), {"content-range": "bytes 10-99/*"}, False),
    "of a file whose length is told now": (Version('"v1"'), {}, True),
    "by the date": (Version(OLD, 100), {"last-modified": OLD}, True),
    "by another date": (Version(OLD, 100), {"last-modified": DATE}, False),
    "by no date": (Version(OLD, 100), {}, False),
}


@pytest.mark.parametrize("case", RESTS)
def test_a_part_is_continued_by_the_rest_of_the_same_version_only(case):
    version, changes, expected = RESTS[case]
    assert is_rest(version, 10, {**PART, **changes}) is expected


def test_what_is_missing_is_asked_for():
    assert conditions(TAGGED, start_of_rest(TAGGED, 10)) == {"Range": "bytes=10-", "If-Range": '"v1"'}
    assert conditions(TAGGED, start_of_rest(TAGGED, 0)) == {}
    assert conditions(Version("", 100), start_of_rest(Version("", 100), 10)) == {}


@given(size=st.integers(0, 200), length=st.none() | st.integers(0, 200))
def test_a_range_never_begins_behind_the_end(size, length):
    """Of a file that is whole already its last byte is asked for again."""
    start = start_of_rest(Version('"v1"', length), size)
    assert start <= size
    assert length is None or start < max(1, length)


@pytest.mark.parametrize("part", ["1", " ", "1:", ",", "(", "a ", "-", "+", "Mon, 1 Jan ", "\\", '"', "bytes 1-", "W/"])
def test_time_is_in_proportion_to_the_headers(part):
    names = ("etag", "last-modified", "date", "content-length", "content-range")

    def work(text):
        headers = dict.fromkeys(names, text)
        version_of(headers, 0)
        is_rest(Version('"a"', 5), 1, headers)

    assert_linear(work, lambda count: part * count, 3_000)
