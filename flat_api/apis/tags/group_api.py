"""The operations of groups."""

from ...model.group_details import GroupDetails
from ...model.score_details import ScoreDetails
from ...model.user_public import UserPublic
from ...operations import get
from ...schemas import EnumBase, StrSchema, list_of, optional, required, value
from .._service import FlatApi

GROUP = required(StrSchema, "Unique identifier of the group")


class GroupApi(FlatApi):
    """Look at groups of users, such as the students of a class, and at what is shared with them."""

    class Source(EnumBase, StrSchema):
        """Only users whose accounts come from this service; all users if not given"""

        GOOGLE_CLASSROOM = value("googleClassroom")
        MICROSOFT_GRAPH = value("microsoftGraph")
        CLEVER = value("clever")

    get_group_details = get(
        "/groups/{group}",
        "Read what a group is called, of what kind it is and how many users it has.",
        path={"group": GROUP},
        returns=GroupDetails,
        scopes=("edu.admin", "edu.admin.users", "edu.admin.users.readonly", "edu.classes", "edu.classes.readonly"),
    )

    list_group_users = get(
        "/groups/{group}/users",
        "List the users in a group.",
        path={"group": GROUP},
        query={"source": optional(Source)},
        returns=list_of(UserPublic),
        scopes=("edu.admin", "edu.admin.users", "edu.admin.users.readonly", "edu.classes", "edu.classes.readonly"),
    )

    get_group_scores = get(
        "/groups/{group}/scores",
        "List the scores that are shared with a group.",
        path={"group": GROUP},
        query={"parent": optional(StrSchema, "Unique identifier of a score, to list the copies made of it only")},
        returns=list_of(ScoreDetails),
        scopes=("scores", "scores.readonly"),
    )
