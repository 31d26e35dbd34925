"""The model `ResourceCollaborator`."""

from ..schemas import BoolSchema, DateTimeSchema, DictSchema, EnumBase, StrSchema, optional, value
from .group import Group
from .user_public import UserPublic


class ResourceCollaborator(DictSchema):
    """The rights of a user, a group or an invited person on a score or a collection"""

    class CollaboratorType(EnumBase, StrSchema):
        """What the rights come from: being the `owner`, or being given to the `user` or to a `group` of
        theirs
        """

        OWNER = value("owner")
        USER = value("user")
        GROUP = value("group")

    aclRead = optional(BoolSchema, "True when the collaborator can view the score or collection", default=False)
    aclWrite = optional(BoolSchema, "True when the collaborator can edit the score or collection", default=False)
    aclAdmin = optional(
        BoolSchema,
        "True when the collaborator can manage the score or collection, including who has access to it",
        default=False,
    )
    isCollaborator = optional(
        BoolSchema,
        "True when the rights were given explicitly, by adding the collaborator",
        default=False,
    )
    id = optional(StrSchema, "Unique identifier of the collaborator entry; not that of the user or group")
    score = optional(StrSchema, "Unique identifier of the score, when the rights are on a score")
    collection = optional(
        StrSchema,
        "Unique identifier of the collection, when the rights are on a collection",
    )
    user = optional(
        UserPublic,
        "The user who has the rights; absent for a group and for a person known by email address only",
    )
    group = optional(Group, "The group whose members have the rights; absent for a single person")
    userEmail = optional(StrSchema, "Email address of the collaborator, for a person added by email address")
    invited = optional(BoolSchema, "True when the collaborator was invited and has yet to join")
    collaboratorType = optional(CollaboratorType)
    date = optional(DateTimeSchema, "Date and time when the collaborator was added")
