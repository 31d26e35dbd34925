"""Collaborators: whom a score is shared with."""

from __future__ import annotations

from ...apis.tags.score_api import ScoreApi
from ...model.group import Group
from .._context import Answer, Call, answers
from .._database import Entry, Json, new_id
from .._errors import HttpError, not_found
from .._resources import RESOURCES, fitting, remove
from . import _people
from ._finding import find_score

_RIGHTS = ("aclRead", "aclWrite", "aclAdmin")
_WHOM = ("user", "group", "userEmail", "userToken")


def shown_collaborators(call: Call, score: Entry) -> list[Json]:
    """Return what the API tells of the collaborators of *score*, its owner first."""
    owner: Json = {
        "id": score.parent,
        "score": score.id,
        "user": _people.public(call, score.parent),
        "aclRead": True,
        "aclWrite": True,
        "aclAdmin": True,
        "isCollaborator": False,
    }
    return [owner, *(entry.data for entry in call.store.entries("collaborator", score.id))]


@answers(ScoreApi.get_score_collaborators)
def get_score_collaborators(call: Call) -> Answer:
    """All collaborators."""
    return Answer(shown_collaborators(call, find_score(call)))


@answers(ScoreApi.add_score_collaborator)
def add_score_collaborator(call: Call) -> Answer:
    """A new collaborator, or one who may do something else from now on."""
    score, data = find_score(call, write=True), call.data
    whom = [name for name in _WHOM if data.get(name)]
    if len(whom) != 1:
        raise HttpError(
            422, "INVALID_COLLABORATOR", f"A collaborator is one of {', '.join(_WHOM)}.", whom[0] if whom else "user"
        )
    value = str(data[whom[0]])
    if (whom[0], value) == ("user", "me"):
        value = call.user
    granted = {name: bool(data.get(name, name == "aclRead")) for name in _RIGHTS}
    return Answer(_share(call, score, whom[0], value, granted).data)


def share_with_group(call: Call, score: Entry, group: str, *, write: bool) -> None:
    """Let the users of a *group* read a *score*, and *write* it."""
    _share(call, score, "group", group, {"aclRead": True, "aclWrite": write, "aclAdmin": False})


def _share(call: Call, score: Entry, whom: str, value: str, granted: dict[str, bool]) -> Entry:
    """Keep a new collaborator of *score*, or let one who is there do something else."""
    key = {"whom": whom, "value": value}
    for entry in call.store.entries("collaborator", score.id):
        if entry.facts == key:
            entry.data |= granted
            call.store.save(entry)
            return entry
    id = new_id()
    data = {"id": id, "score": score.id, **_person(call, whom, value), **granted, "isCollaborator": True}
    return call.store.add(Entry("collaborator", id, data, score.id, key))


def _person(call: Call, kind: str, value: str) -> Json:
    """Return what is told of a collaborator who was named by *value*."""
    if kind == "user":
        found = _people.public(call, value)
        if found is None:
            raise not_found("user", value)
        return {"user": found}
    if kind == "group":
        group = RESOURCES["group"]
        return {"group": fitting(Group, group.whole(call, group.find(call, value)))}
    return {"userEmail": value, "invited": True} if kind == "userEmail" else {"invited": True}


def _find(call: Call, score: Entry) -> Entry:
    entry = call.store.find("collaborator", str(call["collaborator"]))
    if entry is None or entry.parent != score.id:
        raise not_found("collaborator", str(call["collaborator"]))
    return entry


@answers(ScoreApi.get_score_collaborator)
def get_score_collaborator(call: Call) -> Answer:
    """Return what a collaborator may do."""
    score = find_score(call)
    if call["collaborator"] == score.parent:
        return Answer(shown_collaborators(call, score)[0])
    return Answer(_find(call, score).data)


@answers(ScoreApi.remove_score_collaborator)
def remove_score_collaborator(call: Call) -> Answer:
    """Stop sharing the score."""
    remove(call, _find(call, find_score(call, write=True)))
    return Answer()
