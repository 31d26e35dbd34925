"""The account, and the profiles and scores of other people and of groups."""

from __future__ import annotations

from ...apis.tags.account_api import AccountApi
from ...apis.tags.group_api import GroupApi
from ...apis.tags.user_api import UserApi
from .._context import Answer, Call, answers
from .._database import Json
from .._pagination import SCORE_SORTS, USUAL, paged
from . import _people
from ._finding import is_trashed, rights, visible_scores
from .classes import GROUP
from .scores import shown


@answers(AccountApi.get_authenticated_user)
def get_authenticated_user(call: Call) -> Answer:
    """The account, or its identifier alone."""
    return Answer(
        {"id": call.user} if call.get("onlyId") else {**(_people.find(call, call.user) or {}), **_groups(call)}
    )


@answers(UserApi.get_user)
def get_user(call: Call) -> Answer:
    """A profile."""
    return Answer(_people.public(call, _people.known(call).id))


@answers(UserApi.get_user_scores)
def get_user_scores(call: Call) -> Answer:
    """The scores of a user that aren't in the trash, of others the public ones; all at once unless pages are wanted."""
    parent = call.get("parent")
    found = [
        entry
        for entry in visible_scores(call, _people.known(call).id)
        if parent in (None, entry.data.get("parentScore"))
    ]
    rows = [(entry.seq, shown(call, entry)) for entry in found]
    return paged(call, rows, SCORE_SORTS, USUAL if call.get("paginate") else max(1, len(rows)))


@answers(UserApi.get_user_likes)
def get_user_likes(call: Call) -> Answer:
    """A page of what the other user wrote, which everybody likes."""
    _people.known(call)
    scores = visible_scores(call, _people.OTHER)
    rows = [(entry.seq, {"id": entry.id} if call.get("ids") else shown(call, entry)) for entry in scores]
    return paged(call, rows, SCORE_SORTS)


@answers(GroupApi.get_group_scores)
def get_group_scores(call: Call) -> Answer:
    """The scores that are shared with a group."""
    group, parent = GROUP.find(call), call.get("parent")
    shares = [entry for entry in call.store.all("collaborator") if entry.facts.get("value") == group.id]
    scores = [score for share in shares if (score := call.store.find("score", share.parent)) is not None]
    return Answer(
        [
            shown(call, score)
            for score in scores
            if not is_trashed(score)
            and rights(call, score)["aclRead"]
            and parent in (None, score.data.get("parentScore"))
        ]
    )


def _groups(call: Call) -> Json:
    return {"groups": call.store.containers_of(call.user)}
