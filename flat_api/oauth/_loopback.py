"""A server on this machine that the browser comes back to (RFC 8252, 7.3)."""

from __future__ import annotations

import os
import queue
import socket
import threading
import time
import typing
from http.server import BaseHTTPRequestHandler
from socketserver import ThreadingTCPServer
from urllib.parse import parse_qs, urlsplit

from ..exceptions import ApiValueError, OAuthTimeout
from ._endpoints import check_redirect, is_loopback

if typing.TYPE_CHECKING:
    from types import TracebackType

__all__ = ["CALLBACK", "Loopback"]

CALLBACK = "http://127.0.0.1/callback"
"""Where the browser comes back to; any port that is free."""

_PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Flat</title>
<body style="font: 1.2em sans-serif; margin: 4em auto; max-width: 30em"><p>{sentence}</p></body></html>
"""
_DONE = "Thank you. You can close this window, and go back to the program that you came from."
_STRANGE = "This page belongs to no sign-in that is under way. Go back to the program, and sign in again."


class Loopback:
    """A server for one sign-in, at *redirect_uri* on this machine; without a port in it, any that is free.

    The property `redirect_uri` has the port. Requests for other paths, and answers to other questions, are rejected and
    end nothing. Used in a ``with`` statement, it stops listening at the end. Raises OSError where the port is taken,
    ApiValueError where *redirect_uri* is not ``http`` on this machine.
    """

    def __init__(self, redirect_uri: str = CALLBACK) -> None:
        parts = urlsplit(check_redirect(redirect_uri))
        host = parts.hostname or ""
        if parts.scheme != "http" or not is_loopback(host) or parts.query:
            raise ApiValueError(f"expected a redirect_uri such as {CALLBACK}, got {redirect_uri!r}")
        self._server = _Server(host, parts.port or 0, parts.path or "/")
        port = self._server.server_address[1]
        shown = f"[{host}]" if ":" in host else host
        self.redirect_uri = f"http://{shown}:{port}{parts.path}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    def expect(self, state: str) -> None:
        """Accept the answer with *state* from now on, and no other."""
        self._server.state = state

    def wait(self, timeout: float = 300.0) -> str:
        """Return where the browser came back to with the state that is expected: the path and the query.

        Raises OAuthTimeout after *timeout* seconds.
        """
        end = time.monotonic() + timeout
        while (left := end - time.monotonic()) > 0:
            try:
                return self._server.answers.get(timeout=min(left, 0.5))  # a longer wait lets no Ctrl-C in on Windows
            except queue.Empty:
                continue
        raise OAuthTimeout(None, f"nobody came back from the browser within {timeout:.0f} seconds")

    def close(self) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def __enter__(self) -> typing.Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class _Server(ThreadingTCPServer):
    """One thread for each connection: browsers open some that they send nothing on."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = os.name != "nt"  # where it would let another program listen at the same port

    def __init__(self, host: str, port: int, path: str) -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.path = path
        self.state = ""
        self.answers: queue.SimpleQueue[str] = queue.SimpleQueue()
        super().__init__(("127.0.0.1" if host == "localhost" else host, port), _Handler)

    def handle_error(self, request: typing.Any, client_address: typing.Any) -> None:
        """Say nothing: a browser that goes away is nobody's mistake."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server  # pyright: ignore[reportIncompatibleVariableOverride]
    timeout = 10.0

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        if parts.path != self.server.path:
            self._answer(404, _STRANGE)
            return
        stated = parse_qs(parts.query).get("state", [])
        if not self.server.state or stated != [self.server.state]:
            self._answer(400, _STRANGE)
            return
        self._answer(200, _DONE)
        self.server.answers.put(self.path)

    def _answer(self, status: int, sentence: str) -> None:
        body = _PAGE.format(sentence=sentence).encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Referrer-Policy", "no-referrer")  # the address of the page has the code in it
        self.end_headers()
        self.wfile.write(body)

    def version_string(self) -> str:
        return "flat-api-frozen"

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the line would have the code in it."""
