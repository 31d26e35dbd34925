"""Connections that read whole bodies by themselves: within limits, and while a failure can still be retried."""

from __future__ import annotations

import http.client
import io
import socket
import time
import typing
from contextvars import ContextVar
from functools import partial

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from ._content import ContentDecoder, ContentError
from ._failures import remember
from ._response import ApiResponseWithoutDeserialization, is_on_its_way, whole_response
from .exceptions import ApiResponseError

__all__ = ["bounded", "pool_classes", "seconds_allowed"]

_CHUNK = 64 * 1024

seconds_allowed: ContextVar[float | None] = ContextVar("seconds_allowed", default=None)
"""The seconds one attempt may take in all. Pools don't tell their connections, which are several calls away."""


def bounded(response: urllib3.HTTPResponse, limit: int | None) -> urllib3.HTTPResponse:
    """*response* with all of its body here, decoded.

    Raises ApiResponseError for more than *limit* bytes, counted after decompression, and for a body that can't be
    decoded, unless the answer is an error anyway; what urllib3 raises where the body doesn't come whole.
    """
    if _is_short(response, limit):
        return _at_once(response)
    kept = _with(_received(response, limit), response)
    if not kept.data or "content-encoding" not in response.headers:
        return kept
    return _decoded(kept, limit)


def _is_short(response: urllib3.BaseHTTPResponse, limit: int | None) -> bool:
    """Whether the body of *response* is known to be small, and as it was before it was sent, as nearly all are."""
    length = response.length_remaining
    return length is not None and length <= min(_CHUNK, limit or _CHUNK) and "content-encoding" not in response.headers


def _at_once(response: urllib3.HTTPResponse) -> urllib3.HTTPResponse:
    """*response* with its body, which it keeps by itself."""
    try:
        response.read(cache_content=True)
    except HTTPError as error:
        part: bytes = getattr(error.__cause__, "partial", b"")
        remember(error, ApiResponseWithoutDeserialization(_with(part, response)))
        raise
    return response


def _received(response: urllib3.BaseHTTPResponse, limit: int | None) -> bytes:
    chunks: list[bytes] = []
    count = 0
    try:
        while chunk := response.read1(_CHUNK, decode_content=False):
            count += len(chunk)
            if limit is not None and count > limit:
                raise _too_large(response, limit)
            chunks.append(chunk)
    except HTTPError as error:
        remember(error, ApiResponseWithoutDeserialization(_with(b"".join(chunks), response)))
        raise
    return b"".join(chunks)


def _with(data: bytes, response: urllib3.BaseHTTPResponse) -> urllib3.HTTPResponse:
    return whole_response(data, response.headers, response.status, response.reason, response.url)


def _decoded(coded: urllib3.HTTPResponse, limit: int | None) -> urllib3.HTTPResponse:
    pieces: list[bytes] = []
    count = 0
    try:
        decoder = ContentDecoder(coded.headers["content-encoding"])
        for piece in decoder.decode(coded.data):
            count += len(piece)
            if limit is not None and count > limit:
                raise _too_large(coded, limit)
            pieces.append(piece)
        decoder.finish()
    except ContentError as error:
        if coded.status >= 400:
            return coded
        raise ApiResponseError(coded.status, str(error), ApiResponseWithoutDeserialization(coded)) from error
    return _with(b"".join(pieces), coded)


def _too_large(response: urllib3.BaseHTTPResponse, limit: int) -> ApiResponseError:
    reason = f"The body has more than the {limit:,} bytes that Configuration.max_response_bytes allows"
    return ApiResponseError(response.status, reason, ApiResponseWithoutDeserialization(_with(b"", response)))


class _Punctual(io.RawIOBase):
    """What comes from a socket until a moment of `time.monotonic`, after which reading it times out."""

    def __init__(self, raw: io.RawIOBase, sock: socket.socket, until: float) -> None:
        self._raw, self._sock, self._until = raw, sock, until

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: typing.Any) -> int | None:
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError("timed out")
        self._sock.settimeout(left)
        count: int | None = self._raw.readinto(buffer)
        return count

    def close(self) -> None:
        self._raw.close()
        super().close()


