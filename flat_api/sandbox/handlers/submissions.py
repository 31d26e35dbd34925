"""Submissions: what students hand in, with grades, comments and a history."""

from __future__ import annotations

from functools import partial

from ...apis.tags.model_class_api import ModelClassApi
from ...apis.tags.score_api import ScoreApi
from ...model.assignment_submission import AssignmentSubmission
from ...model.assignment_submission_comment import AssignmentSubmissionComment
from ...model.assignment_submission_history import AssignmentSubmissionHistory
from .._context import Answer, Call, answers
from .._database import Entry, Json
from .._errors import HttpError, forbidden
from .._resources import Pointer, Resource
from ..formats.tables import csv, xlsx
from . import _people
from ._finding import find_score
from .assignments import ASSIGNMENT
from .attachments import attached
from .classes import CLASS, TEACHERS, group_of, is_student, is_teacher

_OF_TEACHERS = ("grade", "draftGrade", "return")
"""What only a teacher says about a submission."""


def _accept(call: Call, entry: Entry, body: Json) -> Json:
    """Return what *body* says, with the state and the dates that follow from what it asks for."""
    class_ = str(entry.data["classroom"])
    if not is_teacher(call, class_) and any(name in body for name in _OF_TEACHERS):
        raise forbidden("grade this submission", "grade")
    said = {name: value for name, value in body.items() if name != "comments"}
    if "attachments" in said:
        teachers = group_of(call, class_, TEACHERS)
        said["attachments"] = [attached(call, item, teachers) for item in said["attachments"]]
    if said.get("exercisesIds", ()) is None:
        entry.data.pop("exercisesIds", None)
        del said["exercisesIds"]
    if body.get("submit"):
        said |= {"state": "turnedIn", "submissionDate": call.now}
    if body.get("return"):
        said |= {"state": "returned", "returnDate": call.now, "returnCreator": call.user}
        if "grade" not in said and "draftGrade" in entry.data:
            said["grade"] = entry.data["draftGrade"]
    _remember(call, entry, said)
    return said


def _remember(call: Call, entry: Entry, said: Json) -> None:
    """Add an event to the history where state or grade become another."""
    for name in ("state", "draftGrade", "grade"):
        if said.get(name) is not None and said[name] != entry.data.get(name):
            told = {name: said[name], **{key: entry.data[key] for key in ("maxPoints",) if key in entry.data}}
            _add_event(call, entry, told)


def _add_event(call: Call, entry: Entry, told: Json) -> None:
    users = {"users": [call.user], "classroom": entry.data["classroom"], "assignment": entry.parent}
    EVENT.make(call, entry, {"date": call.now, **users, "submission": entry.id, **told})


def _show(call: Call, entry: Entry) -> Json:
    """Count the comments; a student sees a grade once the work is given back."""
    comments = call.store.entries("submission_comment", entry.id)
    unread = sum(_shown_comment(call, comment)["unread"] for comment in comments)
    shown: Json = {"comments": {"total": len(comments), "unread": unread}}
    if not is_teacher(call, str(entry.data["classroom"])):
        shown |= dict.fromkeys(("draftGrade",) if entry.data["state"] == "returned" else ("grade", "draftGrade"))
    return shown


def _sees(call: Call, entry: Entry) -> bool:
    return entry.data["creator"] == call.user or is_teacher(call, str(entry.data["classroom"]))


def _begin(call: Call, assignment: Entry) -> Json:
    points = {name: assignment.data[name] for name in ("maxPoints",) if name in assignment.data}
    return {
        "state": "created",
        "classroom": assignment.parent,
        "assignment": assignment.id,
        "creator": call.user,
        "attachments": [],
        "playback": [],
        **points,
    }


SUBMISSION = Resource(
    kind="submission",
    model=AssignmentSubmission,
    within=ASSIGNMENT,
    operations={
        "read": ModelClassApi.get_submission,
        "list": ModelClassApi.get_submissions,
        "change": ModelClassApi.edit_submission,
        "delete": ModelClassApi.delete_submission,
    },
    pointers={"creator": Pointer("user", "remove"), "returnCreator": Pointer("user", "inherit")},
    begin=_begin,
    accept=_accept,
    created=lambda call, entry: _add_event(call, entry, {"state": "created"}),
    show=_show,
    sees=_sees,
    changes=_sees,
)

