"""Scores, found by those who may see them."""

from __future__ import annotations

from .._calls import ME, Call
from .._refusals import forbidden, not_found
from .._store import Entry

ROOT, TRASH = "root", "trash"
"""The identifiers of the collections that are always there."""


def find_score(call: Call, id: str | None = None, *, write: bool = False, trashed: bool = False) -> Entry:
    """The score that is meant. Raises Refusal: 404 where there is none (any more), 403 where it is somebody else's.

    *write* is for changes, which its owner alone may make; *trashed* for those that are made in the trash.
    """
    id = str(call["score"] if id is None else id)
    entry = call.store.find("score", id)
    if entry is None or (is_trashed(entry) and not trashed) or not _may_read(entry):
        raise not_found("score", id)
    if write and entry.parent != ME:
        raise forbidden("change this score", "score")
    return entry


def _may_read(entry: Entry) -> bool:
    return entry.parent == ME or entry.data.get("privacy") == "public"


def is_trashed(entry: Entry) -> bool:
    """Whether a score or a collection is in the trash."""
    return "was_in" in entry.facts


def visible_scores(call: Call, owner: str) -> list[Entry]:
    """The scores of *owner* that the current user may see."""
    return [entry for entry in call.store.entries("score", owner) if not is_trashed(entry) and _may_read(entry)]
