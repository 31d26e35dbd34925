"""The storage: a server of finished files, which knows no token."""

from __future__ import annotations

import hashlib
import threading
import typing
from collections.abc import Iterable

from werkzeug.exceptions import RequestedRangeNotSatisfiable
from werkzeug.wrappers import Request, Response

from ._context import World
from ._errors import HttpError
from ._exchange import Exchange
from ._faults import Faults, Wait, request_faults
from ._request_log import Records, raw_path
from ._validation import check_host
from .formats.files import MEDIA_TYPES, Source, rendered
from .handlers.exports import state

_METHODS = "GET, HEAD"


class File(typing.NamedTuple):
    """A finished file: the *source* in a *format*, with the *title* of its score."""

    name: str
    format: str
    source: Source
    title: str


class StorageApp:
    """A WSGI application of the files of *world*: ranges, entity tags and conditions are what HTTP says of them.

    It takes no token: requests with an ``Authorization`` are answered with 400, as many storages do.
    """

    def __init__(
        self,
        world: World,
        faults: Faults,
        records: Records,
        wait: Wait,
        hosts: typing.Container[str] | None = None,
    ) -> None:
        self.world = world
        self.faults = faults
        self.records = records
        self._wait = wait
        self._hosts = hosts
        self._rendering = threading.Lock()

    def __call__(self, environ: dict[str, typing.Any], start_response: typing.Any) -> Iterable[bytes]:
        request = Request(environ)
        exchange = Exchange(request, raw_path(request), self.world.clock())
        return exchange.answer(self._respond, _failed, self.records)(environ, start_response)

    def _respond(self, exchange: Exchange) -> Response:
        request, path = exchange.request, exchange.path
        check_host(request, self._hosts)
        file = self._found(path.split("/")[1:])
        exchange.faults = request_faults(
            request, path, "storage", self.faults, exchange.now, self._wait, may_ask=file is not None
        )
        exchange.faults.before()
        return self._answer(request, file)

    def _answer(self, request: Request, file: File | None) -> Response:
        if request.method not in ("GET", "HEAD"):
            raise HttpError(405, "METHOD_NOT_ALLOWED", f"There is only {_METHODS}.", headers={"Allow": _METHODS})
        if "Authorization" in request.headers:
            raise HttpError(400, "UNEXPECTED_TOKEN", "The storage takes no access token; the URL is secret enough.")
        if file is None:
            raise HttpError(404, "NOT_FOUND", "There is no such file.")
        name, format, source, title = file
        with self._rendering:  # once, however many ask at the same time
            data = rendered(source, format, title)
        response = Response(data, mimetype=MEDIA_TYPES[format])
        response.set_etag(hashlib.sha256(data).hexdigest()[:32])
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        response.headers["Cache-Control"] = "private"
        response.headers["Accept-Ranges"] = "bytes"
        try:
            response.make_conditional(request, accept_ranges=True, complete_length=len(data))
        except RequestedRangeNotSatisfiable:
            there = {"Content-Range": f"bytes */{len(data)}"}
            raise HttpError(416, "NO_SUCH_RANGE", "The file isn't that long.", headers=there) from None
        return response

    def _found(self, steps: list[str]) -> File | None:
        """Return the file at the path of *steps*; None where there is none."""
        store = self.world.store
        with store.transaction():
            if len(steps) == 4 and steps[0] == "exports":
                task = store.find("task", steps[1])
                if task is not None and (task.facts["secret"], task.facts["name"]) == (steps[2], steps[3]):
                    file = store.file(task.facts["revision"])
                    if file is not None and state(task, self.world.clock()) == "done":
                        return File(steps[3], task.data["format"], Source(*file), task.facts["title"])
            if len(steps) == 4 and steps[0] == "revisions" and steps[2] in MEDIA_TYPES:
                file = store.file(steps[1])
                if file is not None:
                    return File(steps[3], steps[2], Source(*file), "")
        return None


def _failed(error: HttpError) -> Response:
    return Response(error.message, error.status, error.headers, mimetype="text/plain")
