"""From a request to the environment of a WSGI application (PEP 3333)."""

from __future__ import annotations

import io
import typing
from urllib.parse import unquote_to_bytes, urlsplit

import h11

_PLAIN = ("CONTENT_LENGTH", "CONTENT_TYPE")
"""The variables of headers that have no ``HTTP_`` in front."""


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
