"""One connection to the sandbox: HTTP/1.1 for a WSGI application, read and written by h11 within bounds."""

from __future__ import annotations

import io
import logging
import os
import socket
import struct
import time
import typing
from collections.abc import Callable, Iterable
from email.utils import formatdate
from functools import lru_cache
from http import HTTPStatus

import h11

from ._environ import environ_of
from ._faults import ConnectionCut

Application = Callable[[dict[str, typing.Any], typing.Any], Iterable[bytes]]
Headers = list[tuple[str, str]]

_log = logging.getLogger(__name__)

LARGEST_HEAD = 1 << 16
"""Bytes of a request line and the headers behind it that are read at most."""

DRAINED = 128 << 20
"""Bytes of a body that are read and thrown away at most, so that the client gets to its answer."""

DRAIN_SECONDS = 5.0
"""How long a body is thrown away at most."""

LINGER_SECONDS = 1.0
"""How long a client has to close its side of a connection that the server ends."""

STALLED = 60.0
"""Seconds to wait for more of a request that has begun, or for a client that reads no further."""

_BLOCK = 1 << 16


class Connection:
    """The requests that come on *client*, one after the other, for *app* on a server at *address*."""

    def __init__(self, client: socket.socket, app: Application, address: tuple[str, int]) -> None:
        self.client = client
        self.app = app
        self.address = address
        self.client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, True)
        _limit_waits(self.client, STALLED)
        self.http = h11.Connection(h11.SERVER, max_incomplete_event_size=LARGEST_HEAD)

    def serve(self) -> None:
        """Answer requests until one of the two sides ends the connection."""
        try:
            while isinstance(request := self._next_event(), h11.Request):
                self._write(request, *self._answer(environ_of(request, self.address, _Body(self))))
                if not self._drained():
                    break
                self.http.start_next_cycle()
        except h11.RemoteProtocolError as error:
            self._reject(error)
        except ConnectionCut as cut:
            if cut.hard:
                _reset(self.client)
        except (ConnectionError, *_STALLS):
            pass
        self._end()

    def body_event(self) -> typing.Any:
        """Return the next piece of the body, or its end; a client that waits to be told so is told to send it."""
        if self.http.they_are_waiting_for_100_continue:
            self._send(h11.InformationalResponse(status_code=100, headers=[], reason=b"Continue"))
        return self._next_event()

    def _next_event(self) -> typing.Any:
        """Return what comes next from the client. Raises h11.RemoteProtocolError where that is no HTTP."""
        if self.http.their_state is h11.IDLE and not self.http.trailing_data[0]:
            self.http.receive_data(self._received())  # there is nothing yet that could be an event
        while (event := self.http.next_event()) is h11.NEED_DATA:
            self.http.receive_data(self._received())
        return event

    def _received(self) -> bytes:
        """Return bytes of the client, none at its end. Raises one of `_STALLS` where it stops within a request."""
        while True:
            try:
                return self.client.recv(_BLOCK)
            except _STALLS:
                if self.http.their_state is not h11.IDLE or self.http.trailing_data[0]:
                    raise

    def _answer(self, environ: dict[str, typing.Any]) -> tuple[str, Headers, Iterable[bytes]]:
        """Return status, headers and body of the application's answer; 500 where it fails."""
        found: list[tuple[str, Headers]] = []

        def start_response(status: str, headers: Headers, exc_info: object = None) -> None:
            found.append((status, headers))

        try:
            body = self.app(environ, start_response)
        except ConnectionCut:
            raise
        except Exception:
            _log.exception("the sandbox failed at %s %s", environ["REQUEST_METHOD"], environ["RAW_URI"])
            text = b'{"code":"SANDBOX_FAILED","message":"The sandbox itself failed; its log says why."}'
            headers = [("Content-Type", "application/json"), ("Content-Length", str(len(text)))]
            return "500 Internal Server Error", headers, [text]
        return *found[-1], body

    def _write(self, request: h11.Request, status: str, headers: Headers, body: Iterable[bytes]) -> None:
        code, _, reason = status.partition(" ")
        encoded = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers]
        if not any(name.lower() == "date" for name, _ in headers):
            encoded.append((b"Date", _date(int(time.time()))))
        unsent: list[h11.Event] = [
            h11.Response(status_code=int(code), headers=encoded, reason=reason.encode("latin-1"))
        ]
        try:
            for piece in body:
                if piece and request.method != b"HEAD":
                    self._send(*unsent, h11.Data(data=piece))
                    unsent = []
            self._send(*unsent, h11.EndOfMessage())
        except ConnectionCut:
            self._send(*unsent)
            raise
        finally:
            close = getattr(body, "close", None)
            if close is not None:
                close()

    def _send(self, *events: h11.Event) -> None:
        data = b"".join(self.http.send(event) or b"" for event in events)
        if data:
            self.client.sendall(data)

    def _drained(self) -> bool:
        """Throw away what is left of a body; return whether another request may follow on this connection."""
        left, until = DRAINED, time.monotonic() + DRAIN_SECONDS
        while self.http.their_state is h11.SEND_BODY and not self.http.they_are_waiting_for_100_continue:
            event = self._next_event()
            left -= len(event.data) if isinstance(event, h11.Data) else 0
            if left < 0 or time.monotonic() > until:
                break
        return self.http.our_state is h11.DONE and self.http.their_state is h11.DONE

    def _reject(self, error: h11.RemoteProtocolError) -> None:
        """Answer what is no HTTP, unless an answer has begun; nobody knows where the next request would begin."""
        if self.http.our_state not in (h11.IDLE, h11.SEND_RESPONSE):
            return
        try:
            status = HTTPStatus(error.error_status_hint)
            headers = [("Content-Length", "0"), ("Connection", "close")]
            response = h11.Response(status_code=status, headers=headers, reason=status.phrase.encode())
            self._send(response, h11.EndOfMessage())
        except OSError:
            pass

    def _end(self) -> None:
        """End the sending side first, and read what is under way: closing at once would have the answer thrown away."""
        left, until = DRAINED, time.monotonic() + LINGER_SECONDS
        try:
            self.client.shutdown(socket.SHUT_WR)
            self.client.settimeout(LINGER_SECONDS)
            while left > 0 and time.monotonic() < until and (data := self.client.recv(_BLOCK)):
                left -= len(data)
        except OSError:  # a connection that was reset, or that is closed already
            pass


