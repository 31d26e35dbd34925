"""Collections of scores."""

from __future__ import annotations

import secrets

from ...model.collection import Collection
from .._context import Answer, Call, answers
from .._database import Entry, Json
from .._pagination import COLLECTION_SORTS, paged
from .._resources import Resource, is_trashed
from . import people

ROOT, TRASH = "root", "trash"
"""The names of the two collections that every user has."""

OWNER = {"aclRead": True, "aclWrite": True, "aclAdmin": True, "isCollaborator": False}
"""What the owner of something may do with it."""

_CAPABILITIES = ("canEdit", "canShare", "canDelete", "canAddScores", "canDeleteScores")


def place_of(call: Call, collection: str) -> str:
    """Return the identifier that scores are kept by in a *collection*: `ROOT` is another one for each user."""
    return f"{collection}:{call.user}" if collection in (ROOT, TRASH) else collection


def collections_of(call: Call, score: Entry) -> list[str]:
    """Return the identifiers of the collections that *score* is in, as the API tells them."""
    return [found.partition(":")[0] for found in call.store.containers_of(score.id)]


def _named(call: Call, id: str) -> Entry | None:
    """Return `ROOT` and `TRASH`, which are there without being kept."""
    if id not in (ROOT, TRASH):
        return None
    data = {
        "id": id,
        "title": "My scores" if id == ROOT else "Trash",
        "type": id,
        "privacy": "private",
        "htmlUrl": f"https://flat.io/my-library/{id}",
        "creationDate": people.find(call, call.user).get("registrationDate", call.now),
    }
    return Entry("collection", place_of(call, id), data, call.user)


def _is_fixed(entry: Entry) -> bool:
    return entry.data["id"] in (ROOT, TRASH)


def _show(call: Call, entry: Entry) -> Json:
    may = not _is_fixed(entry)
    return {
        **entry.data,
        "htmlUrl": f"https://flat.io/my-library/{entry.data['id']}",
        "user": people.summary(call, call.user),
        "rights": OWNER,
        "collaborators": [],
        "contents": {"scoresCount": call.store.count_in(entry.id)},
        "capabilities": {name: may or (name == "canAddScores" and entry.data["id"] == ROOT) for name in _CAPABILITIES},
        "collections": [] if entry.data["id"] == ROOT else [ROOT],
    }


COLLECTION = Resource(
    kind="collection",
    path="/collections",
    model=Collection,
    is_owned=True,
    begin=lambda call, parent: {"sharingKey": secrets.token_hex(64)},
    show=_show,
    named=_named,
    sees=lambda call, entry: entry.parent == call.user,
    changes=lambda call, entry: not _is_fixed(entry),
)


@answers
def list_collections(call: Call) -> Answer:
    parent = COLLECTION.find(call, str(call.get("parent", ROOT)))
    in_trash = parent.data["id"] == TRASH
    found = call.store.entries("collection", call.user) if _is_fixed(parent) else []
    kept = [entry for entry in found if is_trashed(entry) == in_trash]
    return paged(call, kept, lambda entry: _show(call, entry), COLLECTION_SORTS)


@answers
def delete_collection(call: Call) -> None:
    """Move a collection to the trash; the scores in it stay in it."""
    entry = COLLECTION.find(call, change=True)
    entry.facts["was_in"] = ROOT
    call.store.save(entry)


@answers
def untrash_collection(call: Call) -> None:
    entry = COLLECTION.find(call, change=True, trashed=True)
    if entry.facts.pop("was_in", None):
        call.store.save(entry)
