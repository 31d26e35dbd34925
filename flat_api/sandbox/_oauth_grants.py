"""What the sandbox knows of OAuth 2: apps, codes, and the tokens that it has issued."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable, Container
from dataclasses import dataclass
from threading import RLock
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

from oauthlib.oauth2 import RequestValidator

from ..apis._service import FlatApi

PUBLIC_APP = "sandbox"
"""The identifier of an app without a secret, as it is installed on machines of users."""

WEB_APP = "sandbox-web"
"""The identifier of an app with a secret."""

APPS: dict[str, str | None] = {PUBLIC_APP: None, WEB_APP: "sandbox-secret"}
"""The secrets of the apps by their identifiers."""

CODE_SECONDS = 60.0
"""How long a code can be exchanged."""

SCOPES = frozenset(FlatApi.security_schemes["OAuth2"]["flows"]["authorizationCode"]["scopes"])

_LOOPBACK = ("127.0.0.1", "::1", "localhost")


@dataclass
class _Grant:
    """What a user has granted an app, from the code on; *refresh_token* is the one that is valid."""

    client_id: str
    redirect_uri: str
    scopes: list[str]
    challenge: str | None
    challenge_method: str | None
    is_offline: bool
    code_ends: float
    is_used: bool = False
    is_revoked: bool = False
    refresh_token: str | None = None


class Grants(RequestValidator):
    """The answers to what oauthlib asks while it serves the endpoints; kept in memory, for one sandbox.

    A code or a refresh token that comes a second time may have been stolen: all tokens of its grant are revoked then
    (RFC 9700, 2.2.2 and 4.14). *seconds* is how long an access token is valid, *redirect_uris* are those that apps may
    use beside the ones on this machine, *clock* tells the time in seconds.
    """

    def __init__(self, clock: Callable[[], float], seconds: float, redirect_uris: Container[str]) -> None:
        super().__init__()
        self.seconds = seconds
        self.lock = RLock()
        self._clock = clock
        self._redirect_uris = redirect_uris
        self._codes: dict[str, _Grant] = {}
        self._access: dict[str, tuple[_Grant, float]] = {}
        self._refresh: dict[str, _Grant] = {}

    def accepts(self, token: str) -> bool:
        """Return whether *token* is an access token that is valid."""
        with self.lock:
            grant, ends = self._access.get(token, (None, 0.0))
            return grant is not None and not grant.is_revoked and self._clock() < ends

    # The app

    def validate_client_id(self, client_id: str, request: Any, *args: Any, **kwargs: Any) -> bool:
        request.client = SimpleNamespace(client_id=client_id)
        return client_id in APPS

    def client_authentication_required(self, request: Any, *args: Any, **kwargs: Any) -> bool:
        return _stated_app(request)[0] != PUBLIC_APP

    def authenticate_client(self, request: Any, *args: Any, **kwargs: Any) -> bool:
        name, secret = _stated_app(request)
        request.client_id = name
        request.client = SimpleNamespace(client_id=name)
        return bool(secret) and APPS.get(name) == secret

    def authenticate_client_id(self, client_id: str, request: Any, *args: Any, **kwargs: Any) -> bool:
        return self.validate_client_id(client_id, request) and APPS[client_id] is None

    def validate_redirect_uri(self, client_id: str, redirect_uri: str, *args: Any, **kwargs: Any) -> bool:
        try:
            parts = urlsplit(redirect_uri)
        except ValueError:
            return False
        is_here = parts.scheme == "http" and parts.hostname in _LOOPBACK and not parts.fragment
        return is_here or redirect_uri in self._redirect_uris

    def get_default_redirect_uri(self, client_id: str, *args: Any, **kwargs: Any) -> str:
        return ""  # there is none: each app says where it is

    def validate_response_type(self, client_id: str, response_type: str, *args: Any, **kwargs: Any) -> bool:
        return response_type == "code"

    def validate_grant_type(self, client_id: str, grant_type: str, *args: Any, **kwargs: Any) -> bool:
        return grant_type in ("authorization_code", "refresh_token")

    # The scopes

    def validate_scopes(self, client_id: str, scopes: list[str], *args: Any, **kwargs: Any) -> bool:
        return bool(scopes) and SCOPES.issuperset(scopes)

    def get_default_scopes(self, client_id: str, *args: Any, **kwargs: Any) -> list[str]:
        return []

    def get_original_scopes(self, refresh_token: str, *args: Any, **kwargs: Any) -> list[str]:
        return self._refresh[refresh_token].scopes

    # The code

    def is_pkce_required(self, client_id: str, request: Any) -> bool:
        return APPS.get(client_id) is None

    def save_authorization_code(self, client_id: str, code: Any, request: Any, *args: Any, **kwargs: Any) -> None:
        self._codes[code["code"]] = _Grant(
            client_id,
            request.redirect_uri,
            list(request.scopes),
            request.code_challenge,
            request.code_challenge_method,
            getattr(request, "access_type", None) == "offline",
            self._clock() + CODE_SECONDS,
        )

    def validate_code(self, client_id: str, code: str, client: Any, request: Any, *args: Any, **kwargs: Any) -> bool:
        grant = self._codes.get(code)
        if grant is None or grant.client_id != client_id:
            return False
        if grant.is_used:
            grant.is_revoked = True
            return False
        request.grant, request.scopes, request.user = grant, grant.scopes, "me"
        return self._clock() < grant.code_ends

    def get_code_challenge(self, code: str, request: Any) -> Any:
        return self._codes[code].challenge

    def get_code_challenge_method(self, code: str, request: Any) -> Any:
        return self._codes[code].challenge_method

    def confirm_redirect_uri(self, client_id: str, code: str, redirect_uri: str, *args: Any, **kwargs: Any) -> bool:
        return self._codes[code].redirect_uri == redirect_uri

    def invalidate_authorization_code(self, client_id: str, code: str, *args: Any, **kwargs: Any) -> None:
        self._codes[code].is_used = True

    # The tokens

    def validate_refresh_token(self, refresh_token: str, client: Any, request: Any, *args: Any, **kwargs: Any) -> bool:
        grant = self._refresh.get(refresh_token)
        if grant is None or grant.client_id != client.client_id:
            return False
        if grant.refresh_token != refresh_token:
            grant.is_revoked = True
        request.grant, request.user = grant, "me"
        return not grant.is_revoked

    def save_bearer_token(self, token: Any, request: Any, *args: Any, **kwargs: Any) -> None:
        grant: _Grant = request.grant
        if not grant.is_offline:
            token.pop("refresh_token", None)  # which oauthlib sends otherwise
        else:
            grant.refresh_token = token["refresh_token"]
            self._refresh[token["refresh_token"]] = grant
        self._access[token["access_token"]] = grant, self._clock() + self.seconds


def _stated_app(request: Any) -> tuple[str, str]:
    """Return identifier and secret of the app that sends *request*, in its form or by Basic authentication."""
    headers: dict[str, str] = request.headers or {}
    scheme, _, value = headers.get("Authorization", "").partition(" ")
    if scheme.lower() == "basic":
        try:
            name, _, secret = b64decode(value, validate=True).decode().partition(":")
        except ValueError:
            return "", ""
        return name, secret
    return str(request.client_id or ""), str(request.client_secret or "")
