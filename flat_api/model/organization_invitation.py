"""The model `OrganizationInvitation`."""

from ..schemas import BoolSchema, DateTimeSchema, DictSchema, StrSchema, any_of, list_of, nullable, optional
from .organization_roles import OrganizationRoles


class OrganizationInvitation(DictSchema):
    """An invitation to join an organization"""

    id = optional(StrSchema, "Unique identifier of the invitation")
    organization = optional(StrSchema, "Unique identifier of the organization to join")
    organizationRole = optional(
        OrganizationRoles,
        "Role in the organization that the invited person will have",
    )
    customCode = optional(nullable(StrSchema), "Code with which a person can make use of the invitation, null for none")
    email = optional(
        StrSchema,
        "Email address of the invited person; absent when the invitation is not for a given address",
    )
    invitedBy = optional(StrSchema, "Unique identifier of the user who created the invitation")
    usedBy = optional(
        any_of(StrSchema, list_of(StrSchema)),
        "Unique identifiers of the users who joined with the invitation, as a list; older versions of the API give "
        "one as text, and nothing while the invitation is unused",
    )
    creationDate = optional(DateTimeSchema, "Date and time when the invitation was created")
    htmlUrl = optional(StrSchema, "URL of the page where a person makes use of the invitation")
    allowMultipleUse = optional(BoolSchema, "True when several people can join with the invitation")
