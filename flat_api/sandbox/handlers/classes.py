"""Classes, their members, and the groups that these are divided into."""

from __future__ import annotations

import secrets

from ...apis.tags.group_api import GroupApi
from ...apis.tags.model_class_api import ModelClassApi
from ...model.class_details import ClassDetails
from ...model.group_details import GroupDetails
from .._context import Answer, Call, answers
from .._database import Entry, Json, new_id
from .._errors import HttpError, forbidden, not_found
from .._resources import Pointer, Resource, remove
from . import _people

TESTING = "edu:testing-students"
"""The tag of a group that has accounts for tests in it."""

STUDENTS, TEACHERS = "classStudents", "classTeachers"


def group_of(call: Call, class_: str, kind: str) -> str:
    """Return the identifier of the group of a *kind*, `STUDENTS` or `TEACHERS`, that a class has."""
    found = next((entry.id for entry in call.store.entries("group", class_) if entry.data["type"] == kind), "")
    return found


def is_teacher(call: Call, class_: str) -> bool:
    """Return whether the user who calls teaches a class, or administers the organization that it belongs to."""
    return _people.is_admin(call) or call.store.is_in(group_of(call, class_, TEACHERS), call.user)


def is_student(call: Call, class_: str, user: str) -> bool:
    """Return whether *user* is a student of a class."""
    return call.store.is_in(group_of(call, class_, STUDENTS), user)


def _sees_class(call: Call, entry: Entry) -> bool:
    return is_teacher(call, entry.id) or is_student(call, entry.id, call.user)


def _begin_class(call: Call, parent: Entry) -> Json:
    return {
        "state": "active",
        "organization": _people.ORGANIZATION,
        "owner": call.user,
        "enrollmentCode": "".join(secrets.choice("abcdefghjkmnpqrstuvwxyz") for _ in range(8)),
        "theme": "blue",
    }


def _class_created(call: Call, entry: Entry) -> None:
    """Make the two groups of a new class, with the user who made it among the teachers."""
    for kind, name in ((STUDENTS, "Students"), (TEACHERS, "Teachers")):
        group = GROUP.make(call, entry, {"name": f"{name} of {entry.data['name']}"[:255], "type": kind})
        if kind == TEACHERS:
            call.store.put_in(group.id, call.user)


def _shown_class(call: Call, entry: Entry) -> Json:
    groups = {group.data["type"]: group for group in call.store.entries("group", entry.id)}
    shown: Json = {
        f"{name}Group": {**groups[kind].data, **_shown_group(call, groups[kind])}
        for name, kind in (("students", STUDENTS), ("teachers", TEACHERS))
    }
    shown["assignmentsCount"] = call.store.count("assignment", entry.id)
    return shown


CLASS = Resource(
    kind="class",
    model=ClassDetails,
    operations={
        "create": ModelClassApi.create_class,
        "read": ModelClassApi.get_class,
        "list": ModelClassApi.list_classes,
        "change": ModelClassApi.update_class,
    },
    sets={
        ModelClassApi.activate_class: {"state": "active"},
        ModelClassApi.archive_class: {"state": "archived"},
        ModelClassApi.unarchive_class: {"state": "active"},
    },
    filters={"state": "active"},
    pointers={"owner": Pointer("user", "inherit")},
    begin=_begin_class,
    created=_class_created,
    show=_shown_class,
    sees=_sees_class,
    adds=lambda call, parent: _people.role(call) in ("teacher", "admin"),
    changes=lambda call, entry: is_teacher(call, entry.id),
)


def _shown_group(call: Call, entry: Entry) -> Json:
    return {"usersCount": call.store.count_in(entry.id), "readOnly": entry.data["type"] in (STUDENTS, TEACHERS)}


def _class_of(call: Call, entry: Entry) -> str:
    """Return the class that a group belongs to: its own, or that of the assignment."""
    return str(entry.data["classroom"])


def _change_group(call: Call, entry: Entry) -> bool:
    return is_teacher(call, _class_of(call, entry)) and entry.data["type"] not in (STUDENTS, TEACHERS)


def _sees_group(call: Call, entry: Entry) -> bool:
    class_ = _class_of(call, entry)
    return is_teacher(call, class_) or is_student(call, class_, call.user)


