"""One request to the token endpoint, and what its answer says."""

from __future__ import annotations

import json
import math
import time
import typing
from urllib.parse import parse_qsl

from .._retry import RetryPolicy
from ..exceptions import OAuthError
from ..rest import RESTClientObject
from ._token import Granted, scopes_of

if typing.TYPE_CHECKING:
    import urllib3

    from ..configuration import Configuration

__all__ = ["requested"]

LARGEST_ANSWER = 1 << 20

_SECRET = frozenset({"code", "code_verifier", "client_secret", "refresh_token"})


def requested(configuration: Configuration, url: str, form: str) -> Granted:
    """Return what the token endpoint at *url* grants for *form*; *configuration* belongs to this request alone.

    The request is neither redirected, which would take the secrets along, nor sent again once it may have arrived: a
    code or a refresh token is for one use. Raises OAuthError, without anything that was sent in it.
    """
    configuration.retries = RetryPolicy.of(configuration.retries).new(redirect=0, read=0, status=0)
    configuration.max_response_bytes = LARGEST_ANSWER
    rest = RESTClientObject(configuration)
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
    asked = time.time()
    try:
        response = rest.request("POST", url, headers=headers, body=form)
    finally:
        rest.close()
    fields = _object_in(response)
    if response.status != 200 or "error" in fields:
        raise _rejected(fields, response.status, form)
    return _granted(fields, asked)


def _object_in(response: urllib3.BaseHTTPResponse) -> dict[str, typing.Any]:
    try:
        fields: object = json.loads(response.data)
    except (ValueError, RecursionError):
        return {}
    return typing.cast("dict[str, typing.Any]", fields) if isinstance(fields, dict) else {}


def _rejected(fields: dict[str, typing.Any], status: int, form: str) -> OAuthError:
    """Return the error that *fields* tell, without what was sent if they repeat it."""
    texts = [fields.get(name) for name in ("error", "error_description")]
    code, description = (_hidden(text, form) if isinstance(text, str) else None for text in texts)
    if code is None:  # an error of the API, or of a gateway
        code, description = _stated(fields, "code", form), _stated(fields, "message", form)
    return OAuthError(code, description or _HINTS.get(code or "") or "no token was issued", status)


def _stated(fields: dict[str, typing.Any], name: str, form: str) -> str | None:
    text = fields.get(name)
    return _hidden(text, form) if isinstance(text, str) else None


def _hidden(text: str, form: str) -> str:
    for name, secret in parse_qsl(form):
        text = text.replace(secret, "***") if name in _SECRET else text
    return text


_HINTS = {
    "invalid_grant": "the code or the refresh token is no longer valid: sign in again",
    "invalid_client": "client_id or client_secret is wrong",
}


def _granted(fields: dict[str, typing.Any], asked: float) -> Granted:
    access, refresh = fields.get("access_token"), fields.get("refresh_token")
    if not isinstance(access, str) or not access:
        raise OAuthError("invalid_response", "the answer has no access token", 200)
    if not access.isascii() or not access.isprintable():
        raise OAuthError("invalid_response", "the answer has an access token that no header can hold", 200)
    kind = fields.get("token_type", "bearer")
    if not isinstance(kind, str) or kind.lower() != "bearer":
        raise OAuthError("invalid_response", "the answer has a token of another type than Bearer", 200)
    seconds, scope = _seconds(fields.get("expires_in")), fields.get("scope")
    return Granted(
        access,
        refresh if isinstance(refresh, str) and refresh else None,
        None if seconds is None else asked + seconds,
        scopes_of(scope.split() if isinstance(scope, str) else ()),
    )


def _seconds(value: object) -> float | None:
    """Return *value* as seconds; None where it says nothing that can be used."""
    try:
        seconds = float(value) if isinstance(value, (int, float, str)) and not isinstance(value, bool) else math.nan
    except (ValueError, OverflowError):
        return None
    return seconds if 0 <= seconds < 1e11 else None