_readline = io.BufferedReader.readline


class _Lines(io.BufferedReader):
    """A file that is read by line at first, and tells when it ends within one.

    An error tells in its attribute ``partial``, as that of `http.client` does, what had come before it.
    """

    is_head = True

    def read(self, size: int | None = -1, /) -> bytes:
        if size is None or size < 0:
            return super().read(size)
        data = b""
        try:
            while len(data) < size and (more := self.read1(size - len(data))):
                data += more
        except OSError as error:
            vars(error)["partial"] = data
            raise
        return data

    def readline(self, size: int | None = -1, /) -> bytes:
        line = _readline(self, size)
        if line[-1:] != b"\n" and self.is_head and len(line) != size:
            raise http.client.RemoteDisconnected("Remote end closed connection within the head of its response")
        return line


class _Response(http.client.HTTPResponse):
    """A response whose head is whole, and whose last byte is here in time, however slowly the others drip in."""

    def __init__(self, until: float | None, sock: socket.socket, *args: typing.Any, **options: typing.Any) -> None:
        super().__init__(sock, *args, **options)
        file: typing.Any = self.fp
        raw = file.detach()
        self.fp = _Lines(raw if until is None else _Punctual(raw, sock, until))

    def begin(self) -> None:
        lines, response = typing.cast(_Lines, self.fp), typing.cast(typing.Any, self)
        super().begin()
        while 102 <= self.status <= 199:  # a word in between (RFC 9110, 15.2): the answer comes behind it
            response.headers = response.msg = None  # or the next head would not be read
            super().begin()
        lines.is_head = False
        stated = self.headers.get_all("content-length", [])
        lengths = ",".join(stated).split(",") if len(stated) > 1 or "," in "".join(stated) else stated
        if len({length.strip() for length in lengths}) > 1:
            raise http.client.HTTPException(f"The response has several lengths: {', '.join(lengths)}")


class _Connection(HTTPConnection):
    """Reads whole bodies itself: no more than *limit* bytes, no longer than the caller allows.

    Bodies that are streamed are left to the caller, unless the answer is no success: then it may have to be retried.
    """

    limit: typing.ClassVar[int | None] = None
    response_class: typing.Any
    _is_streamed = False

    def request(self, *args: typing.Any, preload_content: bool = True, **options: typing.Any) -> None:
        self._is_streamed = not preload_content
        allowed = None if self._is_streamed else seconds_allowed.get()
        self.response_class = partial(_Response, None if allowed is None else time.monotonic() + allowed)
        super().request(*args, preload_content=False, **options)

    def getresponse(self) -> urllib3.HTTPResponse:  # type: ignore[override]  # as urllib3 does
        try:
            response = super().getresponse()
        finally:
            self.response_class = http.client.HTTPResponse  # for the answer of a proxy, when it connects again
        if self._is_streamed and 200 <= response.status <= 299:
            return response
        return bounded(response, self.limit)


class _Pool(urllib3.HTTPConnectionPool):
    """Takes no timeout for the one that the pool was made with, and gets connections back as soon as can be."""

    def urlopen(self, *args: typing.Any, **options: typing.Any) -> urllib3.BaseHTTPResponse:
        if options.get("timeout") is None:
            options["timeout"] = self.timeout
        response = super().urlopen(*args, **options)
        if not is_on_its_way(response):
            response.release_conn()
        return response


def pool_classes(limit: int | None) -> dict[str, typing.Any]:
    """The classes of pools, by scheme, whose connections read at most *limit* bytes into memory."""

    class Connection(_Connection):
        pass

    class SecureConnection(_Connection, HTTPSConnection):
        pass

    class Pool(_Pool):
        ConnectionCls: typing.Any = Connection

    class SecurePool(_Pool, urllib3.HTTPSConnectionPool):
        ConnectionCls: typing.Any = SecureConnection

    Connection.limit = SecureConnection.limit = limit
    return {"http": Pool, "https": SecurePool}