GROUP = Resource(
    kind="group",
    model=GroupDetails,
    operations={
        "read": GroupApi.get_group_details,
        "list": GroupApi.list_groups,
        "change": GroupApi.rename_group,
        "delete": GroupApi.delete_group,
    },
    filters={"type": None, "classroom": None, "assignment": None},
    pointers={"parent": Pointer("group")},
    begin=lambda call, parent: {
        "organization": _people.ORGANIZATION,
        "classroom": parent.id if parent.kind == "class" else parent.parent,
        **({"assignment": parent.id} if parent.kind == "assignment" else {}),
        "tags": [],
        "readOnly": False,
    },
    show=_shown_group,
    sees=_sees_group,
    changes=_change_group,
)


@answers(GroupApi.create_group)
def create_group(call: Call) -> Answer:
    """A group of students of a class."""
    class_ = CLASS.find(call, str(call.data["classroom"]), change=True)
    members = [str(user) for user in call.data.get("members", ())]
    for user in members:
        _require_student(call, class_, user)
    entry = GROUP.make(call, class_, {"name": "Group", **call.data})
    for user in members:
        call.store.put_in(entry.id, user)
    return Answer(GROUP.shown(call, entry))


def _require_student(call: Call, class_: Entry, user: str) -> None:
    if not is_student(call, class_.id, user):
        raise HttpError(400, "NOT_A_STUDENT", f"The user {user!r} is not a student of the class.", "user")


@answers(GroupApi.list_group_users)
def list_group_users(call: Call) -> Answer:
    """The users in a group; those from other services are none here."""
    group = GROUP.find(call)
    found = [] if call.get("source") else call.store.items_in("user", group.id)
    return Answer([_people.public(call, entry.id) for entry in found])


@answers(GroupApi.add_group_user)
def add_group_user(call: Call) -> Answer:
    """One more user of a group."""
    group, user = GROUP.find(call, change=True), str(call.data["user"])
    _require_student(call, CLASS.find(call, _class_of(call, group)), user)
    call.store.put_in(group.id, user)
    return Answer({"user": user})


@answers(GroupApi.remove_group_user)
def remove_group_user(call: Call) -> Answer:
    """One user less in a group."""
    group = GROUP.find(call, change=True)
    if not call.store.take_out(group.id, _people.known(call).id):
        raise not_found("user", str(call["user"]))
    return Answer()


@answers(ModelClassApi.enroll_class)
def enroll_class(call: Call) -> Answer:
    """The class of a code, which the user attends from now on, unless it is a class that the user teaches."""
    code = str(call["enrollmentCode"])
    found = call.store.pointing("class", "enrollmentCode", code)
    if not found:
        raise not_found("enrollmentCode", code)
    if not call.store.is_in(group_of(call, found[0].id, TEACHERS), call.user):
        call.store.put_in(group_of(call, found[0].id, STUDENTS), call.user)
    return Answer(CLASS.shown(call, found[0]))


@answers(ModelClassApi.add_class_user)
def add_class_user(call: Call) -> Answer:
    """One more member of a class: a teacher or a student, as in the organization."""
    class_, user = CLASS.find(call, change=True), _people.known(call)
    if user.data.get("organization") != class_.data["organization"]:
        raise forbidden("add a user of another organization", "user")
    kind = STUDENTS if user.data["organizationRole"] == "user" else TEACHERS
    call.store.put_in(group_of(call, class_.id, kind), user.id)
    return Answer()


@answers(ModelClassApi.delete_class_user)
def delete_class_user(call: Call) -> Answer:
    """One member less, in all groups of the class."""
    class_, user = CLASS.find(call, change=True), _people.known(call)
    groups = [entry.id for entry in call.store.all("group") if entry.data["classroom"] == class_.id]
    if not sum(call.store.take_out(group, user.id) for group in groups):
        raise not_found("user", str(call["user"]))
    return Answer()


@answers(ModelClassApi.create_test_student_account)
def create_test_student_account(call: Call) -> Answer:
    """The test student of a class, a new one if there is none, or if it is to start afresh."""
    class_ = CLASS.find(call, change=True)
    students = call.store.items_in("user", group_of(call, class_.id, STUDENTS))
    found = next((entry for entry in students if entry.data.get("isEduTestingStudent")), None)
    if found is not None and call.get("reset"):
        remove(call, found)
        found = None
    if found is None:
        id = new_id()
        data = _people.account(id, f"test-student-{id[:6]}", "Test", "Student", "user", call.now)
        found = call.store.add(Entry("user", id, {**data, "isEduTestingStudent": True}))
        call.store.put_in(group_of(call, class_.id, STUDENTS), id)
    return Answer({**(_people.public(call, found.id) or {}), "groups": call.store.containers_of(found.id)})
