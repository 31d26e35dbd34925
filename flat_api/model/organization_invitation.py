"""The model `OrganizationInvitation`."""

from ..schemas import DictSchema, StrSchema, optional
from .organization_roles import OrganizationRoles


class OrganizationInvitation(DictSchema):
    """An invitation to join an organization"""

    id = optional(StrSchema, "Unique identifier of the invitation")
    organization = optional(StrSchema, "Unique identifier of the organization to join")
    organizationRole = optional(
        OrganizationRoles,
        "Role in the organization that the invited person will have",
    )
    customCode = optional(StrSchema, "Code with which a person can make use of the invitation")
    email = optional(
        StrSchema,
        "Email address of the invited person; absent when the invitation is not for a given address",
    )
    invitedBy = optional(StrSchema, "Unique identifier of the user who created the invitation")
    usedBy = optional(
        StrSchema,
        "Unique identifier of the user who joined with the invitation; absent while it is unused",
    )
