"""The users there are, and what they may do in their organization."""

from __future__ import annotations

from ...model.user_details_admin import UserDetailsAdmin
from .._authentication import TOKEN_SECONDS
from .._context import Call, answers, written_time
from .._database import Entry, Json, new_id
from .._errors import HttpError, forbidden, not_found
from .._resources import DEFAULTS, Resource

OTHER = "5b1ec0e6f7a8b9c0d1e2f3a4"
"""The identifier of a user outside of the organization."""

ORGANIZATION = "5e1d0c2b3a495867f6e5d4c3"
"""The identifier of the organization of the account."""

SUMMARY = (
    *("id", "type", "product", "username", "printableName", "firstname", "lastname", "name", "picture", "badges"),
    *("organization", "organizationRole", "htmlUrl"),
)
"""What is told of a user along with what is theirs."""

PRIVATE = ("locale", "email", "lastActivityDate", "license", "groups", "isEduTestingStudent", "owner")
"""What is told of a user to administrators, or to the user, only."""


def account(
    id: str,
    since: str,
    *,
    username: str,
    firstname: str = "",
    lastname: str = "",
    role: str | None = None,
    **more: object,
) -> Json:
    """Return all that is known about a new user, who has a *role* in the organization or none."""
    name = f"{firstname} {lastname}".strip() or username
    inside = {"product": "flatEdu", "organization": ORGANIZATION, "organizationRole": role} if role else {}
    return {
        "id": id,
        "username": username,
        "firstname": firstname,
        "lastname": lastname,
        **dict.fromkeys(("name", "printableName"), name),
        "picture": f"https://flat.io/img/default/{id}.png",
        "htmlUrl": f"https://flat.io/{username}",
        **dict.fromkeys(("registrationDate", "lastActivityDate"), since),
        **DEFAULTS["user"],
        **inside,
        **more,
    }


def add_user(call: Call, data: Json) -> Entry:
    """Keep a new user of the organization with what *data* says. Raises HttpError, 409, for a name that is taken."""
    id = new_id()
    facts = {"username": f"user-{id}", "role": "user", **data}
    _require_free(call, facts["username"], id)
    facts.pop("password", None)
    return call.store.add(Entry("user", id, account(id, call.now, **facts)))


def _require_free(call: Call, username: str, id: str) -> None:
    """Raise HttpError, 409, if another user than *id* has this name."""
    if any(other.id != id for other in call.store.pointing("user", "username", username)):
        raise HttpError(409, "USERNAME_TAKEN", f"There is a user {username!r} already.", "username")


def find(call: Call, id: str) -> Json:
    """Return all that is known about a user; the identifier alone of one that there isn't."""
    entry = call.store.find("user", id)
    return {"id": id} if entry is None else entry.data


def known(call: Call, name: str = "user") -> Entry:
    """Return the user that the parameter *name* is about. Raises HttpError, 404."""
    entry = call.store.find("user", call.user if call[name] == "me" else str(call[name]))
    if entry is None:
        raise not_found(name, str(call[name]))
    return entry


def summary(call: Call, id: str) -> Json:
    """Return the main facts about a user."""
    return {key: value for key, value in find(call, id).items() if key in SUMMARY}


def public(call: Call, id: str) -> Json:
    """Return the profile of a user as others see it."""
    return {key: value for key, value in find(call, id).items() if key not in PRIVATE}


def role(call: Call) -> str | None:
    """Return the role that the user who calls has in the organization."""
    return find(call, call.user).get("organizationRole")


def is_admin(call: Call) -> bool:
    """Return whether the user who calls is an administrator of the organization."""
    return role(call) == "admin"


def require_admin(call: Call) -> None:
    """Raise HttpError, 403, unless the user who calls is an administrator of the organization."""
    if not is_admin(call):
        raise forbidden("manage the organization", "organization")


def _accept(call: Call, entry: Entry, body: Json) -> Json:
    data = {name: value for name, value in body.items() if name != "password"}
    merged = {**entry.data, **data}
    _require_free(call, str(merged["username"]), entry.id)
    name = " ".join(str(merged[key]) for key in ("firstname", "lastname") if merged.get(key))
    return {**data, **dict.fromkeys(("name", "printableName"), name or str(merged["username"]))}


def _show(call: Call, entry: Entry) -> Json:
    until = written_time(call.world.clock() + TOKEN_SECONDS)
    lasts = {"id": entry.id[::-1], "expirationDate": until, "source": "trial", "mode": "site", "active": True}
    return {**entry.data, "groups": call.store.containers_of(entry.id), "license": lasts}


USER = Resource(
    kind="user",
    model=UserDetailsAdmin,
    accept=_accept,
    show=_show,
    sees=lambda call, entry: is_admin(call) and entry.data.get("organization") == ORGANIZATION,
)


@answers
def get_authenticated_user(call: Call) -> Json:
    if call.get("onlyId"):
        return {"id": call.user}
    return {**find(call, call.user), "groups": call.store.containers_of(call.user)}


@answers
def get_user(call: Call) -> Json:
    return public(call, known(call).id)
