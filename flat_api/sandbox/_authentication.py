"""Who calls: the user that an access token belongs to, and what the token allows."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import typing
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from werkzeug.wrappers import Request

from ..operations import Operation
from ._context import ME, World, written_time
from ._database import Entry, Json
from ._errors import HttpError

TOKEN_SECONDS = 90 * 86_400
"""Seconds for which an access token that was issued is valid."""


@dataclass(frozen=True)
class Caller:
    """The *user* who calls, with a token for *scopes*; None stands for all of them.

    *is_owner* tells that the token is the one of the sandbox, and not one that was issued.
    """

    user: str
    scopes: frozenset[str] | None = None
    is_owner: bool = False

    def check_scopes(self, operation: Operation[typing.Any]) -> None:
        """Raise HttpError, 403, unless the token is for one of the scopes of *operation*, any of which is enough."""
        if self.scopes is not None and operation.scopes and self.scopes.isdisjoint(operation.scopes):
            wanted = ", ".join(operation.scopes)
            raise HttpError(403, "INSUFFICIENT_SCOPE", f"The access token is for none of these scopes: {wanted}.")


def caller_of(request: Request, token: str, world: World, accepts: Callable[[str], bool]) -> Caller | None:
    """Return who signed *request*: the owner of the account with *token* or one that *accepts* returns True for, or the
    user of a token that was issued.
    """
    given = _token(request)
    if not given:
        return None
    if hmac.compare_digest(given.encode("latin-1", "replace"), token.encode("latin-1", "replace")):
        return Caller(ME, is_owner=True)
    if accepts(given):
        return Caller(ME)
    with world.store.transaction():
        issued = world.store.find("token", _id(given))
    if issued is None or world.clock() >= float(issued.facts["expires"]):
        return None
    return Caller(issued.parent, frozenset(issued.data["scopes"]))


def unsigned(request: Request) -> HttpError:
    """Return the error, 401, of a *request* with no token that is valid."""
    wanted = {"WWW-Authenticate": 'Bearer realm="sandbox"'}
    if not _token(request):
        return HttpError(401, "UNAUTHORIZED", "The request has no access token.", headers=wanted)
    message = "This is not the access token of the sandbox, nor one that it has issued and that is valid."
    return HttpError(401, "INVALID_ACCESS_TOKEN", message, headers=wanted)


def _token(request: Request) -> str:
    scheme, _, given = request.headers.get("Authorization", "").partition(" ")
    return given.strip() if scheme.lower() == "bearer" else ""


def _id(token: str) -> str:
    """Return the identifier that an access token is kept by, which doesn't tell the token."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()[:24]


def issue_token(world: World, user: str, scopes: Sequence[str], name: str, seconds: float = TOKEN_SECONDS) -> Json:
    """Keep a new access token of *user* for *scopes*; return what the API tells of it, the token itself this once."""
    token, now = secrets.token_hex(64), world.clock()
    data: Json = {
        "id": _id(token),
        "name": name,
        "issuedDate": written_time(now),
        "expirationDate": written_time(now + seconds),
        "scopes": list(scopes),
    }
    world.store.add(Entry("token", data["id"], data, user, {"expires": now + seconds}))
    return {**data, "token": token}
