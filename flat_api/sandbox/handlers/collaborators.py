"""Collaborators: whom a score is shared with."""

from __future__ import annotations

from ...model.group import Group
from ...model.resource_collaborator import ResourceCollaborator
from .._context import Call, answers
from .._database import Entry, Json, new_id
from .._errors import HttpError, not_found
from .._resources import RESOURCES, Resource, declared_by
from . import people
from .scores import SCORE, collaborators_of, may_write

_RIGHTS = ("aclRead", "aclWrite", "aclAdmin")
_WHOM = ("user", "group", "userEmail", "userToken")

COLLABORATOR = Resource(
    kind="collaborator",
    path="/collaborators",
    model=ResourceCollaborator,
    within=SCORE,
    changes=lambda call, entry: may_write(call, SCORE.find(call)),
)


@answers
def get_score_collaborators(call: Call) -> list[Json]:
    return collaborators_of(call, SCORE.find(call))


@answers
def get_score_collaborator(call: Call) -> Json:
    score = SCORE.find(call)
    is_owner = call["collaborator"] == score.parent
    return collaborators_of(call, score)[0] if is_owner else COLLABORATOR.find(call).data


@answers
def add_score_collaborator(call: Call) -> Json:
    """Add a collaborator, or give one who is there other rights."""
    score, data = SCORE.find(call, change=True), call.data
    whom = [name for name in _WHOM if data.get(name)]
    if len(whom) != 1:
        message = f"A collaborator is one of {', '.join(_WHOM)}."
        raise HttpError(422, "INVALID_COLLABORATOR", message, whom[0] if whom else "user")
    value = call.user if data.get("user") == "me" else str(data[whom[0]])
    granted = {name: bool(data.get(name, name == "aclRead")) for name in _RIGHTS}
    return _share(call, score, whom[0], value, granted)


def share_with_group(call: Call, score: Entry, group: str, *, write: bool) -> None:
    """Let the users of a *group* read a *score*, and *write* it."""
    _share(call, score, "group", group, {"aclRead": True, "aclWrite": write, "aclAdmin": False})


def _share(call: Call, score: Entry, whom: str, value: str, granted: dict[str, bool]) -> Json:
    """Keep a collaborator of *score* with the rights that are *granted*; return what is told of them."""
    facts = {"whom": whom, "value": value}
    for entry in call.store.entries("collaborator", score.id):
        if entry.facts == facts:
            entry.data |= granted
            call.store.save(entry)
            return entry.data
    id = new_id()
    data = {"id": id, "score": score.id, **_person(call, whom, value), **granted, "isCollaborator": True}
    return call.store.add(Entry("collaborator", id, data, score.id, facts)).data


def _person(call: Call, whom: str, value: str) -> Json:
    """Return what is told of a collaborator who was named by *value*."""
    if whom == "user":
        if call.store.find("user", value) is None:
            raise not_found("user", value)
        return {"user": people.public(call, value)}
    if whom == "group":
        group = RESOURCES["group"]
        return {"group": declared_by(Group, group.show(call, group.find(call, value)))}
    return {"userEmail": value, "invited": True} if whom == "userEmail" else {"invited": True}
