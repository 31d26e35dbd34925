"""Comments on scores."""

from __future__ import annotations

from ...apis.tags.score_api import ScoreApi
from .._context import Answer, Call, answers
from .._database import Entry, Json, new_id
from .._errors import HttpError, forbidden, not_found
from .._resources import remove
from ._finding import find_score


@answers(ScoreApi.get_score_comments)
def get_score_comments(call: Call) -> Answer:
    """The comments of the type asked for, the oldest first unless the direction says otherwise."""
    wanted = call.get("type")
    found = [entry.data for entry in call.store.entries("comment", find_score(call).id)]
    kept = [comment for comment in found if wanted in (None, comment["type"])]
    return Answer(kept[::-1] if call.get("direction") == "desc" else kept)


@answers(ScoreApi.post_score_comment)
def post_score_comment(call: Call) -> Answer:
    """A new comment on the score as a whole, or on a place in it."""
    score, data = find_score(call), call.data
    if not data["comment"].strip():
        raise HttpError(422, "EMPTY_COMMENT", "A comment has to say something.", "comment")
    if "replyTo" in data:
        _find(call, score, str(data["replyTo"]))
    last = call.store.last("revision", score.id)
    id = new_id()
    comment: Json = {
        "rawComment": data["comment"],
        "mentions": [],
        **({"revision": last.id} if last else {}),
        **data,
        "id": id,
        "type": "inline" if "context" in data else "document",
        "user": call.user,
        "score": score.id,
        "date": call.now,
        "modificationDate": call.now,
        "resolved": False,
        "spam": False,
    }
    return Answer(call.store.add(Entry("comment", id, comment, score.id)).data)


@answers(ScoreApi.update_score_comment)
def update_score_comment(call: Call) -> Answer:
    """A comment with what was changed."""
    entry = _own(call)
    entry.data |= call.data
    if "context" in call.data:
        entry.data["type"] = "inline"
    entry.data["modificationDate"] = call.now
    call.store.save(entry)
    return Answer(entry.data)


@answers(ScoreApi.delete_score_comment)
def delete_score_comment(call: Call) -> Answer:
    """Delete a comment, and the replies to it."""
    entry = _own(call)
    for other in call.store.entries("comment", entry.parent):
        if entry.id in (other.id, other.data.get("replyTo")):
            remove(call, other)
    return Answer()


@answers(ScoreApi.mark_score_comment_resolved)
def mark_score_comment_resolved(call: Call) -> Answer:
    """Note that a comment is dealt with, and by whom."""
    entry = _find(call, find_score(call), str(call["comment"]))
    entry.data |= {"resolved": True, "resolvedBy": call.user}
    call.store.save(entry)
    return Answer()


@answers(ScoreApi.mark_score_comment_unresolved)
def mark_score_comment_unresolved(call: Call) -> Answer:
    """Note that a comment is open."""
    entry = _find(call, find_score(call), str(call["comment"]))
    entry.data["resolved"] = False
    entry.data.pop("resolvedBy", None)
    call.store.save(entry)
    return Answer()


def _find(call: Call, score: Entry, id: str) -> Entry:
    entry = call.store.find("comment", id)
    if entry is None or entry.parent != score.id:
        raise not_found("comment", id)
    return entry


def _own(call: Call) -> Entry:
    entry = _find(call, find_score(call), str(call["comment"]))
    if entry.data["user"] != call.user:
        raise forbidden("change this comment", "comment")
    return entry
