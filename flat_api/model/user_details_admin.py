"""The model `UserDetailsAdmin`."""

from ..schemas import (
    BoolSchema,
    DateTimeSchema,
    DictSchema,
    EnumBase,
    StrSchema,
    list_of,
    nullable,
    optional,
    value,
)
from .class_roles import ClassRoles
from .license_mode import LicenseMode
from .license_sources import LicenseSources
from .organization_roles import OrganizationRoles
from .tutteo_product import TutteoProduct


class UserDetailsAdmin(DictSchema):
    """A user of an organization as its administrators see them"""

    class Type(EnumBase, StrSchema):
        """Kind of account: `user` for a registered user, `guest` for someone without an account"""

        USER = value("user")
        GUEST = value("guest")

    class License(DictSchema):
        """The license that lets a user work with Flat"""

        id = optional(StrSchema, "Unique identifier of the license")
        expirationDate = optional(DateTimeSchema, "Date and time when the license expires")
        source = optional(LicenseSources)
        mode = optional(LicenseMode)
        active = optional(BoolSchema, "True when the license is in force")

    id = optional(StrSchema, "Unique identifier of the user")
    type = optional(Type)
    username = optional(StrSchema, "Unique name that the user goes by on Flat")
    printableName = optional(
        StrSchema,
        "Name to display for the user, whichever of the other names are known",
    )
    firstname = optional(StrSchema, "Given name of the user, if known")
    lastname = optional(StrSchema, "Family name of the user, if known")
    name = optional(StrSchema, "Full name of the user, if known")
    picture = optional(nullable(StrSchema), "URL of the profile picture of the user, null for none")
    badges = optional(list_of(StrSchema), "Identifiers of the badges shown on the profile of the user")
    organization = optional(StrSchema, "Unique identifier of the organization the user belongs to, if any")
    organizationRole = optional(OrganizationRoles)
    classRole = optional(
        ClassRoles,
        "Role of the user in a class; only where the user is given as a member of one",
    )
    htmlUrl = optional(StrSchema, "URL of the page of the user on the Flat website")
    email = optional(StrSchema, "Email address of the user, if known")
    lastActivityDate = optional(DateTimeSchema, "Date and time when the user was last active")
    license = optional(License)
    groups = optional(list_of(StrSchema), "Unique identifiers of the groups that the user is a member of")
    product = optional(TutteoProduct)
    isEduTestingStudent = optional(BoolSchema, "True for the test student of a teacher")
