"""Assignments of classes, with what is given along with them and whom they are for."""

from __future__ import annotations

from ...apis.tags.model_class_api import ModelClassApi
from ...model.assignment import Assignment
from ...model.class_assignment import ClassAssignment
from ...schemas import declaration_of
from .._context import Call
from .._database import Entry, Json
from .._errors import HttpError, not_found
from .._resources import RESOURCES, Pointer, Resource, remove
from .attachments import attached
from .classes import CLASS, GROUP, STUDENTS, group_of, is_teacher

CONTENT = frozenset(declaration_of(Assignment).properties) - {"id", "capabilities"}
"""The properties that a copy of an assignment has as well."""


def content(call: Call, body: Json, group: str = "") -> Json:
    """Return what a *body* says of the content of an assignment, in the form of answers; *group* gets to read it."""
    if "attachments" not in body:
        return body
    return {**body, "attachments": [attached(call, item, group) for item in body["attachments"]]}


def _accept(call: Call, entry: Entry, body: Json) -> Json:
    students = group_of(call, entry.parent, STUDENTS)
    for user in body.get("assignedStudents", ()):
        if not call.store.is_in(students, str(user)):
            raise HttpError(
                400, "NOT_A_STUDENT", f"The user {user!r} is not a student of the class.", "assignedStudents"
            )
    if "classGroupIds" in body:
        _divide(call, entry, body["classGroupIds"] or [])
    return content(call, body, students)


def _divide(call: Call, entry: Entry, groups: list[str]) -> None:
    """Let the students of an assignment work in groups, made from *groups* of the class."""
    for former in call.store.entries("group", entry.id):
        remove(call, former)
    for id in groups:
        origin = call.store.find("group", id)
        if origin is None or origin.parent != entry.parent:
            raise not_found("classGroupIds", id)
        said = {"name": origin.data["name"], "type": "assignmentStudentsSubGroup", "parent": id}
        made = GROUP.make(call, entry, said)
        for user in call.store.items_in("user", id):
            call.store.put_in(made.id, user.id)


def capabilities(call: Call, state: str, *, may: bool) -> Json:
    """Return what the user who calls can do with an assignment in a *state*, if anything."""
    return {
        "canEdit": may and state != "archived",
        "canPublishInClass": may and state == "draft",
        "canArchive": may and state == "active",
        "canUnarchive": may and state == "archived",
    }


def _show(call: Call, entry: Entry) -> Json:
    shown: Json = {"capabilities": capabilities(call, entry.data["state"], may=is_teacher(call, entry.parent))}
    groups = call.store.entries("group", entry.id)
    if groups:
        shown["assignedGroups"] = [
            {
                "id": group.id,
                "name": group.data["name"],
                "members": [user.id for user in call.store.items_in("user", group.id)],
                **({"parent": group.data["parent"]} if "parent" in group.data else {}),
            }
            for group in groups
        ]
    submissions = RESOURCES["submission"]
    shown["submissions"] = [submissions.whole(call, found) for found in submissions.inside(call, entry.id)]
    return shown


def _sees(call: Call, entry: Entry) -> bool:
    if is_teacher(call, entry.parent):
        return True
    chosen = entry.data.get("assigneeMode") == "selected"
    return entry.data["state"] != "draft" and (not chosen or call.user in entry.data.get("assignedStudents", ()))


ASSIGNMENT = Resource(
    kind="assignment",
    model=ClassAssignment,
    within=CLASS,
    operations={
        "create": ModelClassApi.create_class_assignment,
        "read": ModelClassApi.get_assignment,
        "list": ModelClassApi.list_assignments,
        "change": ModelClassApi.update_class_assignment,
        "delete": ModelClassApi.delete_assignment,
    },
    sets={
        ModelClassApi.archive_assignment: {"state": "archived"},
        ModelClassApi.unarchive_assignment: {"state": "active"},
    },
    pointers={
        "creator": Pointer("user", "inherit"),
        "assignedStudents": Pointer("user"),
    },
    begin=lambda call, class_: {
        "type": "none",
        "title": "Untitled",
        "attachments": [],
        "creator": call.user,
        "classroom": class_.id,
        "state": "draft",
        "assigneeMode": "everyone",
        "releaseGrades": "auto",
        "submissionStudentsMode": "single",
    },
    accept=_accept,
    show=_show,
    sees=_sees,
    adds=lambda call, class_: is_teacher(call, class_.id),
    changes=lambda call, entry: is_teacher(call, entry.parent),
)
