"""The model `UserAdminUpdate`."""

from ..schemas import DictSchema, StrSchema, optional
from .organization_roles import OrganizationRoles


class UserAdminUpdate(DictSchema):
    """The changes that an administrator makes to a user of the organization"""

    password = optional(
        StrSchema.where(min_length=6, max_length=1000),
        "New password of the user, from 6 to 1000 characters",
    )
    organizationRole = optional(OrganizationRoles, "New role of the user in the organization")
    username = optional(
        StrSchema.where(min_length=1, max_length=30),
        "Unique name that the user goes by on Flat, from 1 to 30 characters",
    )
    firstname = optional(StrSchema.where(max_length=60), "Given name of the user, up to 60 characters")
    lastname = optional(StrSchema.where(max_length=60), "Family name of the user, up to 60 characters")
    email = optional(StrSchema, "New email address of the user")
