"""Which version of a file a response has, and whether a part of one can be continued (RFC 9110, 13.1.5 and 15.3.7).

There is no I/O here, and none of the types of a transport: headers are any mapping that finds them in any spelling.
"""

from __future__ import annotations

import re
import typing
from email.utils import parsedate_to_datetime

from .._content import is_coded

Headers = typing.Mapping[str, str]

_TAG = re.compile(r'"[\x21\x23-\x7e\x80-\xff]*"')
_SIZE = re.compile("[0-9]{1,18}")
_RANGE = re.compile(r"bytes ([0-9]{1,18})-([0-9]{1,18})/([0-9]{1,18}|\*)", re.IGNORECASE)
_LONGEST = 90
"""Characters of a validator that is kept, so that it fits into the name of a file."""

_MARGIN = 60.0
"""Seconds that a date must lie back, where only the clock here tells when the response came."""


class Version(typing.NamedTuple):
    """What is known of the version of a file that a response has.

    *validator* tells whether the file at the server is still this one; empty where nothing does. *length* is the
    number of bytes that the file has; None where the server doesn't say.
    """

    validator: str = ""
    length: int | None = None


def version_of(headers: Headers, now: float) -> Version:
    """Return the version of the file that a response with all of it has; *now* is the time, in seconds since 1970."""
    length = length_of(headers)
    return Version("" if is_coded(headers) else _validator(headers, now), length)


def length_of(headers: Headers) -> int | None:
    """Return the bytes that a body has when it is decoded; None where its *headers* don't tell."""
    stated = headers.get("content-length", "")
    is_told = _SIZE.fullmatch(stated) and not is_coded(headers) and "transfer-encoding" not in headers
    return int(stated) if is_told else None


def _validator(headers: Headers, now: float) -> str:
    """Return the strong validator in *headers* (RFC 9110, 8.8); empty where there is none that can be sent back."""
    tag = headers.get("etag", "")
    if _TAG.fullmatch(tag):
        validator = tag
    else:  # a date is for responses without a tag, even a weak one (13.1.5)
        validator = "" if tag.startswith("W/") else _strong_date(headers, now)
    return validator if len(validator) <= _LONGEST else ""


def _strong_date(headers: Headers, now: float) -> str:
    """Return the ``Last-Modified`` in *headers* if the file can't have changed again in that second (8.8.2.2)."""
    modified = headers.get("last-modified", "")
    changed = _seconds(modified)
    if changed is None or not (modified.isascii() and modified.isprintable()):
        return ""
    stated = _seconds(headers.get("date", ""))
    is_strong = changed + 1 <= stated if stated is not None else changed + _MARGIN <= now
    return modified if is_strong else ""


def _seconds(date: str) -> float | None:
    try:
        return parsedate_to_datetime(date[:_LONGEST]).timestamp()
    except (TypeError, ValueError, OverflowError):
        return None


def start_of_rest(version: Version, size: int) -> int:
    """Return from which byte on to ask for the rest of a file, *size* bytes of which are here; 0 for all of it."""
    if not version.validator:
        return 0
    # Of a whole file its last byte is asked for again: a range behind the end is none that a server has.
    return size if version.length is None else min(size, version.length - 1)


def conditions(version: Version, start: int) -> dict[str, str]:
    """Return the headers that ask for what follows the byte *start* of *version*, or else for all of the file."""
    return {"Range": f"bytes={start}-", "If-Range": version.validator} if start > 0 else {}


def is_rest(version: Version, start: int, headers: Headers) -> bool:
    """Return whether a response with status 206 and *headers* has what follows the byte *start* of *version*.

    A server that ignores ``If-Range``, or the range, may send a part of another version, or another part: that is
    told by another validator, or none, another length, or another range.
    """
    found = _RANGE.fullmatch(headers.get("content-range", "").strip())
    if found is None or is_coded(headers):
        return False
    first, last = int(found[1]), int(found[2])
    stated = None if found[3] == "*" else int(found[3])
    length = version.length if stated is None else stated
    name = "etag" if version.validator.startswith('"') else "last-modified"
    return (
        first == start
        and length is not None
        and first <= last < length
        and version.length in (None, length)
        and headers.get(name) == version.validator
        and length_of(headers) in (None, last - first + 1)
    )


def length_with_rest(version: Version, headers: Headers) -> int | None:
    """Return the length of the whole file that a response tells of which `is_rest`."""
    found = _RANGE.fullmatch(headers.get("content-range", "").strip())
    return version.length if found is None or found[3] == "*" else int(found[3])
