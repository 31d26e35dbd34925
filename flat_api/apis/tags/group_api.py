"""The operations of groups."""

from ...model.group_creation import GroupCreation
from ...model.group_details import GroupDetails
from ...model.score_details import ScoreDetails
from ...model.user_public import UserPublic
from ...operations import delete, get, post, put
from ...schemas import DictSchema, EnumBase, StrSchema, list_of, optional, required, value
from .._parameters import USER
from .._service import FlatApi

GROUP = required(StrSchema, "Unique identifier of the group")


class GroupApi(FlatApi):
    """Look at groups of users and at what is shared with them, and divide classes into groups."""

    class Type(EnumBase, StrSchema):
        """Only groups of this kind: students of a class (`classStudentsSubGroup`), or those of them who work on an
        assignment together (`assignmentStudentsSubGroup`)
        """

        CLASS_STUDENTS_SUB_GROUP = value("classStudentsSubGroup")
        ASSIGNMENT_STUDENTS_SUB_GROUP = value("assignmentStudentsSubGroup")

    class Source(EnumBase, StrSchema):
        """Only users whose accounts come from this service; all users if not given"""

        GOOGLE_CLASSROOM = value("googleClassroom")
        MICROSOFT_GRAPH = value("microsoftGraph")
        CLEVER = value("clever")

    class Renaming(DictSchema):
        """A new name for a group"""

        name = required(StrSchema, "Name of the group as users will see it")

    class NewMember(DictSchema):
        """A user to put into a group"""

        user = required(StrSchema, "Unique identifier of the user")

    class AddedMember(DictSchema):
        """The user who was put into a group"""

        user = optional(StrSchema, "Unique identifier of the user")

    list_groups = get(
        "/groups",
        "List the groups that a class or the work on an assignment is divided into.",
        query={
            "type": required(Type),
            "classroom": optional(StrSchema, "Unique identifier of a class, to list the groups of that class only"),
            "assignment": optional(
                StrSchema, "Unique identifier of an assignment, to list the groups that work on it only"
            ),
        },
        returns=list_of(GroupDetails),
        errors=(400, 403, 404),
        scopes=("edu.classes", "edu.classes.readonly", "edu.admin", "edu.admin.readonly", "edu.admin.users.readonly"),
    )

    create_group = post(
        "/groups",
        "Make a group of students of a class.",
        body=required(GroupCreation, "The class, the students, and what to call the group"),
        returns=GroupDetails,
        errors=(400, 403, 409),
        scopes=("edu.classes", "edu.admin", "edu.admin.users"),
    )

    get_group_details = get(
        "/groups/{group}",
        "Read what a group is called, of what kind it is and how many users it has.",
        path={"group": GROUP},
        returns=GroupDetails,
        errors=(404,),
        scopes=("edu.admin", "edu.admin.users", "edu.admin.users.readonly", "edu.classes", "edu.classes.readonly"),
    )

    rename_group = put(
        "/groups/{group}",
        "Give a group another name.",
        path={"group": GROUP},
        body=required(Renaming, "The new name"),
        returns=GroupDetails,
        errors=(400, 403, 404, 409),
        scopes=("edu.classes", "edu.admin", "edu.admin.users"),
    )

    delete_group = delete(
        "/groups/{group}",
        "Delete a group; its users stay in their class.",
        path={"group": GROUP},
        errors=(403, 404),
        scopes=("edu.classes", "edu.admin", "edu.admin.users"),
    )

    list_group_users = get(
        "/groups/{group}/users",
        "List the users in a group.",
        path={"group": GROUP},
        query={"source": optional(Source)},
        returns=list_of(UserPublic),
        errors=(404,),
        scopes=("edu.admin", "edu.admin.users", "edu.admin.users.readonly", "edu.classes", "edu.classes.readonly"),
    )

    add_group_user = post(
        "/groups/{group}/users",
        "Put a user into a group.",
        path={"group": GROUP},
        body=required(NewMember, "Whom to put into the group"),
        returns=AddedMember,
        errors=(400, 403, 404),
        scopes=("edu.classes", "edu.admin", "edu.admin.users"),
    )

    remove_group_user = delete(
        "/groups/{group}/users/{user}",
        "Take a user out of a group.",
        path={"group": GROUP, "user": USER},
        errors=(403, 404),
        scopes=("edu.classes", "edu.admin", "edu.admin.users"),
    )

    get_group_scores = get(
        "/groups/{group}/scores",
        "List the scores that are shared with a group.",
        path={"group": GROUP},
        query={"parent": optional(StrSchema, "Unique identifier of a score, to list the copies made of it only")},
        returns=list_of(ScoreDetails),
        errors=(404,),
        scopes=("scores", "scores.readonly"),
    )
