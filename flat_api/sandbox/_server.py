"""The HTTP server beneath the sandbox: one thread for each connection, which is kept open between requests.

h11 reads and writes HTTP/1.1, strictly and within bounds; this module moves its bytes and calls the application.
Werkzeug's own server closes each connection after one answer.
"""

from __future__ import annotations

import errno
import io
import logging
import os
import socket
import socketserver
import struct
import threading
import time
import typing
from collections.abc import Callable, Iterable
from email.utils import formatdate
from functools import lru_cache
from http import HTTPStatus
from urllib.parse import unquote_to_bytes, urlsplit

import h11

from ._striking import Cut

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

_PATIENCE = 1.0
"""Seconds to wait for an answer that is being made when the server is closed."""

_BLOCK = 1 << 16


class Server(socketserver.ThreadingTCPServer):
    """Serves *app* at *host* and *port*, 0 for one that is free, in threads of its own until it is closed.

    Raises OSError where that can't be listened to.
    """

    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def __init__(self, host: str, port: int, app: Application) -> None:
        self.app = app
        self._connections: dict[socket.socket, threading.Thread] = {}
        self._lock = threading.Lock()
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, port), _Connection)
        self._thread = threading.Thread(target=self.serve_forever, args=(0.1,), name="flat-api-sandbox", daemon=True)
        self._thread.start()

    @property
    def address(self) -> tuple[str, int]:
        """The host and the port that are listened to."""
        return typing.cast("tuple[str, int]", self.server_address[:2])

    @property
    def url(self) -> str:
        """The origin: scheme, host and port."""
        host, port = self.address
        return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"

    def process_request(self, request: typing.Any, client_address: typing.Any) -> None:
        thread = threading.Thread(target=self.process_request_thread, args=(request, client_address), daemon=True)
        with self._lock:
            self._connections[request] = thread
        thread.start()

    def shutdown_request(self, request: typing.Any) -> None:
        with self._lock:
            self._connections.pop(request, None)
        if request.fileno() != -1:
            super().shutdown_request(request)

    def handle_error(self, request: typing.Any, client_address: typing.Any) -> None:
        _log.exception("a connection failed")

    def close(self) -> None:
        """Listen no more, and end the connections there are."""
        stopping = threading.Thread(target=self.shutdown)
        stopping.start()
        try:  # it looks whether it is to stop when somebody comes
            socket.create_connection(self.address, timeout=1).close()
        except OSError:
            pass
        stopping.join()
        self._thread.join()
        self.server_close()
        with self._lock:
            left = dict(self._connections)
        for connection in left:
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError as error:
                if error.errno not in (errno.ENOTCONN, errno.EBADF):
                    raise
        for thread in left.values():
            thread.join(_PATIENCE)


