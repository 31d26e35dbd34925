"""The sandbox as a WSGI application."""

from __future__ import annotations

import json
import secrets
import threading
import time
import typing
from collections.abc import Callable, Iterable
from functools import cache

from werkzeug.wrappers import Request, Response

from ..operations import Operation
from ._authentication import Caller, caller_of, unsigned
from ._canned import CannedAnswers
from ._context import Answer, Call, World
from ._database import MEMORY, Store
from ._errors import HttpError
from ._fault_grammar import Written
from ._fault_injection import Cut, Struck, strikes_for
from ._faults import Faults
from ._oauth import AUTHORIZATION, TOKEN, Consent
from ._rate_limit import RateLimit
from ._request_log import Records, raw_path
from ._routes import Route, all_routes
from ._seeds import seed
from ._storage import StorageApp
from ._validation import body_of, check_host, parameters_of
from ._web_page import Page, is_page
from .handlers import HANDLERS

BASE = "/v2"
"""What all paths of the API begin with."""

FILES = "/files"
"""What the paths of finished files begin with, where there is no other server for them."""

DOCUMENT = "/openapi.json"
"""Where the OpenAPI document is, below the paths of the API; reading it needs no token."""

LARGEST_BODY = 16 << 20
"""Bytes of a request that are read at most."""


