"""The endpoints of OAuth 2: the page that asks the user of the sandbox for consent, and what issues tokens."""

from __future__ import annotations

import typing
from collections.abc import Callable, Container
from html import escape
from importlib import resources
from string import Template
from urllib.parse import parse_qs, parse_qsl, urlencode

from oauthlib.oauth2 import AccessDeniedError, FatalClientError, OAuth2Error, WebApplicationServer
from werkzeug.datastructures import Headers
from werkzeug.wrappers import Request, Response

from ._errors import HttpError
from ._oauth_grants import Grants
from ._validation import content_of

AUTHORIZATION, TOKEN = "/auth/oauth", "/oauth/access_token"


class Consent:
    """The page at `AUTHORIZATION` and the endpoint at `TOKEN`, with the rules of oauthlib.

    *seconds* is how long a token is valid, *redirect_uris* are those of apps that are not on this machine.
    """

    def __init__(self, clock: Callable[[], float], seconds: float, redirect_uris: Container[str]) -> None:
        self.grants = Grants(clock, seconds, redirect_uris)
        self._server: typing.Any = WebApplicationServer(self.grants, token_expires_in=int(seconds))

    def respond(self, request: Request) -> Response:
        """Return the answer to *request*, which is for one of the two. Raises HttpError for a method that it hasn't."""
        url = f"{request.path}?{_encoded(request.query_string)}"
        with self.grants.lock:
            return self._issue(request, url) if request.path == TOKEN else self._ask(request, url)

    def _ask(self, request: Request, url: str) -> Response:
        if request.method not in ("GET", "HEAD", "POST"):
            raise _no_method(request, "GET, HEAD, POST")
        decision = _decision(request) if request.method == "POST" else None
        try:
            scopes, credentials = self._server.validate_authorization_request(url, "GET")
            if decision is None:
                listed = "".join(f"<li><code>{escape(scope)}</code></li>" for scope in scopes)
                return _page("consent.html", 200, app=escape(credentials["client_id"]), scopes=listed)
            if decision != "allow":
                raise AccessDeniedError(request=credentials["request"])
            headers, _, _ = self._server.create_authorization_response(url, "GET", scopes=scopes)
        except FatalClientError as error:  # nothing is sent to an address that may be somebody else's
            return _page("rejected.html", 400, description=escape(error.description), error=escape(str(error.error)))
        except OAuth2Error as error:
            return _redirect(error.in_uri(str(error.redirect_uri)))
        return _redirect(headers["Location"])

    def _issue(self, request: Request, url: str) -> Response:
        if request.method != "POST":
            raise _no_method(request, "POST")
        body = _encoded(content_of(request))
        try:
            headers, answer, status = self._server.create_token_response(url, "POST", body, dict(request.headers))
        except OAuth2Error as error:  # such as a query, which would be in logs with the secrets in it
            headers, answer, status = error.headers, error.json, error.status_code
        return Response(answer, status, Headers(headers), content_type="application/json")


def _encoded(form: bytes) -> str:
    """Return *form* without the characters that have to be escaped, at which oauthlib would fail."""
    return urlencode(parse_qsl(form.decode("latin-1"), keep_blank_values=True))


def _decision(request: Request) -> str:
    return parse_qs(content_of(request).decode("latin-1")).get("decision", [""])[0]


def _page(name: str, status: int, **values: str) -> Response:
    text = Template(resources.files(__package__ or "").joinpath("page", name).read_text("utf-8")).substitute(values)
    response = Response(text, status, content_type="text/html; charset=utf-8")
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Frame-Options"] = "DENY"  # or another page could have the button clicked
    return response


def _redirect(url: typing.Any) -> Response:
    return Response(status=303, headers={"Location": str(url), "Cache-Control": "no-store"})


def _no_method(request: Request, allowed: str) -> HttpError:
    message = f"{request.method} is not a method of this endpoint."
    return HttpError(405, "METHOD_NOT_ALLOWED", message, headers={"Allow": allowed})