class _Connection(socketserver.BaseRequestHandler):
    """One connection: the requests on it, one after the other."""

    request: socket.socket

    def setup(self) -> None:
        self.owner = typing.cast("Server", self.server)
        self.request.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, True)
        _limit_waits(self.request, STALLED)
        self.http = h11.Connection(h11.SERVER, max_incomplete_event_size=LARGEST_HEAD)

    def handle(self) -> None:
        """Answer requests until one of the two sides ends the connection."""
        try:
            while isinstance(request := self._next_event(), h11.Request):
                self._write(request, *self._answer(environ_of(request, self.owner.address, _Body(self))))
                if not self._drained():
                    break
                self.http.start_next_cycle()
        except h11.RemoteProtocolError as error:
            self._reject(error)
        except Cut as cut:
            self._end(hard=cut.hard)
        except (ConnectionError, *_STALLS):
            pass

    def body_event(self) -> typing.Any:
        """Return the next piece of the body, or its end; a client that waits to be told so is told to send it."""
        if self.http.they_are_waiting_for_100_continue:
            self._send(self._encoded(h11.InformationalResponse(status_code=100, headers=[], reason=b"Continue")))
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
                return self.request.recv(_BLOCK)
            except _STALLS:
                if self.http.their_state is not h11.IDLE or self.http.trailing_data[0]:
                    raise

    def _answer(self, environ: dict[str, typing.Any]) -> tuple[str, Headers, Iterable[bytes]]:
        """Return status, headers and body of the application's answer; 500 where it fails."""
        found: list[tuple[str, Headers]] = []

        def start_response(status: str, headers: Headers, exc_info: object = None) -> None:
            found.append((status, headers))

        try:
            body = self.owner.app(environ, start_response)
        except Cut:
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
        response = h11.Response(status_code=int(code), headers=encoded, reason=reason.encode("latin-1"))
        unsent = self._encoded(response)
        try:
            for piece in body:
                if piece and request.method != b"HEAD":
                    self._send(unsent + self._encoded(h11.Data(data=piece)))
                    unsent = b""
            self._send(unsent + self._encoded(h11.EndOfMessage()))
        except Cut:
            self._send(unsent)
            raise
        finally:
            close = getattr(body, "close", None)
            if close is not None:
                close()

    def _encoded(self, event: h11.Event) -> bytes:
        return self.http.send(event) or b""

    def _send(self, data: bytes) -> None:
        if data:
            self.request.sendall(data)

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
            self._send(self._encoded(response) + self._encoded(h11.EndOfMessage()))
        except OSError:
            pass

    def _end(self, *, hard: bool) -> None:
        """End the connection: with what was written so far, or *hard*, as a program that dies does."""
        if hard:
            at_once = struct.pack("hh" if os.name == "nt" else "ii", 1, 0)
            self.request.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, at_once)
            self.request.close()

    def finish(self) -> None:
        """End the sending side first, and read what is under way: closing at once would have the answer thrown away."""
        left, until = DRAINED, time.monotonic() + LINGER_SECONDS
        try:
            self.request.shutdown(socket.SHUT_WR)
            self.request.settimeout(LINGER_SECONDS)
            while left > 0 and time.monotonic() < until and (data := self.request.recv(_BLOCK)):
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


class _Body(io.RawIOBase):
    """The body of a request, read from the connection when the application asks for it.

    Reading raises OSError for a body that ends too early, or whose chunks are none.
    """

    def __init__(self, connection: _Connection) -> None:
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


_PLAIN = ("CONTENT_LENGTH", "CONTENT_TYPE")
"""The variables of headers that have no ``HTTP_`` in front."""


@lru_cache(maxsize=2)
def _date(seconds: int) -> bytes:
    """Return a time as HTTP writes it."""
    return formatdate(seconds, usegmt=True).encode()


def environ_of(request: h11.Request, address: tuple[str, int], body: io.RawIOBase) -> dict[str, typing.Any]:
    """Return the WSGI environment (PEP 3333) of *request*, which came to the server at *address*.

    ``RAW_URI`` is the path as it came. Headers with underscores in their names are left out: they could be taken for
    others. The host of an absolute URL stands for that of the ``Host`` header (RFC 9112, 3.2.2).
    """
    target = request.target.decode("ascii")
    path, _, query = target.partition("?")
    values: dict[str, list[str]] = {}
    for raw_name, value in request.headers:
        if b"_" not in raw_name:
            name = raw_name.decode("ascii").upper().replace("-", "_")
            values.setdefault(name if name in _PLAIN else f"HTTP_{name}", []).append(value.decode("latin-1"))
    headers = {name: ("; " if name == "HTTP_COOKIE" else ", ").join(found) for name, found in values.items()}
    if not path.startswith("/") and "://" in path:
        parts = urlsplit(path)
        path, headers["HTTP_HOST"] = parts.path, parts.netloc
    return {
        "REQUEST_METHOD": request.method.decode("ascii"),
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
        "QUERY_STRING": query,
        "RAW_URI": target,
        "SERVER_NAME": address[0],
        "SERVER_PORT": str(address[1]),
        "SERVER_PROTOCOL": f"HTTP/{request.http_version.decode('ascii')}",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": body,
        "wsgi.input_terminated": True,
        "wsgi.errors": io.StringIO(),
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
        **headers,
    }