class SandboxApp:
    """The whole API below ``/v2``, for any WSGI server; `flat_api.sandbox.Sandbox` has one that runs in a thread.

    *token* is the access token that requests need. *db* is a file that keeps the state, in memory if not given.
    *faults* go wrong on purpose, see `flat_api.sandbox.GRAMMAR`. *task_seconds* is how long an export takes.
    *storage_url* is where the application `storage` answers; without it, files are below ``/files`` here. *strict*
    refuses parameters in the query that aren't declared, which are mistakes as a rule. *token_seconds* is how long a
    token is valid that an app gets by OAuth 2; *redirect_uris* are where browsers may be sent with a code, beside
    addresses on this machine. *seeded* puts a score in a new account. *largest_body* is how many bytes a request may
    have. *hosts* are the values of ``Host`` that are answered, all if not given, for servers that check it themselves.
    *clock* tells the time in seconds since the epoch.
    """

    def __init__(
        self,
        *,
        token: str = "sandbox",
        db: str = MEMORY,
        faults: Iterable[Written] | Written = (),
        task_seconds: float = 1.0,
        storage_url: str | None = None,
        strict: bool = True,
        token_seconds: float = 3600.0,
        redirect_uris: typing.Container[str] = (),
        seeded: bool = True,
        largest_body: int = LARGEST_BODY,
        hosts: typing.Container[str] | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.token = token
        self.faults = Faults(faults)
        self.storage_url = storage_url
        self.strict = strict
        self.largest_body = largest_body
        self.hosts = hosts
        self.consent = Consent(clock, token_seconds, redirect_uris)
        self.records = Records()
        self.storage_records = Records()
        self.canned = CannedAnswers()
        self._closing = threading.Event()
        self._limit = RateLimit()
        self._routes = all_routes()
        self.world = World(Store(db), clock, task_seconds)
        if self.world.store.is_new:
            self._seed(seeded)
        self.page = Page(self.world, self.faults, self.records)
        self.storage = StorageApp(self.world, self.faults, self.storage_records, self._closing.wait, hosts)

    def _seed(self, scores: bool) -> None:
        try:
            seed(self.world.store, scores=scores)
        except BaseException:
            self.world.store.close()
            raise

    def __call__(self, environ: dict[str, typing.Any], start_response: typing.Any) -> Iterable[bytes]:
        request = Request(environ)
        path = raw_path(request)
        if self.storage_url is None and path.startswith(f"{FILES}/"):
            return self.storage(_below(environ, path.removeprefix(FILES)), start_response)
        request.max_content_length = self.largest_body
        return self._response(request, path)(environ, start_response)

    def _response(self, request: Request, path: str) -> Response:
        """The answer to *request*, which is remembered before anybody can have the answer."""
        now, id = self.world.clock(), secrets.token_hex(8)
        told = {"X-Request-Id": id, **self._limit.headers(now)}
        struck, name = Struck([], self._closing.wait), ""
        try:
            check_host(request, self.hosts)
            caller = caller_of(request, self.token, self.world, self.consent.grants.accepts)
            if is_page(path):
                return self.page.respond(request, path, caller)
            struck = strikes_for(
                request,
                path.removeprefix(BASE),
                "api",
                self.faults,
                now,
                self._closing.wait,
                may_ask=caller is not None,
            )
            struck.before()
            place = path if path in (AUTHORIZATION, TOKEN) else self._place(path)
            if place in (AUTHORIZATION, TOKEN):
                response = self.consent.respond(request)
            elif place == DOCUMENT and request.method in ("GET", "HEAD"):
                response = _json({**_document(), "servers": [{"url": _origin(request) + BASE}]}, 200, told)
            elif request.method == "OPTIONS":
                response = _empty(204, {**told, "Allow": ", ".join(self._routes.methods(place))})
            else:
                route = self._routes.find(request.method, place)
                name = route.listed.operation.name
                answer = self._answer(request, path, route, struck, caller)
                response = _written(route.listed.operation, answer, {**told, **answer.headers})
                if answer.status is not None:
                    response.status_code = answer.status
        except HttpError as refusal:
            response = _json(refusal.body(id), refusal.status, {**told, **refusal.headers})
        except Cut:
            self.records.add(request, 0, name, str(struck), at=now)
            raise
        return self._struck(request, response, name, struck, now)

    def _struck(self, request: Request, response: Response, name: str, struck: Struck, now: float) -> Response:
        status, answer = response.status_code, response.get_data()
        try:
            response = struck.after(response)
        except Cut:
            status = 0
            raise
        finally:
            self.records.add(request, status, name, str(struck), answer, now)
        return response

    def _place(self, path: str) -> str:
        """*path* below that of the API. Raises HttpError, 404."""
        if not path.startswith(f"{BASE}/"):
            raise HttpError(404, "NOT_FOUND", f"The API is below {BASE}, and {path[:200]} is not.")
        return path.removeprefix(BASE)

    def _answer(self, request: Request, path: str, route: Route, struck: Struck, caller: Caller | None) -> Answer:
        """Return what *request* asks for, done. Raises HttpError."""
        operation = route.listed.operation
        if caller is None:
            raise unsigned(request)
        caller.check_scopes(operation)
        parameters = parameters_of(request, route, self.strict)
        origin = _origin(request)
        call = Call(
            operation,
            self.world,
            parameters,
            body_of(request, route),
            user=caller.user,
            url=origin + path,
            query=request.query_string.decode("latin-1"),
            storage=self.storage_url or origin + FILES,
            task_ends=struck.task_ends,
        )
        canned = self.canned.take(operation.name)
        if canned is not None:
            return Answer(canned.body, dict(canned.headers), status=canned.status)
        with self.world.store.transaction():
            answer = HANDLERS[operation.name](call)
        return answer if isinstance(answer, Answer) else Answer(answer)

    def stop(self) -> None:
        """Wait no longer for anything: delays are over."""
        self._closing.set()

    def close(self) -> None:
        """Close the database; requests that come later fail."""
        self.stop()
        self.world.store.close()


def _origin(request: Request) -> str:
    return f"{request.scheme}://{request.host}{request.root_path.rstrip('/')}"


@cache
def _document() -> dict[str, typing.Any]:
    from ..reference import openapi_document  # which few ask for

    return openapi_document()


def _below(environ: dict[str, typing.Any], path: str) -> dict[str, typing.Any]:
    return {**environ, "RAW_URI": path}


def _json(body: typing.Any, status: int, headers: dict[str, str]) -> Response:
    try:
        data = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError:  # half of a surrogate pair, which JSON can hold as an escape
        data = json.dumps(body).encode()
    return Response(data, status, headers, content_type="application/json")


def _empty(status: int, headers: dict[str, str]) -> Response:
    response = Response(status=status, headers=headers)
    del response.headers["Content-Type"]
    return response


def _written(operation: Operation[typing.Any], answer: Answer, headers: dict[str, str]) -> Response:
    """Return *answer* with the status that *operation* declares for a success, and with *headers*."""
    status = next(int(status) for status in operation.responses if status.startswith("2"))
    if operation.returns is None and answer.body is None:
        return _empty(status, headers)
    if answer.file is None:
        return _json(answer.body, status, headers)
    response = Response(answer.file(), status, headers, content_type=answer.media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{answer.name}"'
    return response
