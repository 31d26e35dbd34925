"""A server on this machine for tests: a function answers each request, and what came is kept.

with serving(lambda request: {"id": request.path}) as server:
    ...
assert [request.path for request in server.requests] == [...]
"""

import json
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit


@dataclass(frozen=True)
class Request:
    """What came: the *target* as it was sent, with *headers* that are found in any spelling."""

    method: str
    target: str
    headers: Message
    body: bytes
    port: int
    """That of the sender: the same for all requests of a connection."""

    @property
    def path(self) -> str:
        return urlsplit(self.target).path

    @property
    def query(self) -> dict[str, str]:
        """The query, decoded once; of several values with one name the last."""
        return dict(parse_qsl(urlsplit(self.target).query, keep_blank_values=True))


@dataclass(frozen=True)
class Answer:
    """What to send. *body* is sent as it is if it is bytes, in chunks if it is an iterator, and else as JSON.

    *headers* come after those that are found out, and in place of those with the same name. With *is_last* the
    connection is closed.
    """

    body: Any = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    is_last: bool = False


Route = Callable[[Request], Any]
"""Makes an `Answer`, or anything else that is sent as the body of one."""


class Server:
    """A running server: its *url*, the *requests* so far, and the *connections* that are open."""

    def __init__(self, route: Route) -> None:
        self.route = route
        self.requests: list[Request] = []
        self.failures: list[BaseException] = []
        self.connections: set[socket.socket] = set()
        self._server = _Listener(self)
        self.port: int = self._server.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()

    def close(self) -> None:
        """Close all connections and wait for the threads; raises what a route raised."""
        self._server.shutdown()
        self._thread.join()
        for connection in list(self.connections):
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass  # its other end was faster
        self._server.server_close()
        if self.failures:
            raise self.failures[0]


@contextmanager
def serving(route: Route) -> Iterator[Server]:
    """A server with *route*, closed at the end."""
    server = Server(route)
    try:
        yield server
    finally:
        server.close()


class _Listener(ThreadingHTTPServer):
    daemon_threads = False

    def __init__(self, server: Server) -> None:
        self.told = server
        super().__init__(("127.0.0.1", 0), _Handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        self.told.connections.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self.told.connections.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass  # the client went away, which is its right


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Listener

    def handle_any(self) -> None:
        told = self.server.told
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length)
        request = Request(self.command, self.path, self.headers, body, self.client_address[1])
        told.requests.append(request)
        try:
            made = told.route(request)
        except BaseException as error:
            told.failures.append(error)
            made = Answer({"message": "the test failed"}, 599)
        self._send(made if isinstance(made, Answer) else Answer(made))

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = handle_any

    def _send(self, answer: Answer) -> None:
        body, found = _encoded(answer.body)
        headers = {**found, **answer.headers}
        self.send_response(answer.status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if isinstance(body, bytes):
            self.wfile.write(b"" if self.command == "HEAD" else body)
        else:
            for chunk in body:
                self.wfile.write(b"%x\r\n%b\r\n" % (len(chunk), chunk))
            self.wfile.write(b"0\r\n\r\n")
        self.close_connection = self.close_connection or answer.is_last

    def log_message(self, *args: Any) -> None:
        pass


def _encoded(body: Any) -> tuple[Any, dict[str, str]]:
    """What to write, and the headers about it."""
    if isinstance(body, Iterator):
        return body, {"Content-Type": "application/octet-stream", "Transfer-Encoding": "chunked"}
    kind = "application/octet-stream"
    if not isinstance(body, bytes):
        body, kind = json.dumps(body).encode(), "application/json"
    return body, {"Content-Type": kind, "Content-Length": str(len(body))}
