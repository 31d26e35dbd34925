"""The model `OrganizationInvitationCreation`."""

from ..schemas import DictSchema, StrSchema, optional
from .organization_roles import OrganizationRoles


class OrganizationInvitationCreation(DictSchema):
    """An invitation to create, for a given email address or for whoever gets its code"""

    email = optional(StrSchema, "Email address of the person to invite; may be left out")
    organizationRole = optional(
        OrganizationRoles,
        "Role in the organization that the invited person will have",
        default="teacher",
    )
