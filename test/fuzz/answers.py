"""Answers as bytes, damaged anywhere: a call ends with a value or an error, and a file is whole or not there."""

from __future__ import annotations

import gzip
import json

from hypothesis import strategies as st

from ..faults import CLOSE, RESET
from .calling import CALLS, Caller, calling
from .mutating import mutated
from .running import Fuzzer

_TASK = json.dumps({"id": "x", "state": "done", "progress": {"percent": 33.3}}).encode()
_FILE = b"ID3" + bytes(range(256)) * 8


def _whole(body: bytes, *head: bytes) -> bytes:
    return b"\r\n".join([b"HTTP/1.1 200 OK", b"Content-Length: %d" % len(body), *head]) + b"\r\n\r\n" + body


def _chunked(body: bytes, *head: bytes) -> bytes:
    middle = len(body) // 2
    chunks = b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in (body[:middle], body[middle:], b""))
    return b"\r\n".join([b"HTTP/1.1 200 OK", b"Transfer-Encoding: chunked", *head]) + b"\r\n\r\n" + chunks


_JSON, _MP3, _GZIP = b"Content-Type: application/json", b"Content-Type: audio/mp3", b"Content-Encoding: gzip"
_ANSWERS = (
    _whole(_TASK, _JSON),
    _chunked(_TASK, _JSON),
    _whole(gzip.compress(_TASK), _JSON, _GZIP),
    _whole(b"[" + _TASK + b"]", _JSON, b'Link: <?next=2>; rel="next"'),
    _whole(_FILE, _MP3),
    _chunked(_FILE, _MP3),
    _whole(gzip.compress(_FILE), _MP3, _GZIP),
)
cases = st.tuples(st.sampled_from(CALLS), mutated(st.sampled_from(_ANSWERS)), st.sampled_from([CLOSE, CLOSE, RESET]))


def check(caller: Caller, case: tuple[str, bytes, str]) -> None:
    """Send the bytes, end the connection, and look at what the call makes of it."""
    which, sent, end = case
    caller.script = (sent, end)
    caller.call(which)


FUZZER = Fuzzer(cases, check, calling)
