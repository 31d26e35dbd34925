"""What came in: the requests of a sandbox, for tests to look at."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass

from werkzeug.wrappers import Request

KEPT = 10_000
"""How many requests are remembered; the oldest go first."""


@dataclass(frozen=True)
class Received:
    """A request that was answered with *status*, 0 where the connection was reset.

    *path* is as it came, *query* without its question mark, *headers* with their names in lower case. *operation* is
    the name of the operation in Python, *fault* what went wrong on purpose; each is empty where there is none.
    """

    method: str
    path: str
    status: int
    query: str
    headers: Mapping[str, str]
    operation: str = ""
    fault: str = ""

    def __str__(self) -> str:
        return f"{self.method} {self.path}{'?' * bool(self.query)}{self.query} {self.status}"


class Records:
    """The last requests of a server."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: deque[Received] = deque(maxlen=KEPT)

    def add(self, request: Request, status: int, operation: str = "", fault: str = "") -> None:
        """Remember *request*, before anybody can have its answer."""
        headers = {name.lower(): value for name, value in request.headers.items()}
        query = request.query_string.decode("latin-1")
        received = Received(request.method, raw_path(request), status, query, headers, operation, fault)
        with self._lock:
            self._kept.append(received)

    @property
    def all(self) -> list[Received]:
        """The requests, the first one first."""
        with self._lock:
            return list(self._kept)


def raw_path(request: Request) -> str:
    """The path of *request* as it came, with its escapes: a slash in a parameter is none between them."""
    uri = str(request.environ.get("RAW_URI") or request.environ.get("REQUEST_URI") or "")
    if not uri:
        from urllib.parse import quote

        return quote(request.environ.get("PATH_INFO", "").encode("latin-1"), safe="/:@!$&'()*+,;=~")
    path = uri.partition("?")[0]
    if "://" in path:  # a proxy is asked like this
        path = "/" + path.partition("://")[2].partition("/")[2]
    return path
