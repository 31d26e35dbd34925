"""Comments on scores."""

from __future__ import annotations

from ...model.score_comment import ScoreComment
from .._context import Call, answers
from .._database import Entry, Json
from .._errors import HttpError, not_found
from .._resources import Pointer, Resource
from .scores import SCORE


def _begin(call: Call, score: Entry) -> Json:
    last = call.store.last("revision", score.id)
    return {"user": call.user, **({"revision": last.id} if last else {})}


def _accept(call: Call, entry: Entry, body: Json) -> Json:
    if "comment" not in entry.data:
        if not body["comment"].strip():
            raise HttpError(422, "EMPTY_COMMENT", "A comment has to say something.", "comment")
        body = {"rawComment": body["comment"], **body}
    if "replyTo" in body:
        original = call.store.find("comment", str(body["replyTo"]))
        if original is None or original.parent != entry.parent:
            raise not_found("comment", str(body["replyTo"]))
    return {**body, "type": "inline"} if "context" in body else body


COMMENT = Resource(
    kind="comment",
    path="/comments",
    model=ScoreComment,
    within=SCORE,
    filters={"type": None},
    pointers={"replyTo": Pointer("comment", "remove")},
    begin=_begin,
    accept=_accept,
    changes=lambda call, entry: entry.data["user"] == call.user,
)


@answers
def mark_score_comment_resolved(call: Call) -> None:
    entry = COMMENT.find(call)
    entry.data |= {"resolved": True, "resolvedBy": call.user}
    call.store.save(entry)


@answers
def mark_score_comment_unresolved(call: Call) -> None:
    entry = COMMENT.find(call)
    entry.data["resolved"] = False
    entry.data.pop("resolvedBy", None)
    call.store.save(entry)
