"""Servers that break the rules: what they send is scripted byte by byte, and what they get is kept."""

import contextlib
import socket
import struct
import threading
import time
import typing
from dataclasses import dataclass, field

CLOSE = "close"
"""End the connection in order: the client reads to the end of what was sent."""
RESET = "reset"
"""Break the connection off: the client gets ECONNRESET."""
STOP_READING = "stop reading"
"""Keep the connection open, and do nothing more on it."""


class Drip(typing.NamedTuple):
    """Bytes that come one by one, with a pause before each."""

    data: bytes
    pause: float = 0.02


class StartTLS(typing.NamedTuple):
    """Speak TLS from here on, as a proxy does when it becomes a tunnel."""

    context: typing.Any


@dataclass
class Request:
    """A request as it came: *line* and *head* are bytes from the wire, *connection* counts connections from 0."""

    line: bytes
    head: bytes
    body: bytes
    connection: int

    @property
    def method(self) -> str:
        return self.line.split(b" ")[0].decode()

    @property
    def target(self) -> bytes:
        return self.line.split(b" ")[1]

    def headers(self, name: str) -> list[str]:
        """The values of all headers called *name*."""
        pairs = [line.partition(b":") for line in self.head.split(b"\r\n")]
        return [value.strip().decode("latin-1") for key, _, value in pairs if key.decode().lower() == name.lower()]


def answer(status="200 OK", body=b"", *headers, length=None) -> bytes:
    """A whole response, with the right length unless another *length* is given."""
    head = [f"HTTP/1.1 {status}", f"Content-Length: {len(body) if length is None else length}", *headers]
    return "\r\n".join(head).encode("latin-1") + b"\r\n\r\n" + body


def json_answer(status="200 OK", body=b"{}", *headers) -> bytes:
    """A whole response with JSON in it."""
    return answer(status, body, "Content-Type: application/json", *headers)


@dataclass
class FaultyServer:
    """Answers the first request with the first of *answers*, and so on; those after the last get the last again.

    An answer is made of bytes to send, `Drip`, `StartTLS` and one of CLOSE, RESET and STOP_READING, or is a function
    that makes such a tuple of the `Request`. With none of the three at its end the connection is kept for more
    requests. *context* is for TLS.
    """

    answers: tuple = (answer(),)
    context: typing.Any = None
    requests: list[Request] = field(default_factory=list)
    connections: int = 0
    open: set = field(default_factory=set)
    peak: int = 0
    errors: list = field(default_factory=list)

    def __post_init__(self):
        self.changed = threading.Condition()
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.host = "127.0.0.1"
        self.port = self.listener.getsockname()[1]
        self.threads = [threading.Thread(target=self._accept, name="faults", daemon=True)]

    @property
    def url(self) -> str:
        return f"{'https' if self.context else 'http'}://{self.host}:{self.port}"

    def __enter__(self):
        self.threads[0].start()
        return self

    def __exit__(self, *_):
        # shutdown wakes accept up; close alone doesn't.
        with contextlib.suppress(OSError):
            self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        with self.changed:
            for connection in self.open:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
        for thread in self.threads:
            thread.join(10)
            assert not thread.is_alive()
        assert not self.errors, self.errors

    def settles(self, count: int) -> bool:
        """Whether the number of open connections becomes *count*; the client's closing takes a moment to arrive."""
        with self.changed:
            return self.changed.wait_for(lambda: len(self.open) == count, timeout=10)

    def receives(self, count: int) -> bool:
        """Whether the number of requests becomes *count*, where the client may be quicker to give up."""
        with self.changed:
            return self.changed.wait_for(lambda: len(self.requests) >= count, 10) and len(self.requests) == count

    def _accept(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            number = self.connections
            self.connections += 1
            thread = threading.Thread(target=self._serve, args=(connection, number), name="faults", daemon=True)
            self.threads.append(thread)
            with self.changed:
                self.open.add(connection)
                self.peak = max(self.peak, len(self.open))
            thread.start()

    def _serve(self, connection, number):
        try:
            if self.context:
                self._talk(self.context.wrap_socket(connection, server_side=True), number)
            else:
                self._talk(connection, number)
        except OSError:
            pass  # the client went away, which is its right
        except Exception as error:  # a mistake in a script
            self.errors.append(error)
        finally:
            connection.close()
            with self.changed:
                self.open.discard(connection)
                self.changed.notify_all()

    def _talk(self, connection, number):
        with connection, connection.makefile("rb") as file:
            while request := read_request(file, number):
                with self.changed:
                    count = len(self.requests)
                    self.requests.append(request)
                    self.changed.notify_all()
                script = self.answers[min(count, len(self.answers) - 1)]
                if callable(script):
                    script = script(request)
                for step in (script,) if isinstance(script, bytes | str) else script:
                    if isinstance(step, StartTLS):
                        return self._talk(step.context.wrap_socket(connection, server_side=True), number)
                    if step in (CLOSE, RESET, STOP_READING):
                        return self._end(connection, file, step)
                    self._send(connection, step)

    def _send(self, connection, step):
        if not isinstance(step, Drip):
            connection.sendall(step)
            return
        for index in range(len(step.data)):
            time.sleep(step.pause)
            connection.sendall(step.data[index : index + 1])

    def _end(self, connection, file, step):
        if step == RESET:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        if step == STOP_READING:
            file.read()


def read_request(file, number) -> Request | None:
    """The next request in *file*; None where the client has closed the connection."""
    line = file.readline().rstrip(b"\r\n")
    if not line:
        return None
    head = b""
    while (part := file.readline()) not in (b"\r\n", b""):
        head += part
    request = Request(line, head.removesuffix(b"\r\n"), b"", number)
    length = request.headers("content-length")
    request.body = file.read(int(length[0])) if length else b""
    return request


@contextlib.contextmanager
def closed_port():
    """The URL of a port where nobody listens, and nobody will meanwhile."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{taken.getsockname()[1]}"
