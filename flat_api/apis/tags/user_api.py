"""The operations of users."""

from ...model.score_details import ScoreDetails
from ...model.user_public import UserPublic
from ...operations import get
from ...schemas import BoolSchema, EnumBase, StrSchema, list_of, optional, value
from .._parameters import LIMIT, NEXT, PREVIOUS, USER
from .._service import FlatApi


class UserApi(FlatApi):
    """Look at other people's profiles, and at the scores that they wrote and like."""

    class ScoreSort(EnumBase, StrSchema):
        """What the scores are sorted by"""

        CREATION_DATE = value("creationDate")
        MODIFICATION_DATE = value("modificationDate")
        TITLE = value("title")

    class Direction(EnumBase, StrSchema):
        """Which way the list is sorted: `asc` for the lowest first, `desc` for the highest first"""

        ASC = value("asc")
        DESC = value("desc")

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
        query={
            "parent": optional(StrSchema, "Unique identifier of a score, to list the copies made of it only"),
            "paginate": optional(BoolSchema, "True to get a page at a time; false if not given"),
            "sort": optional(ScoreSort),
            "direction": optional(Direction),
            "limit": LIMIT,
            "next": NEXT,
            "previous": PREVIOUS,
        },
        returns=list_of(ScoreDetails),
        scopes=("scores", "scores.readonly"),
    )

    get_user_likes = get(
        "/users/{user}/likes",
        "List the scores that a user likes, a page at a time.",
        path={"user": USER},
        query={
            "ids": optional(BoolSchema, "True to get nothing but the identifiers of the scores"),
            "next": NEXT,
            "previous": PREVIOUS,
            "limit": LIMIT,
        },
        returns=list_of(ScoreDetails),
        scopes=("account.public_profile",),
    )
    ger_user_likes = get_user_likes  # as older versions of the API spell it
