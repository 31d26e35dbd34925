"""The model `ResourceRights`."""

from ..schemas import BoolSchema, DictSchema, EnumBase, StrSchema, optional, value


class ResourceRights(DictSchema):
    """What the current user is allowed to do with a score or a collection"""

    class CollaboratorType(EnumBase, StrSchema):
        """What the rights come from: being the `owner`, or being given to the `user` or to a `group` of
        theirs
        """

        OWNER = value("owner")
        USER = value("user")
        GROUP = value("group")

    aclRead = optional(BoolSchema, "True when the current user can view the score or collection", default=False)
    aclWrite = optional(BoolSchema, "True when the current user can edit the score or collection", default=False)
    aclAdmin = optional(
        BoolSchema,
        "True when the current user can manage the score or collection, including who has access to it",
        default=False,
    )
    isCollaborator = optional(
        BoolSchema,
        "True when the rights were given explicitly, by adding the current user as a collaborator",
        default=False,
    )
    collaboratorType = optional(CollaboratorType)
