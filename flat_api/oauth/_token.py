"""Tokens: what a request is signed with, renewed before it expires."""

from __future__ import annotations

import logging
import threading
import time
import typing
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import CancelledError, Future

from ..exceptions import ApiConnectionError, ApiTypeError, ApiValueError, OAuthError
from ..model.app_scopes import AppScopes

__all__ = ["Granted", "Token", "scopes_of"]

logger = logging.getLogger(__name__)

MARGIN = 60.0
"""Seconds before its end at which a token is renewed; a tenth of its time, where that is less."""

PAUSE = 10.0
"""Seconds until the next attempt, where a token could not be renewed and is still valid."""


class Renewer(typing.Protocol):
    """What renews tokens: an `OAuth`."""

    def refresh(self, token: Token) -> Token: ...


class Granted(typing.NamedTuple):
    """What a server grants at one time; `Token` says what each value is."""

    access_token: str
    refresh_token: str | None
    expires_at: float | None
    scopes: tuple[AppScopes, ...]

    def __repr__(self) -> str:
        secrets = [f"{name}='***'" for name in ("access_token", "refresh_token") if getattr(self, name) is not None]
        ends = [] if self.expires_at is None else [f"expires_at={self.expires_at:.0f}"]
        return ", ".join([*secrets, *ends, f"scopes={tuple(map(str, self.scopes))!r}"])


class Token:
    """An access token that is renewed before it expires: ``Flat(access_token=token)``.

    *expires_at* is the moment, in seconds since the epoch, at which *access_token* is no longer valid, None where that
    is not known. *scopes* are those that were granted. With a *refresh_token* and *oauth*, which has issued it, calling
    the token returns an access token that is valid for a while; of several threads one renews it, and the others wait.
    *on_renewal* is called with the token each time, to store `to_dict()` before anybody uses the new values. Texts
    never show the secrets.

    >>> token = Token("secret", scopes=["scores"])
    >>> token
    Token(access_token='***', scopes=('scores',))
    >>> token()
    'secret'
    """

    def __init__(
        self,
        access_token: str,
        refresh_token: str | None = None,
        expires_at: float | None = None,
        scopes: Iterable[str] = (),
        *,
        oauth: Renewer | None = None,
        on_renewal: Callable[[Token], object] | None = None,
    ) -> None:
        self.oauth = oauth
        self.on_renewal = on_renewal
        self._lock = threading.Lock()
        self._running: Future[None] | None = None
        self._set(Granted(access_token, refresh_token, expires_at, scopes_of(scopes)))

    def _set(self, values: Granted) -> None:
        now = time.time()
        self._due_at = float("inf")
        if values.expires_at is not None:
            self._due_at = values.expires_at - min(MARGIN, max(0.0, values.expires_at - now) / 10)
        self._values = values

    @property
    def access_token(self) -> str:
        """What requests are signed with, as it is now: it may have expired."""
        return self._values.access_token

    @property
    def refresh_token(self) -> str | None:
        """What the next access token is asked for with."""
        return self._values.refresh_token

    @property
    def expires_at(self) -> float | None:
        """When the access token expires, in seconds since the epoch; None where that is not known."""
        return self._values.expires_at

    @property
    def scopes(self) -> tuple[AppScopes, ...]:
        """What the user has granted; empty where the server doesn't say."""
        return self._values.scopes

    @property
    def is_due(self) -> bool:
        """Whether calling the token asks the server for a new one, which takes as long as a request."""
        return time.time() >= self._due_at

    def __call__(self) -> str:
        """Return an access token, renewed if it is about to expire.

        Raises OAuthError where it has expired and can't be renewed, ApiConnectionError where the server can't be
        reached; while the earlier one is valid, that is logged instead. What *on_renewal* raises comes through.
        """
        if self.is_due:
            self._renew_once()
        return self._values.access_token

    def _renew_once(self) -> None:
        """Renew the values, or wait until another thread has; its error is raised in all that waited for it."""
        with self._lock:
            running = self._running
            if running is None and not self.is_due:
                return
            mine = self._running = running or Future()
        if running is None:
            self._run(mine)
            return
        try:
            running.result()
        except CancelledError:  # the other thread was interrupted
            self._renew_once()

    def _run(self, mine: Future[None]) -> None:
        try:
            self._renew()
        except Exception as error:
            self._running = None
            mine.set_exception(error)
            raise
        except BaseException:  # Ctrl-C is for one thread only
            self._running = None
            mine.cancel()
            raise
        self._running = None
        mine.set_result(None)

    def _renew(self) -> None:
        if self.oauth is None or self.refresh_token is None:
            self._check_validity()
            return
        try:
            renewed = self.oauth.refresh(self)
        except (ApiConnectionError, OAuthError) as error:
            if self._has_expired or (isinstance(error, OAuthError) and error.is_final):
                raise
            logger.warning("The access token can't be renewed and is still valid: %s", type(error).__name__)
            self._due_at = time.time() + PAUSE
            return
        self._set(renewed._values)
        if self.on_renewal is not None:
            self.on_renewal(self)

    def _check_validity(self) -> None:
        if self._has_expired:
            raise OAuthError(None, "the access token has expired, and there is nothing to renew it with: sign in again")
        self._due_at = self.expires_at or self._due_at

    @property
    def _has_expired(self) -> bool:
        return self.expires_at is not None and time.time() >= self.expires_at

    def to_dict(self) -> dict[str, typing.Any]:
        """Return all values as plain Python, secrets included, to be stored where nobody else can read them."""
        values = self._values
        return {**values._asdict(), "scopes": [str(scope) for scope in values.scopes]}

    @classmethod
    def from_dict(
        cls,
        values: Mapping[str, typing.Any],
        *,
        oauth: Renewer | None = None,
        on_renewal: Callable[[Token], object] | None = None,
    ) -> Token:
        """Return the token that `to_dict` gave the *values* of.

        Raises ApiTypeError for values of the wrong types, ApiValueError where there is no access token.
        """
        access, refresh, expires = (values.get(name) for name in ("access_token", "refresh_token", "expires_at"))
        if access is None:
            raise ApiValueError("expected the values of a token, got none for access_token")
        scopes = values.get("scopes") or ()
        if not isinstance(access, str) or not isinstance(refresh, (str, type(None))):
            raise ApiTypeError("expected text as access_token and refresh_token")
        if not isinstance(expires, (int, float, type(None))) or not isinstance(scopes, (list, tuple)):
            raise ApiTypeError("expected a number as expires_at and a list as scopes")
        listed = typing.cast("list[str]", scopes)
        return cls(access, refresh, expires, listed, oauth=oauth, on_renewal=on_renewal)

    def __copy__(self) -> Token:
        return self

    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Token:
        return self  # which is renewed for all that share it

    def __reduce__(self) -> typing.NoReturn:
        raise TypeError("a Token is not pickled, because of its secrets: store its to_dict() where nobody can read it")

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._values!r})"


def scopes_of(names: Iterable[str]) -> tuple[AppScopes, ...]:
    """Return *names* as scopes, those too that only the server knows."""
    return tuple([AppScopes.from_openapi_data_oapg(str(name), lenient=True) for name in names])
