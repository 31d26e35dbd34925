"""Connections and their pools: no attempt takes longer than it may, whatever comes in drops, and callers queue."""

from __future__ import annotations

import http.client
import io
import socket
import time
import typing
from contextvars import ContextVar

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection

from ._reading import bounded, escape_location
from ._response import is_on_its_way
from ._timeouts import seconds_of_a_wait

__all__ = ["pool_classes"]

_LEAST = 0.001
"""Seconds that a socket is given when there is no time left: with none it would not wait at all, and say so oddly."""

_limits: ContextVar[tuple[float | None, float | None]] = ContextVar("limits", default=(None, None))
"""When the attempt at hand has to be over, by `time.monotonic`, and how many seconds it may wait each time.

Pools don't tell their connections, which are several calls away.
"""


class _Punctual(io.RawIOBase):
    """What comes from a socket until a moment of `time.monotonic`, after which reading it times out."""

    def __init__(self, raw: io.RawIOBase, sock: socket.socket, until: float) -> None:
        self._raw = raw
        self._sock = sock
        self._until: float | None = until

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: typing.Any) -> int | None:
        if self._until is not None:
            left = self._until - time.monotonic()
            if left <= 0:
                raise TimeoutError("timed out")
            self._sock.settimeout(left)
        count: int | None = self._raw.readinto(buffer)
        return count

    def wait_each_time(self, seconds: float | None) -> None:
        """From now on wait so many seconds for each piece, however many there are."""
        self._until = None
        self._sock.settimeout(seconds)

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

    punctual: _Punctual | None = None

    def __init__(self, until: float | None, sock: socket.socket, *args: typing.Any, **options: typing.Any) -> None:
        super().__init__(sock, *args, **options)
        file: typing.Any = self.fp
        raw = file.detach()
        if until is not None:
            raw = self.punctual = _Punctual(raw, sock, until)
        self.fp = _Lines(raw)

    def begin(self) -> None:
        lines, response = typing.cast(_Lines, self.fp), typing.cast(typing.Any, self)
        super().begin()
        while 102 <= self.status <= 199:  # a word in between (RFC 9110, 15.2): the answer comes behind it
            response.headers = response.msg = None  # or the next head would not be read
            super().begin()
        lines.is_head = False
        stated = self.headers.get_all("content-length", ())
        if len(stated) > 1 or (stated and "," in stated[0]):
            lengths = ",".join(stated).split(",")
            if len({length.strip() for length in lengths}) > 1:
                raise http.client.HTTPException(f"The response has several lengths: {', '.join(lengths)}")


class _Connection(HTTPConnection):
    """Reads whole bodies itself: no more than *limit* bytes, and no later than *until*.

    Bodies that are streamed are left to the caller, unless the answer is not a success: then it may have to be retried.
    They may take as long as they like, but no longer than *seconds* for each piece.
    """

    limit: int | None = None
    until: float | None = None
    seconds: float | None = None
    _connected_by: float | None = None
    _is_streamed = False
    _response: _Response

    def response_class(  # type: ignore[override]  # which is called, and nothing else
        self, sock: socket.socket, *args: typing.Any, **options: typing.Any
    ) -> _Response:
        """Return a response to be read from *sock*; that of a proxy comes while the connection is being made."""
        until = self.until if self._connected_by is None else self._connected_by
        self._response = _Response(until, sock, *args, **options)
        return self._response

    def connect(self) -> None:
        limit = self.timeout
        moments = [time.monotonic() + limit] if isinstance(limit, (int, float)) else []
        self._connected_by = min([*moments, *([] if self.until is None else [self.until])], default=None)
        try:
            super().connect()
        finally:
            self._connected_by = None
        if isinstance(limit, (int, float)):
            self.sock.settimeout(limit)  # for what is sent now

    def _new_conn(self) -> socket.socket:
        sock = super()._new_conn()
        if self._connected_by is not None:
            sock.settimeout(max(_LEAST, self._connected_by - time.monotonic()))  # for a proxy's answer and TLS
        return sock

    def request(self, *args: typing.Any, preload_content: bool = True, **options: typing.Any) -> None:
        self._is_streamed = not preload_content
        super().request(*args, preload_content=False, **options)

    def getresponse(self) -> urllib3.HTTPResponse:  # type: ignore[override]  # as urllib3 does
        response = super().getresponse()
        if 300 <= response.status <= 399:
            escape_location(response)
        if self._is_streamed and 200 <= response.status <= 299:
            if self._response.punctual is not None:
                self._response.punctual.wait_each_time(self.seconds)
            return response
        return bounded(response, self.limit)


class _SecureConnection(_Connection, HTTPSConnection):  # pyright: ignore[reportIncompatibleVariableOverride]
    """The same with TLS."""


class _Pool(urllib3.HTTPConnectionPool):
    """Callers wait for a connection while all are in use, and give it back as soon as its answer is in memory.

    It takes no timeout for the one that it was made with.
    """

    limit: typing.ClassVar[int | None] = None
    _own: typing.ClassVar[typing.Any] = _Connection
    _base: typing.ClassVar[typing.Any] = urllib3.HTTPConnectionPool
    _usual: typing.ClassVar[typing.Any] = urllib3.HTTPConnectionPool.ConnectionCls

    if not typing.TYPE_CHECKING:

        @property
        def ConnectionCls(self):
            """The class of connections; one that a tool such as vcrpy has put in place of that of urllib3 is heeded."""
            present = self._base.ConnectionCls
            return self._own if present is self._usual else present

    def urlopen(self, *args: typing.Any, **options: typing.Any) -> urllib3.BaseHTTPResponse:
        timeout: urllib3.Timeout = options.get("timeout") or self.timeout
        total = typing.cast("float | None", timeout.total)
        until = None if total is None else time.monotonic() + total
        options["timeout"], options["pool_timeout"] = timeout, seconds_of_a_wait(timeout)
        outer = _limits.set((until, options["pool_timeout"]))
        try:
            return super().urlopen(*args, **options)
        finally:
            _limits.reset(outer)

    def _get_conn(self, timeout: float | None = None) -> typing.Any:
        connection: typing.Any = super()._get_conn(timeout)
        connection.until, connection.seconds = _limits.get()
        connection.limit = self.limit
        return connection

    def _make_request(self, *args: typing.Any, **options: typing.Any) -> urllib3.BaseHTTPResponse:
        response = super()._make_request(*args, **options)
        if not is_on_its_way(response):
            response.release_conn()
        return response


class _SecurePool(_Pool, urllib3.HTTPSConnectionPool):
    _own = _SecureConnection
    _base = urllib3.HTTPSConnectionPool
    _usual = urllib3.HTTPSConnectionPool.ConnectionCls


def pool_classes(limit: int | None) -> dict[str, typing.Any]:
    """Return the classes of pools, by scheme, whose connections read at most *limit* bytes into memory."""
    return {
        "http": type("Pool", (_Pool,), {"limit": limit}),
        "https": type("SecurePool", (_SecurePool,), {"limit": limit}),
    }
