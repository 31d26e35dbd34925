"""Assignments of classes, with what is given along with them and whom they are for."""

from __future__ import annotations

from ...model.assignment import Assignment
from ...model.class_assignment import ClassAssignment
from ...model.media_attachment import MediaAttachment
from ...schemas import declaration_of
from .._context import Call
from .._database import Entry, Json
from .._errors import not_found
from .._resources import RESOURCES, Pointer, Resource, declared_by, remove
from .classes import CLASS, GROUP, STUDENTS, group_of, is_teacher, require_student
from .collaborators import share_with_group
from .scores import SCORE

CONTENT = frozenset(declaration_of(Assignment).properties) - {"id", "capabilities"}
"""The properties that a copy of an assignment has as well."""

_KINDS = {"score": "flat", "worksheet": "worksheet", "googleDriveFileId": "googleDrive", "url": "link"}
"""The types of attachments, by the property that says what is attached."""


def attached(call: Call, body: Json, group: str = "") -> Json:
    """Return the attachment that a *body* names; a score is shared with a *group* then. Raises HttpError, 404."""
    kind = next((kind for name, kind in _KINDS.items() if body.get(name)), "link")
    attachment: Json = {"type": kind, "title": body.get("url", "Attachment"), **body}
    if body.get("score"):
        score = SCORE.find(call, str(body["score"]))
        attachment["title"] = score.data.get("title", "")
        if group and score.parent == call.user:
            share_with_group(call, score, group, write=body.get("sharingMode") == "write")
    return declared_by(MediaAttachment, attachment)


def content(call: Call, body: Json, group: str = "") -> Json:
    """Return what a *body* says of the content of an assignment, in the form of answers; *group* gets to read it."""
    if "attachments" not in body:
        return body
    return {**body, "attachments": [attached(call, item, group) for item in body["attachments"]]}


def _accept(call: Call, entry: Entry, body: Json) -> Json:
    for user in body.get("assignedStudents", ()):
        require_student(call, entry.parent, str(user), "assignedStudents")
    if "classGroupIds" in body:
        _divide(call, entry, body["classGroupIds"] or [])
    return content(call, body, group_of(call, entry.parent, STUDENTS))


def _divide(call: Call, entry: Entry, groups: list[str]) -> None:
    """Let the students of an assignment work in groups, made from *groups* of the class."""
    for former in call.store.entries("group", entry.id):
        remove(call, former)
    for id in groups:
        origin = call.store.find("group", id)
        if origin is None or origin.parent != entry.parent:
            raise not_found("classGroupIds", id)
        data = {"name": origin.data["name"], "type": "assignmentStudentsSubGroup", "parent": id}
        made = GROUP.make(call, entry, data)
        for user in call.store.items_in("user", id):
            call.store.put_in(made.id, user.id)


def capabilities(state: str, *, may: bool) -> Json:
    """Return what a user who *may* change an assignment can do with it in a *state*."""
    return {
        "canEdit": may and state != "archived",
        "canPublishInClass": may and state == "draft",
        "canArchive": may and state == "active",
        "canUnarchive": may and state == "archived",
    }


def _show(call: Call, entry: Entry) -> Json:
    submissions = RESOURCES["submission"]
    groups = [_show_group(call, group) for group in call.store.entries("group", entry.id)]
    return {
        **entry.data,
        "capabilities": capabilities(entry.data["state"], may=is_teacher(call, entry.parent)),
        **({"assignedGroups": groups} if groups else {}),
        "submissions": [submissions.show(call, found) for found in submissions.inside(call, entry.id)],
    }


def _show_group(call: Call, group: Entry) -> Json:
    members = [user.id for user in call.store.items_in("user", group.id)]
    kept: Json = {name: group.data[name] for name in ("name", "parent") if name in group.data}
    return {"id": group.id, **kept, "members": members}


def _sees(call: Call, entry: Entry) -> bool:
    if is_teacher(call, entry.parent):
        return True
    chosen = entry.data.get("assigneeMode") == "selected"
    return entry.data["state"] != "draft" and (not chosen or call.user in entry.data.get("assignedStudents", ()))


ASSIGNMENT = Resource(
    kind="assignment",
    path="/assignments",
    model=ClassAssignment,
    within=CLASS,
    sets={"POST /archive": {"state": "archived"}, "DELETE /archive": {"state": "active"}},
    pointers={"creator": Pointer("user", "inherit", is_maker=True), "assignedStudents": Pointer("user")},
    begin=lambda call, class_: {"classroom": class_.id},
    accept=_accept,
    show=_show,
    sees=_sees,
    adds=lambda call, class_: is_teacher(call, class_.id),
    changes=lambda call, entry: is_teacher(call, entry.parent),
)
