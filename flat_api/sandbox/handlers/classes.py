"""Classes, their members, and the groups that these are divided into."""

from __future__ import annotations

import secrets

from ...model.class_details import ClassDetails
from ...model.group_details import GroupDetails
from .._context import Call, answers
from .._database import Entry, Json, new_id
from .._errors import HttpError, forbidden, not_found
from .._resources import Pointer, Resource, remove
from . import people
from .scores import scores_shared_with

STUDENTS, TEACHERS = "classStudents", "classTeachers"


def group_of(call: Call, class_: str, kind: str) -> str:
    """Return the identifier of the group of a *kind*, `STUDENTS` or `TEACHERS`, that a class has."""
    return next((entry.id for entry in call.store.entries("group", class_) if entry.data["type"] == kind), "")


def is_teacher(call: Call, class_: str) -> bool:
    """Return whether the user who calls teaches a class, or administers the organization that it belongs to."""
    return people.is_admin(call) or call.store.is_in(group_of(call, class_, TEACHERS), call.user)


def is_student(call: Call, class_: str, user: str) -> bool:
    """Return whether *user* is a student of a class."""
    return call.store.is_in(group_of(call, class_, STUDENTS), user)


def is_member(call: Call, class_: str) -> bool:
    """Return whether the user who calls teaches or attends a class."""
    return is_teacher(call, class_) or is_student(call, class_, call.user)


def require_student(call: Call, class_: str, user: str, name: str = "user") -> None:
    """Raise HttpError, 400, unless *user*, whom the property *name* is about, is a student of a class."""
    if not is_student(call, class_, user):
        raise HttpError(400, "NOT_A_STUDENT", f"The user {user!r} is not a student of the class.", name)


def _class_created(call: Call, entry: Entry) -> None:
    """Make the two groups of a new class, with the user who made it among the teachers."""
    for kind, name in ((STUDENTS, "Students"), (TEACHERS, "Teachers")):
        group = GROUP.make(call, entry, {"name": f"{name} of {entry.data['name']}"[:255], "type": kind})
        if kind == TEACHERS:
            call.store.put_in(group.id, call.user)


def _show_class(call: Call, entry: Entry) -> Json:
    groups = {group.data["type"]: _show_group(call, group) for group in call.store.entries("group", entry.id)}
    return {
        **entry.data,
        "studentsGroup": groups[STUDENTS],
        "teachersGroup": groups[TEACHERS],
        "assignmentsCount": call.store.count("assignment", entry.id),
    }


CLASS = Resource(
    kind="class",
    path="/classes",
    model=ClassDetails,
    sets={
        "POST /activate": {"state": "active"},
        "POST /archive": {"state": "archived"},
        "DELETE /archive": {"state": "active"},
    },
    filters={"state": "active"},
    pointers={"owner": Pointer("user", "inherit", is_maker=True)},
    begin=lambda call, parent: {
        "organization": people.ORGANIZATION,
        "enrollmentCode": "".join(secrets.choice("abcdefghjkmnpqrstuvwxyz") for _ in range(8)),
    },
    created=_class_created,
    show=_show_class,
    sees=lambda call, entry: is_member(call, entry.id),
    adds=lambda call, parent: people.role(call) in ("teacher", "admin"),
    changes=lambda call, entry: is_teacher(call, entry.id),
)


def _is_fixed(group: Entry) -> bool:
    return group.data["type"] in (STUDENTS, TEACHERS)


def _show_group(call: Call, entry: Entry) -> Json:
    return {**entry.data, "usersCount": call.store.count_in(entry.id), "readOnly": _is_fixed(entry)}


GROUP = Resource(
    kind="group",
    path="/groups",
    model=GroupDetails,
    filters={"type": None, "classroom": None, "assignment": None},
    pointers={"parent": Pointer("group")},
    begin=lambda call, parent: {
        "organization": people.ORGANIZATION,
        "classroom": parent.id if parent.kind == "class" else parent.parent,
        **({"assignment": parent.id} if parent.kind == "assignment" else {}),
    },
    show=_show_group,
    sees=lambda call, entry: is_member(call, entry.data["classroom"]),
    changes=lambda call, entry: is_teacher(call, entry.data["classroom"]) and not _is_fixed(entry),
)


@answers
def create_group(call: Call) -> Json:
    class_ = CLASS.find(call, str(call.data["classroom"]), change=True)
    members = [str(user) for user in call.data.get("members", ())]
    for user in members:
        require_student(call, class_.id, user)
    entry = GROUP.make(call, class_, call.data)
    for user in members:
        call.store.put_in(entry.id, user)
    return GROUP.shown(call, entry)


@answers
def list_group_users(call: Call) -> list[Json]:
    """Return the users in a group; those from other services are none here."""
    group = GROUP.find(call)
    found = [] if call.get("source") else call.store.items_in("user", group.id)
    return [people.public(call, entry.id) for entry in found]


@answers
def add_group_user(call: Call) -> Json:
    group, user = GROUP.find(call, change=True), str(call.data["user"])
    require_student(call, group.data["classroom"], user)
    call.store.put_in(group.id, user)
    return {"user": user}


@answers
def remove_group_user(call: Call) -> None:
    group = GROUP.find(call, change=True)
    if not call.store.take_out(group.id, people.known(call).id):
        raise not_found("user", str(call["user"]))


@answers
def get_group_scores(call: Call) -> list[Json]:
    return scores_shared_with(call, GROUP.find(call).id)


@answers
def enroll_class(call: Call) -> Json:
    """Let the user attend the class of a code, unless it is a class that the user teaches."""
    code = str(call["enrollmentCode"])
    found = call.store.pointing("class", "enrollmentCode", code)
    if not found:
        raise not_found("enrollmentCode", code)
    if not call.store.is_in(group_of(call, found[0].id, TEACHERS), call.user):
        call.store.put_in(group_of(call, found[0].id, STUDENTS), call.user)
    return CLASS.shown(call, found[0])


@answers
def add_class_user(call: Call) -> None:
    """Add a teacher or a student, which they are in the organization as well."""
    class_, user = CLASS.find(call, change=True), people.known(call)
    if user.data.get("organization") != class_.data["organization"]:
        raise forbidden("add a user of another organization", "user")
    kind = STUDENTS if user.data["organizationRole"] == "user" else TEACHERS
    call.store.put_in(group_of(call, class_.id, kind), user.id)


@answers
def delete_class_user(call: Call) -> None:
    """Take a user out of all groups of the class."""
    class_, user = CLASS.find(call, change=True), people.known(call)
    groups = call.store.pointing("group", "classroom", class_.id)
    if not sum(call.store.take_out(group.id, user.id) for group in groups):
        raise not_found("user", str(call["user"]))


@answers
def create_test_student_account(call: Call) -> Json:
    """Return the test student of a class, a new one if there is none, or if it is to start afresh."""
    class_ = CLASS.find(call, change=True)
    students = call.store.items_in("user", group_of(call, class_.id, STUDENTS))
    found = next((entry for entry in students if entry.data.get("isEduTestingStudent")), None)
    if found is not None and call.get("reset"):
        remove(call, found)
        found = None
    if found is None:
        names = {"username": f"test-student-{new_id()[:6]}", "firstname": "Test", "lastname": "Student"}
        found = people.add_user(call, {**names, "isEduTestingStudent": True})
        call.store.put_in(group_of(call, class_.id, STUDENTS), found.id)
    return {**people.public(call, found.id), "groups": call.store.containers_of(found.id)}
