"""Requests as bytes, damaged anywhere: the built-in server answers each or closes the connection, and lives on."""

from __future__ import annotations

import contextlib
import socket
import typing

from hypothesis import strategies as st

from flat_api.sandbox import Sandbox

from .mutating import mutated
from .running import Fuzzer

_BODY = b'{"title": "x", "privacy": "private"}'
_SIGNED = b"Authorization: Bearer sandbox"
_CLOSED = b"Connection: close"


def _request(line: bytes, *head: bytes, body: bytes = b"") -> bytes:
    return b"\r\n".join([line + b" HTTP/1.1", b"Host: 127.0.0.1", *head, _CLOSED]) + b"\r\n\r\n" + body


_JSON = b"Content-Type: application/json"
_REQUESTS = (
    _request(b"GET /v2/me", _SIGNED),
    _request(b"GET /v2/collections?limit=2&parent=root&sort=title&direction=asc", _SIGNED),
    _request(b"GET /v2/scores/56ae21579a127715a02901a6/revisions/last/mid", _SIGNED, b"Range: bytes=0-9,20-"),
    _request(b"GET /v2/tasks/x", _SIGNED, b'If-None-Match: "x"', b"X-Sandbox-Fault: status=503:times=1"),
    _request(b"POST /v2/collections", _SIGNED, _JSON, b"Content-Length: %d" % len(_BODY), body=_BODY),
    _request(
        b"POST /v2/collections",
        _SIGNED,
        _JSON,
        b"Transfer-Encoding: chunked",
        body=b"%x\r\n%b\r\n0\r\n\r\n" % (len(_BODY), _BODY),
    ),
    _request(b"PUT /v2/scores/%C3%A9", _SIGNED, _JSON, b"Content-Encoding: gzip", b"Content-Length: 2", body=b"{}"),
)


@contextlib.contextmanager
def serving() -> typing.Iterator[Sandbox]:
    """A sandbox, which must be alive at the end."""
    with Sandbox() as sandbox:
        yield sandbox


def check(sandbox: Sandbox, sent: bytes) -> None:
    """Send the bytes, and then a request that is right."""
    status = _status(sandbox, sent)
    assert status is None or (status < 500 or status in (501, 503, 505)), f"answered with {status}"
    assert _status(sandbox, _REQUESTS[0].replace(b"127.0.0.1", _host(sandbox))) == 200


def _host(sandbox: Sandbox) -> bytes:
    return sandbox.url.split("/")[2].encode()


def _status(sandbox: Sandbox, sent: bytes) -> int | None:
    host, port = _host(sandbox).decode().split(":")
    with contextlib.suppress(ConnectionError), socket.create_connection((host, int(port)), timeout=15) as connection:
        connection.sendall(sent)
        connection.shutdown(socket.SHUT_WR)
        head = b""
        while b"\r\n" not in head and (part := connection.recv(4096)):
            head += part
        parts = head.split(b" ", 2)
        return int(parts[1]) if head.startswith(b"HTTP/1.1 ") and len(parts) > 1 else None
    return None


FUZZER = Fuzzer(mutated(st.sampled_from(_REQUESTS)), check, serving)
