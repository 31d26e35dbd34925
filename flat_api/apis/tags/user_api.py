"""The operations of users."""

from ...model.score_details import ScoreDetails
from ...model.user_public import UserPublic
from ...operations import get
from ...schemas import BoolSchema, StrSchema, list_of, optional
from .._parameters import USER
from .._service import FlatApi


class UserApi(FlatApi):
    """Look at other people's profiles, and at the scores that they wrote and like."""

    get_user = get(
        "/users/{user}",
        "Read the public profile of a user.",
        path={"user": USER},
        returns=UserPublic,
        scopes=("account.public_profile", "account.education_profile"),
    )

    get_user_scores = get(
        "/users/{user}/scores",
        "List the scores of a user, as far as the current user may see them.",
        path={"user": USER},
        query={"parent": optional(StrSchema, "Unique identifier of a score, to list the copies made of it only")},
        returns=list_of(ScoreDetails),
        scopes=("scores", "scores.readonly"),
    )

    ger_user_likes = get(
        "/users/{user}/likes",
        "List the scores that a user likes.",
        path={"user": USER},
        query={"ids": optional(BoolSchema, "True to get nothing but the identifiers of the scores")},
        returns=list_of(ScoreDetails),
        scopes=("account.public_profile",),
    )
    get_user_likes = ger_user_likes  # the API spells it with an r
