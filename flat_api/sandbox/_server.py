"""The HTTP server beneath the sandbox: one thread for each connection, which is kept open between requests.

Werkzeug's own server closes each connection after one answer.
"""

from __future__ import annotations

import errno
import logging
import socket
import socketserver
import threading
import typing

from ._connection import Application, Connection

_log = logging.getLogger(__name__)

_PATIENCE = 1.0
"""Seconds to wait for an answer that is being made when the server is closed."""


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
        super().__init__((host, port), _Handler)
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


class _Handler(socketserver.BaseRequestHandler):
    """Answers what comes on one connection."""

    def handle(self) -> None:
        owner = typing.cast("Server", self.server)
        Connection(self.request, owner.app, owner.address).serve()
