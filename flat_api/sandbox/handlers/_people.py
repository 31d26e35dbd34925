"""The users there are."""

from __future__ import annotations

from .._calls import ME, Call
from .._store import Json

OTHER = "5b1ec0e6f7a8b9c0d1e2f3a4"
"""The identifier of the user other than the owner of the account."""

SUMMARY = frozenset(
    (
        "id",
        "type",
        "product",
        "username",
        "printableName",
        "firstname",
        "lastname",
        "name",
        "picture",
        "badges",
        "htmlUrl",
    )
)
"""What is told of a user along with what is theirs."""

NAMES = {ME: ("sandbox", "Clara", "Sandbox"), OTHER: ("ada", "Ada", "Lovelace")}


def account(id: str) -> Json:
    """What is known about one of the users from the start."""
    username, first, last = NAMES[id]
    return {
        "id": id,
        "type": "user",
        "product": "flat",
        "username": username,
        "printableName": f"{first} {last}",
        "firstname": first,
        "lastname": last,
        "name": f"{first} {last}",
        "picture": None,
        "badges": [],
        "htmlUrl": f"https://flat.io/{username}",
        "bio": "A user of the sandbox.",
        "registrationDate": "2024-01-15T09:30:00.000Z",
        "likedScoresCount": 1,
        "followersCount": 0,
        "followingCount": 0,
        "ownedPublicScoresCount": int(id == OTHER),
        "instruments": ["piano"],
        "locale": "en",
    }


def find(call: Call, id: str) -> Json | None:
    """All that is known about a user; None for one that there isn't."""
    entry = call.store.find("user", id)
    return None if entry is None else entry.data


def summary(call: Call, id: str) -> Json:
    """The main facts about a user."""
    return {key: value for key, value in (find(call, id) or {"id": id}).items() if key in SUMMARY}


def public(call: Call, id: str) -> Json | None:
    """The profile of a user as others see it."""
    found = find(call, id)
    return None if found is None else {key: value for key, value in found.items() if key != "locale"}
