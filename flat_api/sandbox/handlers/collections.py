"""Collections, and the scores in them."""

from __future__ import annotations

import secrets

from ...apis.tags.collection_api import CollectionApi
from .._context import Answer, Call, answers
from .._database import Entry, Json, new_id
from .._errors import HttpError, forbidden, not_found
from .._pagination import COLLECTION_SORTS, SCORE_SORTS, paged
from . import _people
from ._finding import ROOT, TRASH, find_collection, find_score, is_trashed, rights
from .scores import shown

_CAPABILITIES = ("canEdit", "canShare", "canDelete", "canAddScores", "canDeleteScores")


@answers(CollectionApi.list_collections)
def list_collections(call: Call) -> Answer:
    """A page of the collections in another one: all are in the root, or in the trash."""
    parent = find_collection(call, str(call.get("parent", ROOT)))
    in_trash = parent.data["id"] == TRASH
    found = call.store.entries("collection", call.user) if _is_fixed(parent) else []
    rows = [(entry.seq, _shown(call, entry)) for entry in found if is_trashed(entry) == in_trash]
    return paged(call, rows, COLLECTION_SORTS)


@answers(CollectionApi.create_collection)
def create_collection(call: Call) -> Answer:
    """An empty collection in the root."""
    return Answer(_shown(call, add_collection(call, call.data)))


def add_collection(call: Call, facts: Json, id: str = "") -> Entry:
    """Keep a new collection of the user who calls."""
    id = id or new_id()
    data = {
        "id": id,
        "type": "regular",
        "htmlUrl": f"https://flat.io/my-library/{id}",
        "creationDate": call.now,
        "sharingKey": secrets.token_hex(64),
        **facts,
    }
    return call.store.add(Entry("collection", id, data, call.user))


@answers(CollectionApi.get_collection)
def get_collection(call: Call) -> Answer:
    """Return what is known about a collection."""
    return Answer(_shown(call, _found(call)))


@answers(CollectionApi.edit_collection)
def edit_collection(call: Call) -> Answer:
    """A collection with what was changed."""
    entry = _own(call)
    entry.data |= call.data
    call.store.save(entry)
    return Answer(_shown(call, entry))


@answers(CollectionApi.delete_collection)
def delete_collection(call: Call) -> Answer:
    """Move a collection to the trash; the scores in it stay in it."""
    entry = _own(call)
    entry.facts["was_in"] = ROOT
    call.store.save(entry)
    return Answer()


@answers(CollectionApi.untrash_collection)
def untrash_collection(call: Call) -> Answer:
    """Take a collection out of the trash."""
    entry = _own(call, trashed=True)
    if entry.facts.pop("was_in", None):
        call.store.save(entry)
    return Answer()


@answers(CollectionApi.list_collection_scores)
def list_collection_scores(call: Call) -> Answer:
    """A page of the scores in a collection."""
    entry = _found(call)
    rows = [(score.seq, shown(call, score)) for score in call.store.items_in("score", entry.id)]
    return paged(call, rows, SCORE_SORTS)


@answers(CollectionApi.add_score_to_collection)
def add_score_to_collection(call: Call) -> Answer:
    """Put a score in a collection, too."""
    entry, score = _found(call), find_score(call)
    if entry.data["id"] == TRASH:
        raise HttpError(403, "FORBIDDEN", "A score gets into the trash by being deleted.", "collection")
    call.store.put_in(entry.id, score.id)
    return Answer(shown(call, score))


@answers(CollectionApi.delete_score_from_collection)
def delete_score_from_collection(call: Call) -> Answer:
    """Take a score out of a collection."""
    entry, score = _found(call), find_score(call)
    if not call.store.take_out(entry.id, score.id):
        raise not_found("score", score.id)
    return Answer()


def _is_fixed(entry: Entry) -> bool:
    return entry.data["id"] in (ROOT, TRASH)


def _found(call: Call) -> Entry:
    return find_collection(call, str(call["collection"]))


def _own(call: Call, *, trashed: bool = False) -> Entry:
    entry = find_collection(call, str(call["collection"]), trashed=trashed)
    if _is_fixed(entry):
        raise forbidden("change this collection", "collection")
    return entry


def _shown(call: Call, entry: Entry) -> Json:
    """Return what the API tells of a collection."""
    may = not _is_fixed(entry)
    return {
        **entry.data,
        "user": _people.summary(call, call.user),
        "rights": rights(call, entry),
        "collaborators": [],
        "contents": {"scoresCount": call.store.count_in(entry.id)},
        "capabilities": {name: may or (name == "canAddScores" and entry.data["id"] == ROOT) for name in _CAPABILITIES},
        "collections": [] if entry.data["id"] == ROOT else [ROOT],
    }
