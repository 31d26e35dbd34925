"""The request log: what came in and what was answered, for tests and for people to look at."""

from __future__ import annotations

import itertools
import json
import threading
import typing
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from werkzeug.wrappers import Request

KEPT = 10_000
"""How many requests are remembered; the oldest go first."""

KEPT_BYTES = 64 << 20
"""How many bytes of bodies and answers are remembered in all; again the oldest go first."""

BODY = "flat_api.sandbox.body"
"""The name in the environment of a request for its body, once it was read."""


@dataclass(frozen=True)
class Received:
    """A request that was answered with *status*, 0 where the connection was reset.

    *path* is as it came, *query* without its question mark, *headers* with their names in lower case. *operation* is
    the name of the operation in Python, *fault* what went wrong on purpose; each is empty where there is none. *body*
    is what was sent, as far as it was read, and *answer* what was answered, before a fault cut it off. *at* is the time
    of the sandbox, in seconds.
    """

    method: str
    path: str
    status: int
    query: str
    headers: Mapping[str, str]
    operation: str = ""
    fault: str = ""
    body: bytes = b""
    answer: bytes = b""
    at: float = 0.0

    @property
    def json(self) -> typing.Any:
        """The body as plain data; None where it is none, or no JSON."""
        return _plain(self.body)

    @property
    def answer_json(self) -> typing.Any:
        """The answer as plain data; None where it is none, or no JSON."""
        return _plain(self.answer)

    def __str__(self) -> str:
        return f"{self.method} {self.path}{'?' * bool(self.query)}{self.query} {self.status}"


def _plain(data: bytes) -> typing.Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


class Records:
    """The last requests of a server."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: deque[Received] = deque()
        self._bytes = 0
        self._gone = 0

    def add(
        self, request: Request, status: int, operation: str = "", fault: str = "", answer: bytes = b"", at: float = 0.0
    ) -> None:
        """Remember *request*, before anybody can have its answer."""
        headers = {name.lower(): value for name, value in request.headers.items()}
        query = request.query_string.decode("latin-1")
        body: bytes = request.environ.get(BODY, b"")
        received = Received(
            request.method, raw_path(request), status, query, headers, operation, fault, body, answer, at
        )
        with self._lock:
            self._kept.append(received)
            self._bytes += len(body) + len(answer)
            while len(self._kept) > KEPT or (self._bytes > KEPT_BYTES and len(self._kept) > 1):
                oldest = self._kept.popleft()
                self._gone += 1
                self._bytes -= len(oldest.body) + len(oldest.answer)

    @property
    def all(self) -> list[Received]:
        """The requests, the first one first."""
        with self._lock:
            return list(self._kept)

    def numbered(self, count: int) -> list[tuple[int, Received]]:
        """Return the last *count* requests, each with a number that it keeps."""
        with self._lock:
            last = list(itertools.islice(reversed(self._kept), count))
            total = self._gone + len(self._kept)
        return [(total - place, received) for place, received in enumerate(last)][::-1]


def raw_path(request: Request) -> str:
    """Return the path of *request* as it came, with its escapes: a slash in a parameter is none between them."""
    uri = str(request.environ.get("RAW_URI") or request.environ.get("REQUEST_URI") or "")
    if not uri:
        return quote(request.environ.get("PATH_INFO", "").encode("latin-1"), safe="/:@!$&'()*+,;=~")
    path = uri.partition("?")[0]
    if "://" in path:  # a proxy is asked like this
        path = "/" + path.partition("://")[2].partition("/")[2]
    return path
