"""Who is calling: what is given wins over the environment, and that over who has signed in."""

from __future__ import annotations

import logging
import os
from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

import click

from ..configuration import SERVERS, host_of_environment
from ..exceptions import ApiTypeError, ApiValueError
from ._errors import ExtraMissingError, NoTokenError, ProfileError
from ._profiles import DEFAULT, Profile, Stored, load, save
from ._text import visible
from ._types import PROFILE, URL, Checked

if TYPE_CHECKING:
    from ..oauth import Token

__all__ = ["WAYS", "Credential", "credential_for", "host_for", "needing_oauth", "profile_for"]

logger = logging.getLogger(__name__)

TOKEN_VARIABLE, PROFILE_VARIABLE = "FLAT_ACCESS_TOKEN", "FLAT_PROFILE"

WAYS = (
    "`flat-api login` signs in. Or set FLAT_ACCESS_TOKEN to a token (flat.io/developers gives them), "
    "or try the command with --sandbox."
)
"""How to get an access token."""


class Credential(NamedTuple):
    """What requests to *host* are signed with; *source* says where it comes from, *stored* what was kept of it."""

    host: str
    token: str | Token
    source: str
    stored: Stored | None = None


def host_for(given: str | None) -> str | None:
    """Return the base URL that was *given*, or else that of the environment; None for neither."""
    found = host_of_environment()
    return given if given is not None or found is None else _checked(found, "FLAT_HOST", URL)


def profile_for(given: str | None) -> str:
    """Return the name of the profile that was *given*, or else that of the environment, or the usual one."""
    found = os.environ.get(PROFILE_VARIABLE, "").strip()
    return given or (_checked(found, PROFILE_VARIABLE, PROFILE) if found else DEFAULT)


def _checked(value: str, variable: str, kind: Checked) -> str:
    fault = kind.fault(value)
    if fault is not None:
        raise click.UsageError(f"Invalid value for {variable}: {fault}")
    return value


def credential_for(token: str | None, host: str | None, profile: str | None) -> Credential:
    """Return who is calling, by what was given on the command line, the environment, and who has signed in.

    Raises NoTokenError where nobody is, also where the one who has signed in did so at another host.
    """
    host = host_for(host)
    place = host or SERVERS[0]
    if token is not None:
        return Credential(place, token, "--token")
    name = profile_for(profile)
    if found := os.environ.get(TOKEN_VARIABLE, "").strip():
        if profile is not None:
            logger.warning("%s is set, so the profile %s is not used", TOKEN_VARIABLE, name)
        return Credential(place, found, TOKEN_VARIABLE)
    stored = load(name)
    if stored is None:
        reason = "there is no access token" if name == DEFAULT else f"nobody has signed in as the profile {name}"
        raise NoTokenError(reason, WAYS)
    if host is not None and not _is_same(host, stored.profile.host):
        there, here = visible(stored.profile.host), visible(host)
        hint = f"Sign in there: flat-api login --host {here}"
        raise NoTokenError(f"the profile {name} is for {there}, not for {here}", hint)
    return Credential(host or stored.profile.host, _token_of(stored, name), f"profile {name}", stored)


def _is_same(host: str, other: str) -> bool:
    from .._origin import origin

    return origin(host) == origin(other)


def _token_of(stored: Stored, name: str) -> str | Token:
    profile = stored.profile
    if profile.client_id is None:
        return str(profile.token["access_token"])
    with needing_oauth():
        from ..oauth import Token

        def keep(token: Token) -> None:
            save(name, profile._replace(token=token.to_dict()))

        try:
            return Token.from_dict(profile.token, oauth=_Renewer(name, profile), on_renewal=keep)
        except (ApiTypeError, ApiValueError) as error:
            reason = f"what is kept in {visible(stored.place)} is not a token"
            raise ProfileError(reason, "`flat-api login` signs in anew.") from error


class _Renewer:
    """Renews the token of a profile, unless another process has done so meanwhile: a refresh token is for one use."""

    def __init__(self, name: str, profile: Profile) -> None:
        self._name = name
        self._profile = profile

    def refresh(self, token: Token) -> Token:
        from ..oauth import CALLBACK, OAuth, Token

        stored = load(self._name)
        if stored is not None and stored.profile.token["access_token"] != token.access_token:
            newer = Token.from_dict(stored.profile.token)
            if not newer.is_due:
                return newer
            token = newer
        profile = self._profile
        return OAuth(profile.client_id or "", profile.client_secret, CALLBACK, host=profile.host).refresh(token)


@contextmanager
def needing_oauth() -> Generator[None, None, None]:
    """For work that imports `flat_api.oauth`. Raises ExtraMissingError without its library."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "oauthlib":
            raise
        reason = "signing in needs the libraries of its extra"
        raise ExtraMissingError(reason, "pip install 'flat-api-frozen[login]' installs them.") from error
