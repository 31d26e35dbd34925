"""Scores and collections, found by those who may see them."""

from __future__ import annotations

from .._context import Call
from .._database import Entry
from .._errors import forbidden, not_found

ROOT, TRASH = "root", "trash"
"""The names of the two collections that every user has."""


def place_of(call: Call, collection: str) -> str:
    """Return the identifier that scores are kept by in a *collection*: `ROOT` is another one for each user."""
    return f"{collection}:{call.user}" if collection in (ROOT, TRASH) else collection


def collections_of(call: Call, score: Entry) -> list[str]:
    """Return the identifiers of the collections of its owner that *score* is in, as the API tells them."""
    return [found.partition(":")[0] for found in call.store.containers_of(score.id)]


def find_collection(call: Call, id: str, *, trashed: bool = False) -> Entry:
    """Return the collection *id* of the user who calls; `ROOT` and `TRASH` are there without being kept.

    Raises HttpError, 404. *trashed* also finds what is in the trash.
    """
    if id in (ROOT, TRASH):
        user = call.store.find("user", call.user)
        data = {
            "id": id,
            "title": "My scores" if id == ROOT else "Trash",
            "type": id,
            "privacy": "private",
            "htmlUrl": f"https://flat.io/my-library/{id}",
            "creationDate": user.data["registrationDate"] if user is not None else call.now,
        }
        return Entry("collection", place_of(call, id), data, call.user)
    entry = call.store.find("collection", id)
    if entry is None or entry.parent != call.user or (is_trashed(entry) and not trashed):
        raise not_found("collection", id)
    return entry


def find_score(call: Call, id: str | None = None, *, write: bool = False, trashed: bool = False) -> Entry:
    """Return the score that is meant. Raises HttpError: 404 where the user may see none (any more), 403 to *write* it.

    *trashed* also finds what is in the trash.
    """
    id = str(call["score"] if id is None else id)
    entry = call.store.find("score", id)
    if entry is None or (is_trashed(entry) and not trashed) or not rights(call, entry)["aclRead"]:
        raise not_found("score", id)
    if write and not rights(call, entry)["aclWrite"]:
        raise forbidden("change this score", "score")
    return entry


def rights(call: Call, score: Entry) -> dict[str, bool]:
    """Return what the user who calls may do with *score*: as its owner, as a collaborator, as anybody."""
    if score.parent == call.user:
        return {"aclRead": True, "aclWrite": True, "aclAdmin": True, "isCollaborator": False}
    shares = [entry.data for entry in call.store.entries("collaborator", score.id) if _is_for(call, entry)]
    found = {name: any(share[name] for share in shares) for name in ("aclRead", "aclWrite", "aclAdmin")}
    found["aclRead"] |= score.data.get("privacy") == "public"
    return {**found, "isCollaborator": bool(shares)}


def _is_for(call: Call, collaborator: Entry) -> bool:
    whom, value = collaborator.facts["whom"], collaborator.facts["value"]
    return (whom == "user" and value == call.user) or (whom == "group" and call.store.is_in(value, call.user))


def is_trashed(entry: Entry) -> bool:
    """Return whether a score or a collection is in the trash."""
    return "was_in" in entry.facts


def visible_scores(call: Call, owner: str) -> list[Entry]:
    """Return the scores of *owner* that the user who calls may see."""
    found = call.store.entries("score", owner)
    return [entry for entry in found if not is_trashed(entry) and rights(call, entry)["aclRead"]]
