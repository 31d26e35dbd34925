"""Calls of every operation, with arguments."""

import secrets

from flat_api.apis.tag_to_api import tag_to_api
from flat_api.operations import Operation
from flat_api.operations._catalogue import operations
from flat_api.samples import sample

DECLARED = sorted((listed.operation for listed in operations()), key=lambda operation: operation.id)

JOBS = {"startOmrJob": "draft", "addOmrJobFile": "draft", "cancelOmrJob": "draft", "submitOmrJobStep": "waiting"}
"""Operations for jobs that are not done yet, with the state that they are in."""


def arguments(operation: Operation, known, whole: bool):
    """Arguments by place: those that are required, or with *whole* those in the path and all that is in the body."""
    places: dict[str, dict[str, object]] = {}
    for parameter in operation.parameters:
        if parameter.required:
            value = known.get(_called(operation, parameter.name)) or sample(parameter.value_schema, parameter.name)
            places.setdefault(f"{parameter.in_type.value}_params", {})[parameter.name] = value
    if "index" in places.get("path_params", {}):
        places["path_params"]["index"] = 0
    if operation.body is not None and (operation.body.required or whole):
        places["body"] = body_for(operation, known)
    return places


def _called(operation: Operation, name: str) -> str:
    """What is meant by the parameter *name* of *operation*, as the fixture `known` calls it."""
    if name == "job":
        return JOBS.get(operation.id, "job")
    if name == "comment" and "/submissions/" in operation.path:
        return "submission_comment"
    if operation.id in ("getGroupDetails", "listGroupUsers", "getGroupScores"):
        return "students"  # a kind of group that both versions of the API have
    is_of_school = operation.path.startswith(("/classes", "/groups", "/organizations"))
    return "student" if name == "user" and is_of_school else name


def body_for(operation: Operation, known):
    """A sample, in which what refers to something else refers to what is there."""
    found = sample(next(iter(operation.body.content.values())).schema, "body")
    there = {
        "data": lambda: known.data,
        "revision": lambda: known.revision,
        "classroom": lambda: known.class_,
        "assignment": lambda: known.assignment,
        "assignedStudents": lambda: [known.student],
        "members": lambda: [known.student],
        "classGroupIds": lambda: [known.group],
        "attachments": lambda: [{"type": "flat", "score": known.score}],
        "username": lambda: secrets.token_hex(8),
        "file": lambda: known.file,
        "files": lambda: [{"file": known.file}],
        **dict.fromkeys(("collection", "destination", "parent", "libraryParent"), lambda: "root"),
    }
    found |= {name: there[name]() for name in found.keys() & there.keys()}
    for name in ("dataEncoding", "replyTo", "group", "userEmail", "userToken", "idempotencyKey"):
        found.pop(name, None)
    if operation.id in ("addScoreCollaborator", "addGroupUser"):
        found["user"] = known.student if operation.id == "addGroupUser" else known.user
    return found


def called(client, operation: Operation):
    """The operation of an `ApiClient`, in the form of the earlier client."""
    owner = next(cls for cls in tag_to_api.values() if operation.name in vars(cls))
    return getattr(owner(client), operation.name)