EVENT = Resource(
    kind="submission_event",
    model=AssignmentSubmissionHistory,
    within=SUBMISSION,
    operations={
        "list": ModelClassApi.get_submission_history,
    },
)


def _shown_comment(call: Call, entry: Entry) -> Json:
    """A comment is unread by everybody but its author until they answer."""
    others = call.store.entries("submission_comment", entry.parent)
    answered = any(other.seq > entry.seq and other.data["user"] == call.user for other in others)
    return {"unread": entry.data["user"] != call.user and not answered}


COMMENT = Resource(
    kind="submission_comment",
    param="comment",
    model=AssignmentSubmissionComment,
    within=SUBMISSION,
    operations={
        "create": ModelClassApi.post_submission_comment,
        "list": ModelClassApi.get_submission_comments,
        "change": ModelClassApi.update_submission_comment,
        "delete": ModelClassApi.delete_submission_comment,
    },
    pointers={"user": Pointer("user", "remove")},
    begin=lambda call, submission: {
        "user": call.user,
        "submission": submission.id,
        "date": call.now,
        "modificationDate": call.now,
    },
    show=_shown_comment,
    changes=lambda call, entry: entry.data["user"] == call.user,
)


@answers(ModelClassApi.create_submission)
def create_submission(call: Call) -> Answer:
    """The submission of the user, made or changed."""
    assignment = ASSIGNMENT.find(call)
    if assignment.data["state"] != "active":
        raise HttpError(403, "ASSIGNMENT_NOT_ACTIVE", "Only an active assignment takes submissions.", "assignment")
    mine = [entry for entry in SUBMISSION.inside(call, assignment.id) if entry.data["creator"] == call.user]
    entry = mine[0] if mine else SUBMISSION.make(call, assignment, {})
    SUBMISSION.update(call, entry, call.data)
    return Answer(SUBMISSION.shown(call, entry))


@answers(ModelClassApi.list_class_student_submissions)
def list_class_student_submissions(call: Call) -> Answer:
    """Return what one student handed in, for all assignments of the class."""
    class_, user = CLASS.find(call), _people.known(call)
    if not is_student(call, class_.id, user.id) and user.id != call.user:
        raise HttpError(404, "USER_NOT_FOUND", "The class has no such student.", "user")
    found = call.store.pointing("submission", "creator", user.id)
    visible = [entry for entry in found if entry.data["classroom"] == class_.id and _sees(call, entry)]
    return Answer([SUBMISSION.shown(call, entry) for entry in visible])


@answers(ScoreApi.get_score_submissions)
def get_score_submissions(call: Call) -> Answer:
    """The submissions that a score is attached to."""
    score = find_score(call)
    found = [
        entry
        for entry in call.store.all("submission")
        if any(item.get("score") == score.id for item in entry.data["attachments"]) and _sees(call, entry)
    ]
    return Answer([SUBMISSION.shown(call, entry) for entry in found])


_COLUMNS = ("student", "username", "state", "grade", "maxPoints", "submissionDate", "comments")


def _table(call: Call) -> list[tuple[str, ...]]:
    """Return the reviews of all submissions, a line for each, below the names of the columns."""
    lines: list[tuple[str, ...]] = [_COLUMNS]
    for entry in SUBMISSION.inside(call, ASSIGNMENT.find(call, change=True).id):
        user = _people.find(call, str(entry.data["creator"])) or {}
        texts = [comment.data["comment"] for comment in call.store.entries("submission_comment", entry.id)]
        told = {
            **entry.data,
            "student": user.get("name"),
            "username": user.get("username"),
            "comments": "\n".join(texts),
        }
        lines.append(tuple("" if told.get(name) is None else str(told[name]) for name in _COLUMNS))
    return lines


@answers(ModelClassApi.export_submissions_reviews_as_csv)
def export_submissions_reviews_as_csv(call: Call) -> Answer:
    """The reviews as CSV."""
    return Answer(file=partial(csv, _table(call)), media_type="text/csv", name="submissions.csv")


@answers(ModelClassApi.export_submissions_reviews_as_excel)
def export_submissions_reviews_as_excel(call: Call) -> Answer:
    """The reviews as a workbook."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return Answer(file=partial(xlsx, _table(call)), media_type=kind, name="submissions.xlsx")
