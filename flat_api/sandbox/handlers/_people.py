"""The users there are, and what they may do in their organization."""

from __future__ import annotations

from .._context import Call
from .._database import Entry, Json
from .._errors import forbidden, not_found

OTHER = "5b1ec0e6f7a8b9c0d1e2f3a4"
"""The identifier of a user outside of the organization."""

ORGANIZATION = "5e1d0c2b3a495867f6e5d4c3"
"""The identifier of the organization of the account."""

SUMMARY = frozenset(
    (
        *("id", "type", "product", "username", "printableName", "firstname", "lastname", "name", "picture", "badges"),
        *("organization", "organizationRole", "htmlUrl"),
    )
)
"""What is told of a user along with what is theirs."""

PRIVATE = frozenset(("locale", "email", "lastActivityDate", "license", "groups", "isEduTestingStudent", "owner"))
"""What is told of a user to administrators, or to the user, only."""


def account(id: str, username: str, first: str, last: str, role: str | None, since: str) -> Json:
    """Return all that is known about a new user, who has a *role* in the organization or none."""
    name = f"{first} {last}".strip() or username
    inside: Json = {"organization": ORGANIZATION, "organizationRole": role} if role else {}
    return {
        "id": id,
        "type": "user",
        "product": "flatEdu" if role else "flat",
        "username": username,
        "printableName": name,
        "firstname": first,
        "lastname": last,
        "name": name,
        "picture": f"https://flat.io/img/default/{id}.png",
        "badges": [],
        **inside,
        "htmlUrl": f"https://flat.io/{username}",
        "bio": "A user of the sandbox.",
        "registrationDate": since,
        "lastActivityDate": since,
        "likedScoresCount": 0,
        "followersCount": 0,
        "followingCount": 0,
        "ownedPublicScoresCount": 0,
        "instruments": ["piano"],
        "locale": "en",
    }


def find(call: Call, id: str) -> Json | None:
    """Return all that is known about a user; None for one that there isn't."""
    entry = call.store.find("user", id)
    return None if entry is None else entry.data


def known(call: Call, name: str = "user") -> Entry:
    """Return the user that the parameter *name* is about. Raises HttpError, 404."""
    id = call.user if call[name] == "me" else str(call[name])
    entry = call.store.find("user", id)
    if entry is None:
        raise not_found(name, str(call[name]))
    return entry


def summary(call: Call, id: str) -> Json:
    """Return the main facts about a user."""
    return {key: value for key, value in (find(call, id) or {"id": id}).items() if key in SUMMARY}


def public(call: Call, id: str) -> Json | None:
    """Return the profile of a user as others see it."""
    found = find(call, id)
    return None if found is None else {key: value for key, value in found.items() if key not in PRIVATE}


def is_admin(call: Call) -> bool:
    """Return whether the user who calls is an administrator of the organization."""
    return role(call) == "admin"


def role(call: Call) -> str | None:
    """Return the role that the user who calls has in the organization."""
    return (find(call, call.user) or {}).get("organizationRole")


def require_admin(call: Call) -> None:
    """Raise HttpError, 403, unless the user who calls is an administrator of the organization."""
    if not is_admin(call):
        raise forbidden("manage the organization", "organization")
