"""The sandbox as a WSGI application."""

from __future__ import annotations

import json
import secrets
import threading
import time
import typing
from collections.abc import Callable, Iterable
from functools import cache, partial

from werkzeug.wrappers import Request, Response

from ..operations import Operation
from ._authentication import Caller, caller_of, unsigned
from ._canned import CannedAnswers
from ._context import Answer, Call, World
from ._database import MEMORY, Store
from ._errors import HttpError
from ._exchange import Exchange
from ._fault_grammar import Written
from ._faults import Faults, request_faults
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
    rejects parameters in the query that aren't declared, which are mistakes as a rule. *token_seconds* is how long a
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
        self.page = Page(self.world, self.faults, self.records)
        self.storage = StorageApp(self.world, self.faults, self.storage_records, self._closing.wait, hosts)
        if self.world.store.is_new:
            try:
                seed(self.world.store, scores=seeded)
            except BaseException:
                self.world.store.close()
                raise

    def __call__(self, environ: dict[str, typing.Any], start_response: typing.Any) -> Iterable[bytes]:
        request = Request(environ)
        path = raw_path(request)
        if self.storage_url is None and path.startswith(f"{FILES}/"):
            return self.storage({**environ, "RAW_URI": path.removeprefix(FILES)}, start_response)
        request.max_content_length = self.largest_body
        return self._response(request, path)(environ, start_response)

    def _response(self, request: Request, path: str) -> Response:
        now, id = self.world.clock(), secrets.token_hex(8)
        headers = {"X-Request-Id": id, **self._limit.headers(now)}

        def failed(error: HttpError) -> Response:
            return _json(error.body(id), error.status, {**headers, **error.headers})

        records = Records() if is_page(path) else self.records  # looking at the log leaves nothing in it
        return Exchange(request, path, now).answer(partial(self._respond, headers), failed, records)

    def _respond(self, headers: dict[str, str], exchange: Exchange) -> Response:
        """Return the answer to a request, with *headers*. Raises ConnectionCut or HttpError."""
        request, path = exchange.request, exchange.path
        check_host(request, self.hosts)
        caller = caller_of(request, self.token, self.world, self.consent.grants.accepts)
        if is_page(path):
            return self.page.respond(request, path, caller)
        place = path.removeprefix(BASE)
        exchange.faults = request_faults(
            request, place, "api", self.faults, exchange.now, self._closing.wait, may_ask=caller is not None
        )
        exchange.faults.before()
        if path in (AUTHORIZATION, TOKEN) or place in (AUTHORIZATION, TOKEN):
            return self.consent.respond(request)
        if not path.startswith(f"{BASE}/"):
            raise HttpError(404, "NOT_FOUND", f"The API is below {BASE}, and {path[:200]} is not.")
        if place == DOCUMENT and request.method in ("GET", "HEAD"):
            return _json({**_document(), "servers": [{"url": _origin(request) + BASE}]}, 200, headers)
        if request.method == "OPTIONS":
            return _empty(204, {**headers, "Allow": ", ".join(self._routes.methods(place))})
        route = self._routes.find(request.method, place)
        exchange.operation = route.listed.operation.name
        return _response_of(route.listed.operation, self._answer(exchange, route, caller), headers)

    def _answer(self, exchange: Exchange, route: Route, caller: Caller | None) -> Answer:
        """Do what is asked for. Raises HttpError."""
        request, operation = exchange.request, route.listed.operation
        if caller is None:
            raise unsigned(request)
        caller.check_scopes(operation)
        origin = _origin(request)
        call = Call(
            operation,
            self.world,
            parameters_of(request, route, self.strict),
            body_of(request, route),
            user=caller.user,
            url=origin + exchange.path,
            query=request.query_string.decode("latin-1"),
            storage=self.storage_url or origin + FILES,
            task_ends=exchange.faults.task_ends,
        )
        canned = self.canned.take(operation.name)
        if canned is not None:
            return Answer(canned.body, dict(canned.headers), status=canned.status)
        handler = HANDLERS.get(operation.name)
        if handler is None:
            sentence = f"Nothing in flat_api.sandbox.handlers answers {operation.name}: add a function of that name."
            raise HttpError(501, "NOT_IMPLEMENTED", sentence)
        with self.world.store.transaction():
            answer = handler(call)
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


def _response_of(operation: Operation[typing.Any], answer: Answer, headers: dict[str, str]) -> Response:
    """Return *answer* with the status that *operation* declares for a success, if it has no other, and *headers*."""
    status = answer.status or next(int(status) for status in operation.responses if status.startswith("2"))
    headers = {**headers, **answer.headers}
    if operation.returns is None and answer.body is None:
        return _empty(status, headers)
    if answer.file is None:
        return _json(answer.body, status, headers)
    response = Response(answer.file(), status, headers, content_type=answer.media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{answer.name}"'
    return response
