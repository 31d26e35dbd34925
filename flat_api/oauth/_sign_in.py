"""`sign_in`, the whole flow for a program on the machine of the user."""

from __future__ import annotations

import webbrowser
from collections.abc import Callable, Iterable

from .._failures import forgetful
from ..configuration import Configuration
from ..model.app_scopes import AppScopes
from ._loopback import CALLBACK, Loopback
from ._oauth import OAuth
from ._token import Token

__all__ = ["sign_in"]


@forgetful
def sign_in(
    client_id: str,
    client_secret: str | None = None,
    *,
    scopes: Iterable[AppScopes | str],
    redirect_uri: str = CALLBACK,
    timeout: float = 300.0,
    open_url: Callable[[str], object] = webbrowser.open,
    host: str | None = None,
    configuration: Configuration | None = None,
    on_renewal: Callable[[Token], object] | None = None,
) -> Token:
    """Return the token that the user grants in a browser, which comes back to *redirect_uri* on this machine.

    *open_url* opens the page that asks, *timeout* is how many seconds the user has. The other arguments are those of
    `OAuth`, `OAuth.authorization_url` and `Token`.

    Raises OAuthError where the user says no or the server does, OAuthTimeout where nobody comes back, OSError where the
    port of *redirect_uri* is taken.
    """
    with Loopback(redirect_uri) as loopback:
        oauth = OAuth(client_id, client_secret, loopback.redirect_uri, host=host, configuration=configuration)
        asked = oauth.authorization_url(scopes)
        loopback.expect(asked.state)
        open_url(asked.url)
        answer = loopback.wait(timeout)
        return oauth.exchange(answer, state=asked.state, verifier=asked.verifier, on_renewal=on_renewal)
