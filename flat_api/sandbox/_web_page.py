"""The page for people: what is kept, what was asked, which tasks run, and faults to switch on."""

from __future__ import annotations

import importlib.util
import json
import typing
from functools import cache
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

from werkzeug.security import safe_join
from werkzeug.wrappers import Request, Response

from ..schemas._masking import MASK, is_secret, shown_text
from ..schemas._secrets import hidden
from ._authentication import Caller, unsigned
from ._context import World
from ._database import Entry
from ._errors import HttpError, forbidden
from ._fault_grammar import GRAMMAR, KINDS, FaultError
from ._faults import Faults
from ._request_log import Received, Records
from ._validation import content_of
from .handlers.exports import shown as shown_task

PREFIX = "/sandbox/"
"""What all paths of the page begin with, but for the page itself."""

SHOWN = 50
"""Requests on the page, tasks, and entries of each kind."""

LONGEST = 4_000
"""Characters of a body or an answer on the page."""

_NAMED = {"/": "index.html", f"{PREFIX}docs/": "docs.html"}
"""The pages, each with its file."""

_HERE = Path(__file__).with_name("page")
_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'"
_CODES = frozenset(("code", "code_verifier"))
"""Values in forms that are secret, whatever their names tell."""


def is_page(path: str) -> bool:
    """Return whether *path* is one of the page."""
    return path == "/" or path.startswith(PREFIX)


class Page:
    """Answers the requests for the page; what it tells of *world*, *faults* and *records* needs the access token."""

    def __init__(self, world: World, faults: Faults, records: Records) -> None:
        self.world = world
        self.faults = faults
        self.records = records

    def respond(self, request: Request, path: str, caller: Caller | None) -> Response:
        """Return the answer to a *request* for *path*. Raises HttpError."""
        if path not in (f"{PREFIX}state", f"{PREFIX}faults"):
            return _file(request, path)
        if caller is None:
            raise unsigned(request)
        if not caller.is_owner:
            raise forbidden("look into the sandbox", "token")
        if path == f"{PREFIX}faults":
            self._change_faults(request)
        return Response(json.dumps(self._state()), mimetype="application/json", headers={"Cache-Control": "no-store"})

    def _change_faults(self, request: Request) -> None:
        if request.method == "DELETE":
            self.faults.clear()
            return
        _allow(request, ("POST", "DELETE"))
        try:
            self.faults.add(str(json.loads(content_of(request))["fault"]))
        except FaultError as error:
            raise HttpError(422, "INVALID_FAULT", str(error), "fault") from None
        except (ValueError, TypeError, KeyError, RecursionError):
            raise HttpError(400, "INVALID_JSON", 'The body has to be like {"fault": "status=503"}.', "body") from None

    def _state(self) -> dict[str, typing.Any]:
        store, now = self.world.store, self.world.clock()
        with store.transaction():
            kept = [{"kind": kind, "count": count, "entries": self._entries(kind)} for kind, count in store.kinds()]
            tasks = [_task(entry, now) for entry in store.latest("task", SHOWN)]
        received = self.records.numbered(SHOWN)
        return {
            "kept": kept,
            "tasks": tasks,
            "faults": [str(fault) for fault in self.faults],
            "kinds": list(KINDS),
            "grammar": GRAMMAR,
            "requests": [_request(number, entry) for number, entry in reversed(received)],
        }

    def _entries(self, kind: str) -> list[dict[str, str]]:
        return [{"id": entry.id, "label": _label(entry)} for entry in self.world.store.latest(kind, SHOWN)]


def _label(entry: Entry) -> str:
    """Return what people call an entry: its title or its name, and its state if it has one."""
    names = (entry.data.get(name) for name in ("title", "name", "comment", "email", "event"))
    label = next((str(name) for name in names if name), "")
    state = entry.data.get("state") or entry.data.get("status")
    return f"{label} {state}".strip() if state else label


def _task(entry: Entry, now: float) -> dict[str, typing.Any]:
    task = shown_task(entry, now, "")
    percent = task.get("progress", {}).get("percent", 100)
    return {"id": entry.id, "format": task["format"], "state": task["state"], "percent": percent}


def _request(number: int, received: Received) -> dict[str, typing.Any]:
    """Return what the page shows of a request, without secrets."""
    query = shown_text(f"?{received.query}") if received.query else ""
    headers = {name: MASK if is_secret(name) else value for name, value in received.headers.items()}
    kind = received.headers.get("content-type", "")
    return {
        "number": number,
        "method": received.method,
        "path": received.path + query,
        "status": received.status,
        "operation": received.operation,
        "fault": received.fault,
        "headers": "\n".join(f"{name}: {value}" for name, value in headers.items()),
        "body": _shown(received.body, is_form=kind.startswith("application/x-www-form-urlencoded")),
        "answer": _shown(received.answer),
    }


def _shown(data: bytes, *, is_form: bool = False) -> str:
    """Return a body as text without secrets: JSON indented, files by their size."""
    if not data:
        return ""
    try:
        text = data.decode()
        if is_form:
            pairs = parse_qsl(text, keep_blank_values=True)
            return urlencode([(name, MASK if is_secret(name) or name in _CODES else value) for name, value in pairs])
        text = json.dumps(hidden(json.loads(text)), indent=2, ensure_ascii=False)
    except (ValueError, RecursionError):
        return f"{len(data):,} bytes"
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}\n..."


def _allow(request: Request, methods: tuple[str, ...]) -> None:
    if request.method not in methods:
        allowed = ", ".join(methods)
        raise HttpError(405, "METHOD_NOT_ALLOWED", f"There is only {allowed}.", headers={"Allow": allowed})


def _file(request: Request, path: str) -> Response:
    """Return one of the files of the page, or of Swagger UI. Raises HttpError, 404 where that is not installed."""
    _allow(request, ("GET", "HEAD"))
    name = _NAMED.get(path, path.removeprefix(PREFIX))
    folder: Path | None = _HERE
    if name.startswith("docs/"):
        name, folder = name.removeprefix("docs/"), _swagger_ui()
        if folder is None:
            raise HttpError(404, "NOT_FOUND", "This needs Swagger UI: pip install 'flat-api-frozen[sandbox]'.")
    file = Path(safe_join(str(folder), name) or "")
    if not file.is_file():
        raise HttpError(404, "NOT_FOUND", f"The page has no path {path[:200]}.")
    headers = {"Content-Security-Policy": _POLICY, "X-Content-Type-Options": "nosniff", "Cache-Control": "no-cache"}
    media_type = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}.get(file.suffix)
    return Response(file.read_bytes(), headers=headers, content_type=f"{media_type}; charset=utf-8")


@cache
def _swagger_ui() -> Path | None:
    """Return the folder that Swagger UI lies in; None where it is not installed."""
    found = importlib.util.find_spec("swagger_ui_bundle")
    homes = [Path(home) for home in found.submodule_search_locations or ()] if found is not None else []
    return next((file.parent for home in homes for file in home.rglob("swagger-ui-bundle.js")), None)
