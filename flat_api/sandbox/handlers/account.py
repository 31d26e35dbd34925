"""The account, and other people's profiles and scores."""

from __future__ import annotations

from ...apis.tags.account_api import AccountApi
from ...apis.tags.user_api import UserApi
from .._calls import ME, Answer, Call, answers
from .._pages import SCORE_SORTS, USUAL, paged
from .._refusals import not_found
from . import _people
from ._finding import visible_scores
from .scores import shown


@answers(AccountApi.get_authenticated_user)
def get_authenticated_user(call: Call) -> Answer:
    """The account, or its identifier alone."""
    return Answer({"id": ME} if call.get("onlyId") else _people.find(call, ME))


@answers(UserApi.get_user)
def get_user(call: Call) -> Answer:
    """A profile."""
    return Answer(_people.public(call, _known(call)))


@answers(UserApi.get_user_scores)
def get_user_scores(call: Call) -> Answer:
    """The scores of a user that aren't in the trash, of others the public ones; all at once unless pages are wanted."""
    parent = call.get("parent")
    found = [entry for entry in visible_scores(call, _known(call)) if parent in (None, entry.data.get("parentScore"))]
    rows = [(entry.seq, shown(call, entry)) for entry in found]
    return paged(call, rows, SCORE_SORTS, USUAL if call.get("paginate") else max(1, len(rows)))


@answers(UserApi.get_user_likes)
def get_user_likes(call: Call) -> Answer:
    """A page of what the other user wrote, which everybody likes."""
    _known(call)
    scores = visible_scores(call, _people.OTHER)
    rows = [(entry.seq, {"id": entry.id} if call.get("ids") else shown(call, entry)) for entry in scores]
    return paged(call, rows, SCORE_SORTS)


def _known(call: Call) -> str:
    """The identifier of the user meant, who is there."""
    id = ME if call["user"] == "me" else str(call["user"])
    if _people.find(call, id) is None:
        raise not_found("user", call["user"])
    return id
