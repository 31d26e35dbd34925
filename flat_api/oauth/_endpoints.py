"""Where consent is asked for and tokens are issued, and which addresses are safe for that."""

from __future__ import annotations

import ipaddress
import typing
from urllib.parse import urlsplit

from .._origin import origin
from ..apis._service import FlatApi
from ..configuration import SERVERS
from ..exceptions import ApiValueError

__all__ = ["Endpoints", "check_redirect", "endpoints_of", "is_loopback", "with_https"]

AUTHORIZATION_PATH, TOKEN_PATH = "/auth/oauth", "/oauth/access_token"
"""Where a server that isn't that of the API has its endpoints."""


class Endpoints(typing.NamedTuple):
    """The URLs of the page that asks for consent, and of what issues tokens."""

    authorization: str
    token: str


def endpoints_of(host: str) -> Endpoints:
    """Return the endpoints that belong to the API at *host*: those declared for the API, or those of another server.

    Raises ApiValueError where *host* has no TLS and isn't on this machine.

    >>> endpoints_of("http://127.0.0.1:8080/v2").token
    'http://127.0.0.1:8080/oauth/access_token'
    """
    place = origin(host)
    if place == origin(SERVERS[0]):
        flow = FlatApi.security_schemes["OAuth2"]["flows"]["authorizationCode"]
        return Endpoints(flow["authorizationUrl"], flow["tokenUrl"])
    scheme, name, port = place
    if scheme != "https" and not is_loopback((name or "").strip("[]")):
        raise ApiValueError("expected a host with https, or one on this machine, to sign in at")
    base = f"{scheme}://{name}:{port}"
    return Endpoints(base + AUTHORIZATION_PATH, base + TOKEN_PATH)


def check_redirect(uri: str) -> str:
    """Return *uri*, where browsers can be sent with an authorization code.

    Raises ApiValueError for what isn't absolute, has a fragment, or could be read on its way: RFC 6749, 3.1.2 and RFC
    8252, 7 allow ``https``, ``http`` on this machine, and schemes with a dot that belong to an app.
    """
    try:
        parts = urlsplit(uri)
        is_safe = (
            (parts.scheme == "https" and bool(parts.hostname))
            or (parts.scheme == "http" and is_loopback(parts.hostname or ""))
            or "." in parts.scheme
        )
    except ValueError:
        is_safe = False
    if not is_safe or "#" in uri or not uri.isprintable():
        raise ApiValueError(
            f"expected https://..., http://127.0.0.1... or a scheme of an app as redirect_uri, got {uri!r}"
        )
    return uri


def is_loopback(host: str) -> bool:
    """Return whether *host* is this machine.

    >>> is_loopback("127.0.0.1"), is_loopback("::1"), is_loopback("example.org")
    (True, True, False)
    """
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def with_https(url: str) -> str:
    """Return *url* with ``https``: oauthlib accepts nothing else, and what has none has been checked to be loopback."""
    scheme, separator, rest = url.partition("://")
    return f"https{separator}{rest}" if scheme == "http" else url
