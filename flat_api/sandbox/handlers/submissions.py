"""Submissions: what students hand in, with grades, comments and a history."""

from __future__ import annotations

from functools import partial

from ...model.assignment_submission import AssignmentSubmission
from ...model.assignment_submission_comment import AssignmentSubmissionComment
from ...model.assignment_submission_history import AssignmentSubmissionHistory
from .._context import Answer, Call, answers
from .._database import Entry, Json
from .._errors import HttpError, forbidden
from .._resources import Pointer, Resource
from ..formats.tables import csv, xlsx
from . import people
from .assignments import ASSIGNMENT, attached
from .classes import CLASS, TEACHERS, group_of, is_student, is_teacher
from .scores import SCORE

_OF_TEACHERS = ("grade", "draftGrade", "return")
"""What only a teacher says about a submission."""


def _accept(call: Call, entry: Entry, body: Json) -> Json:
    """Return what *body* says, with the state and the dates that follow from what it asks for."""
    class_ = str(entry.data["classroom"])
    if not is_teacher(call, class_) and any(name in body for name in _OF_TEACHERS):
        raise forbidden("grade this submission", "grade")
    data = {name: value for name, value in body.items() if name != "comments"}
    if "attachments" in data:
        teachers = group_of(call, class_, TEACHERS)
        data["attachments"] = [attached(call, item, teachers) for item in data["attachments"]]
    if body.get("submit"):
        data |= {"state": "turnedIn", "submissionDate": call.now}
    if body.get("return"):
        data |= {"state": "returned", "returnDate": call.now, "returnCreator": call.user}
        if "grade" not in data and "draftGrade" in entry.data:
            data["grade"] = entry.data["draftGrade"]
    for name in ("state", "draftGrade", "grade"):
        if data.get(name) is not None and data[name] != entry.data.get(name):
            _add_event(call, entry, {name: data[name], **_points(entry)})
    return data


def _points(entry: Entry) -> Json:
    return {"maxPoints": entry.data["maxPoints"]} if "maxPoints" in entry.data else {}


def _add_event(call: Call, entry: Entry, data: Json) -> None:
    """Add an event to the history."""
    users = {"users": [call.user], "classroom": entry.data["classroom"], "assignment": entry.parent}
    EVENT.make(call, entry, {**users, **data})


def _show(call: Call, entry: Entry) -> Json:
    """Count the comments; a student sees a grade once the work is given back."""
    comments = call.store.entries("submission_comment", entry.id)
    unread = sum(_show_comment(call, comment)["unread"] for comment in comments)
    shown: Json = {**entry.data, "comments": {"total": len(comments), "unread": unread}}
    if not is_teacher(call, str(entry.data["classroom"])):
        shown |= dict.fromkeys(("draftGrade",) if entry.data["state"] == "returned" else ("grade", "draftGrade"))
    return shown


def _sees(call: Call, entry: Entry) -> bool:
    return entry.data["creator"] == call.user or is_teacher(call, str(entry.data["classroom"]))


SUBMISSION = Resource(
    kind="submission",
    path="/submissions",
    model=AssignmentSubmission,
    within=ASSIGNMENT,
    pointers={"creator": Pointer("user", "remove", is_maker=True), "returnCreator": Pointer("user", "inherit")},
    begin=lambda call, assignment: {"classroom": assignment.parent, **_points(assignment)},
    accept=_accept,
    created=lambda call, entry: _add_event(call, entry, {"state": "created"}),
    show=_show,
    sees=_sees,
    changes=_sees,
)

EVENT = Resource(
    kind="submission_event", path="/history", param="event", model=AssignmentSubmissionHistory, within=SUBMISSION
)


def _show_comment(call: Call, entry: Entry) -> Json:
    """Return a comment, which is unread by everybody but its author until they answer."""
    others = call.store.entries("submission_comment", entry.parent)
    answered = any(other.seq > entry.seq and other.data["user"] == call.user for other in others)
    return {**entry.data, "unread": entry.data["user"] != call.user and not answered}


COMMENT = Resource(
    kind="submission_comment",
    path="/comments",
    param="comment",
    model=AssignmentSubmissionComment,
    within=SUBMISSION,
    pointers={"user": Pointer("user", "remove", is_maker=True)},
    show=_show_comment,
    changes=lambda call, entry: entry.data["user"] == call.user,
)


@answers
def create_submission(call: Call) -> Json:
    """Return the submission of the user, made or changed."""
    assignment = ASSIGNMENT.find(call)
    if assignment.data["state"] != "active":
        raise HttpError(403, "ASSIGNMENT_NOT_ACTIVE", "Only an active assignment takes submissions.", "assignment")
    mine = [entry for entry in SUBMISSION.inside(call, assignment.id) if entry.data["creator"] == call.user]
    entry = mine[0] if mine else SUBMISSION.make(call, assignment, {})
    SUBMISSION.update(call, entry, call.data)
    return SUBMISSION.shown(call, entry)


@answers
def list_class_student_submissions(call: Call) -> list[Json]:
    class_, user = CLASS.find(call), people.known(call)
    if not is_student(call, class_.id, user.id) and user.id != call.user:
        raise HttpError(404, "USER_NOT_FOUND", "The class has no such student.", "user")
    found = call.store.pointing("submission", "creator", user.id)
    visible = [entry for entry in found if entry.data["classroom"] == class_.id and _sees(call, entry)]
    return [SUBMISSION.shown(call, entry) for entry in visible]


@answers
def get_score_submissions(call: Call) -> list[Json]:
    score = SCORE.find(call).id
    found = [
        entry
        for entry in SUBMISSION.inside(call)
        if any(item.get("score") == score for item in entry.data["attachments"])
    ]
    return [SUBMISSION.shown(call, entry) for entry in found]


_COLUMNS = ("student", "username", "state", "grade", "maxPoints", "submissionDate", "comments")


def _reviews(call: Call) -> list[tuple[str, ...]]:
    """Return the reviews of all submissions, a line for each, below the names of the columns."""
    lines: list[tuple[str, ...]] = [_COLUMNS]
    for entry in SUBMISSION.inside(call, ASSIGNMENT.find(call, change=True).id):
        user = people.find(call, str(entry.data["creator"]))
        comments = [comment.data["comment"] for comment in call.store.entries("submission_comment", entry.id)]
        names = {"student": user.get("name"), "username": user.get("username")}
        row = {**entry.data, **names, "comments": "\n".join(comments)}
        lines.append(tuple("" if row.get(name) is None else str(row[name]) for name in _COLUMNS))
    return lines


@answers
def export_submissions_reviews_as_csv(call: Call) -> Answer:
    return Answer(file=partial(csv, _reviews(call)), media_type="text/csv", name="submissions.csv")


@answers
def export_submissions_reviews_as_excel(call: Call) -> Answer:
    media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return Answer(file=partial(xlsx, _reviews(call)), media_type=media_type, name="submissions.xlsx")
