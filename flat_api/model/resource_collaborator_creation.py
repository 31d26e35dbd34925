"""The model `ResourceCollaboratorCreation`."""

from ..schemas import BoolSchema, DictSchema, StrSchema, optional


class ResourceCollaboratorCreation(DictSchema):
    """A collaborator to add to a score, given by one of `user`, `group`, `userEmail` and `userToken`"""

    user = optional(StrSchema, "Unique identifier of the user to add")
    group = optional(StrSchema, "Unique identifier of the group to add")
    userEmail = optional(StrSchema, "Email address of the person to add")
    userToken = optional(
        StrSchema,
        "Token that stands for the user to add, instead of an identifier or an email address",
    )
    aclRead = optional(BoolSchema, "True (the default) to let the collaborator view the score", default=True)
    aclWrite = optional(BoolSchema, "True to let the collaborator edit the score; false by default", default=False)
    aclAdmin = optional(
        BoolSchema,
        "True to let the collaborator manage the score, including who has access to it; false by default",
        default=False,
    )
