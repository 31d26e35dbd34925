"""The HTTP server beneath the sandbox: threads, and connections that are kept alive.

Werkzeug's own server closes each connection after one answer, and waits a hundredth of a second before it does. Its
way to read requests is used here, and what comes out of the application is written by what follows.
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
import typing
from collections.abc import Callable, Iterable

from werkzeug.serving import WSGIRequestHandler

from ._striking import Cut

Application = Callable[[dict[str, typing.Any], typing.Any], Iterable[bytes]]
Headers = list[tuple[str, str]]

_log = logging.getLogger(__name__)

_PATIENCE = 1.0
"""Seconds to wait for an answer that is being made when the server is closed."""

_DRAINED = 64 << 20
"""Bytes of a body that are read and thrown away, so that the client gets to its answer."""


class Server(socketserver.ThreadingTCPServer):
    """Serves *app* at *host* and *port*, 0 for one that is free, in threads of its own until it is closed.

    Raises OSError where that can't be listened to.
    """

    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128
    # What Werkzeug's handler wants to know of its server.
    multithread, multiprocess, ssl_context = True, False, None
    _server_version = "flat-api-sandbox"

    def __init__(self, host: str, port: int, app: Application) -> None:
        self.app = app
        self._connections: dict[socket.socket, threading.Thread] = {}
        self._lock = threading.Lock()
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, port), _Handler)
        self._thread = threading.Thread(target=self.serve_forever, args=(0.1,), name="flat-api-sandbox", daemon=True)
        self._thread.start()

    @property
    def _address(self) -> tuple[str, int]:
        return typing.cast("tuple[str, int]", self.server_address[:2])

    @property
    def url(self) -> str:
        """The origin: scheme, host and port."""
        host, port = self._address
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
            socket.create_connection(self._address, timeout=1).close()
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


def _all_of(stream: typing.Any) -> bytes:
    """What is in *stream*. Raises OSError for what is no stream of chunks, and for more than `_DRAINED` bytes."""
    pieces: list[bytes] = []
    count = 0
    while piece := stream.read(1 << 16):
        pieces.append(piece)
        count += len(piece)
        if count > _DRAINED:
            raise OSError("the body is too large")
    return b"".join(pieces)


class _Handler(WSGIRequestHandler):
    """One connection: the requests on it, one after the other."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1
    disable_nagle_algorithm = True
    server: Server  # type: ignore[assignment]

    def run_wsgi(self) -> None:
        """Read a request to its end, so that the next one begins where it should, and answer it."""
        self.environ = environ = self.make_environ()
        if not self._with_body(environ):
            return
        try:
            self._write(*self._asked(environ))
        except Cut as cut:
            self._end(hard=cut.hard)
        except (ConnectionError, TimeoutError):
            self.close_connection = True

    def handle_expect_100(self) -> bool:
        """Tell the client to go on, at once: it waits for that."""
        found = super().handle_expect_100()
        self.wfile.flush()
        return found

    def _with_body(self, environ: dict[str, typing.Any]) -> bool:
        """Put the body of the request in *environ*; whether the request can be answered."""
        stated = environ.get("CONTENT_LENGTH") or "0"
        if environ.get("wsgi.input_terminated"):
            try:
                data = _all_of(environ["wsgi.input"])
            except OSError:
                return self._refuse_framing()
            environ["CONTENT_LENGTH"] = str(len(data))
            for name in ("wsgi.input_terminated", "HTTP_TRANSFER_ENCODING"):
                del environ[name]
        elif not stated.isdecimal() or not stated.isascii():
            return self._refuse_framing()
        else:
            length = int(stated)
            data = self.rfile.read(min(length, _DRAINED))
            self.close_connection = self.close_connection or len(data) < length
        environ["wsgi.input"] = io.BytesIO(data)
        return True

    def _refuse_framing(self) -> bool:
        """Nobody knows where the next request would begin."""
        self.close_connection = True
        self.send_response(400)
        self.send_header("Content-Length", "0")
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.flush()
        return False

    def _asked(self, environ: dict[str, typing.Any]) -> tuple[str, Headers, Iterable[bytes]]:
        """Status, headers and body of the application's answer; 500 where it fails."""
        found: list[tuple[str, Headers]] = []

        def start_response(status: str, headers: Headers, exc_info: object = None) -> None:
            found.append((status, headers))

        try:
            body = self.server.app(environ, start_response)
        except Cut:
            raise
        except Exception:
            _log.exception("the sandbox failed at %s %s", self.command, self.path)
            text = b'{"code":"SANDBOX_FAILED","message":"The sandbox itself failed; its log says why."}'
            headers = [("Content-Type", "application/json"), ("Content-Length", str(len(text)))]
            return "500 Internal Server Error", headers, [text]
        return *found[-1], body

    def _write(self, status: str, headers: Headers, body: Iterable[bytes]) -> None:
        code = status.partition(" ")[0]
        names = {name.lower() for name, _ in headers}
        self.send_response_only(int(code))
        if "date" not in names:
            self.send_header("Date", self.date_time_string())
        for name, value in headers:
            self.send_header(name, value)
        if "content-length" not in names and int(code) not in (204, 304) and self.command != "HEAD":
            self.close_connection = True  # the end of the connection is that of the body
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        try:
            for piece in body:
                self.wfile.write(piece)
            self.wfile.flush()
        finally:
            close = getattr(body, "close", None)
            if close is not None:
                close()

    def _end(self, *, hard: bool) -> None:
        """End the connection: with what was written so far, or *hard*, as a program that dies does."""
        self.close_connection = True
        if not hard:
            self.wfile.flush()
            return
        at_once = struct.pack("hh" if os.name == "nt" else "ii", 1, 0)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, at_once)
        self.connection.close()

    def finish(self) -> None:
        try:
            super().finish()
        except (OSError, ValueError):  # whoever waited for the answer is gone
            pass

    def log(self, type: str, message: str, *args: typing.Any) -> None:
        _log.debug(message, *args)
