"""`OAuth`: the authorization code grant, from the address of the consent page to a token."""

from __future__ import annotations

import copy
import secrets
import typing
from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

from oauthlib.oauth2 import OAuth2Error, WebApplicationClient

from .._failures import forgetful
from ..configuration import Configuration, host_of_environment
from ..exceptions import ApiTypeError, ApiValueError, OAuthError
from ..model.app_scopes import AppScopes
from ._endpoints import check_redirect, endpoints_of, with_https
from ._token import Granted, Token
from ._token_request import requested

__all__ = ["Authorization", "OAuth"]

VERIFIER_LENGTH = 64
"""Characters of a code verifier, of the 43 to 128 that RFC 7636 allows."""


class Authorization(typing.NamedTuple):
    """What is needed for one user to grant access: the *url* to send the browser to, and what `OAuth.exchange` needs.

    *state* and *verifier* belong into the session of that user, where nobody else can read them.
    """

    url: str
    state: str
    verifier: str

    def __repr__(self) -> str:
        return f"{type(self).__name__}(url={self.url.partition('?')[0]!r}, state='***', verifier='***')"


class OAuth:
    """An app that users let into their accounts: the authorization code grant of OAuth 2, always with PKCE.

    *client_id* and *client_secret* are those that flat.io/developers gives the app; one that is installed on machines
    of its users has no secret. *redirect_uri* is where the browser is sent with the answer, exactly as it is registered
    there. *configuration* says where the API is, and how requests to it are sent; *host* is enough to say where, and
    without both it is the one of ``FLAT_HOST``, or the API.

    Raises ApiValueError for a *redirect_uri* that RFC 8252 and 9700 advise against: with a fragment, or with ``http``
    where it isn't on this machine; and for a host that secrets can't be sent to.

    >>> oauth = OAuth("5f2a", "secret", "https://example.org/signed-in")
    >>> url, state, verifier = oauth.authorization_url(["scores.readonly"])
    >>> url.startswith("https://flat.io/auth/oauth?")
    True
    """

    def __init__(
        self,
        client_id: str,
        client_secret: str | None = None,
        redirect_uri: str = "",
        *,
        host: str | None = None,
        configuration: Configuration | None = None,
    ) -> None:
        if configuration is not None and host is not None:
            raise ApiTypeError("OAuth takes a configuration, or else a host")
        if not client_id:
            raise ApiValueError("expected the identifier of an app as client_id, got an empty text")
        self.configuration = configuration or Configuration(host=host or host_of_environment())
        self.client_id = client_id
        self._client_secret = client_secret
        self.redirect_uri = check_redirect(redirect_uri)
        self.endpoints = endpoints_of(self.configuration.host)
        self._client: typing.Any = WebApplicationClient(client_id)

    def authorization_url(
        self, scopes: Iterable[AppScopes | str], *, offline: bool = True, **parameters: str
    ) -> Authorization:
        """Return where to send the browser of a user, who is asked to grant *scopes*, and what belongs to it.

        With *offline* the token can be renewed while the user is away. *parameters* are added to the query.
        Raises ApiValueError for a scope that is none of `AppScopes`.
        """
        if isinstance(scopes, str):
            raise ApiTypeError("expected a list of scopes, got a str")
        state = secrets.token_urlsafe(32)
        verifier: str = self._client.create_code_verifier(VERIFIER_LENGTH)
        url: str = self._client.prepare_request_uri(
            with_https(self.endpoints.authorization),
            redirect_uri=self.redirect_uri,
            scope=[str(AppScopes(str(scope))) for scope in scopes],
            state=state,
            code_challenge=self._client.create_code_challenge(verifier, "S256"),
            code_challenge_method="S256",
            **({"access_type": "offline"} if offline else {}),
            **parameters,
        )
        own = self.endpoints.authorization
        return Authorization(own + url[len(with_https(own)) :], state, verifier)

    @forgetful
    def exchange(
        self, answer: str, *, state: str, verifier: str, on_renewal: Callable[[Token], object] | None = None
    ) -> Token:
        """Return the token that a user has granted.

        *answer* is the URL that the browser was redirected to, or its query alone; *state* and *verifier* are those of
        the `Authorization` that the user was asked with. *on_renewal* is for the `Token`.

        Raises OAuthError where the user said no (``access_denied``), where *answer* belongs to another question
        (``mismatching_state``), and where the server rejects the code; ApiConnectionError where it can't be reached.
        """
        if not state or not verifier:
            raise ApiValueError("expected the state and the verifier of the Authorization, got an empty text")
        form = self._client.prepare_request_body(
            code=_code_in(answer, state), redirect_uri=self.redirect_uri, code_verifier=verifier, **self._secret
        )
        return Token(*self._request(form), oauth=self, on_renewal=on_renewal)

    @forgetful
    def refresh(self, token: Token) -> Token:
        """Return a new token in the place of *token*, which is of no use from then on.

        A `Token` that requests are signed with does this by itself. Raises OAuthError where it has no refresh token,
        and where the server rejects that (``invalid_grant``); ApiConnectionError where it can't be reached.
        """
        if not token.refresh_token:
            raise OAuthError(None, "there is no refresh token: sign in again, with offline=True")
        form = self._client.prepare_refresh_body(
            refresh_token=token.refresh_token, client_id=self.client_id, **self._secret
        )
        access, refresh, expires, scopes = self._request(form)
        kept = refresh or token.refresh_token  # RFC 6749, 6: without a new one, the earlier one stays valid
        return Token(access, kept, expires, scopes or token.scopes, oauth=self, on_renewal=token.on_renewal)

    def _request(self, form: str) -> Granted:
        return requested(copy.copy(self.configuration), self.endpoints.token, form)

    @property
    def _secret(self) -> dict[str, str]:
        return {"client_secret": self._client_secret} if self._client_secret else {}

    def __repr__(self) -> str:
        secret = ", client_secret='***'" if self._client_secret else ""
        return f"{type(self).__name__}({self.client_id!r}{secret}, redirect_uri={self.redirect_uri!r})"


def _code_in(answer: str, state: str) -> str:
    """Return the authorization code in *answer*, which has to belong to *state*."""
    query = urlsplit(answer).query or answer.partition("?")[2] or answer
    error: OAuthError
    try:
        client: typing.Any = WebApplicationClient("")
        found = client.parse_request_uri_response(f"https://localhost/?{query}", state)
        return str(found["code"])
    except OAuth2Error as rejected:
        error = OAuthError(rejected.error, _SENTENCES.get(rejected.error or "") or rejected.description)
    raise error


_SENTENCES = {
    "access_denied": "the user has not granted access",
    "mismatching_state": "the answer belongs to another question than the one that was asked",
    "missing_code": "the answer has no authorization code",
}