_STALLS = (BlockingIOError, TimeoutError)
"""What a wait raises that took too long, on POSIX and on Windows."""


def _limit_waits(connection: socket.socket, seconds: float) -> None:
    """Let the system end waits for *connection*: a timeout of Python's own asks it before each read and each write."""
    whole, rest = divmod(round(seconds * 1_000_000), 1_000_000)
    limit = struct.pack("L", round(seconds * 1000)) if os.name == "nt" else struct.pack("ll", whole, rest)
    for option in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
        connection.setsockopt(socket.SOL_SOCKET, option, limit)


def _reset(connection: socket.socket) -> None:
    """End a connection as a program that dies does, whatever is under way."""
    at_once = struct.pack("hh" if os.name == "nt" else "ii", 1, 0)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, at_once)
    connection.close()


class _Body(io.RawIOBase):
    """The body of a request, read from the connection when the application asks for it.

    Reading raises OSError for a body that ends too early, or whose chunks are none.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._left = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: typing.Any) -> int:
        if not self._left:
            self._left = memoryview(self._next())
        count = min(len(buffer), len(self._left))
        buffer[:count] = self._left[:count]
        self._left = self._left[count:]
        return count

    def _next(self) -> bytes:
        if self._connection.http.their_state is not h11.SEND_BODY:
            return b""
        try:
            event = self._connection.body_event()
        except h11.RemoteProtocolError as error:
            raise OSError(str(error)) from error
        return bytes(event.data) if isinstance(event, h11.Data) else b""


@lru_cache(maxsize=2)
def _date(seconds: int) -> bytes:
    """Return a time as HTTP writes it."""
    return formatdate(seconds, usegmt=True).encode()
