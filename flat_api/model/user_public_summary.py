"""The model `UserPublicSummary`."""

from ..schemas import DictSchema, EnumBase, StrSchema, list_of, nullable, optional, value
from .class_roles import ClassRoles
from .organization_roles import OrganizationRoles
from .tutteo_product import TutteoProduct


class UserPublicSummary(DictSchema):
    """The main facts about a user, as given along with what is theirs"""

    class Type(EnumBase, StrSchema):
        """Kind of account: `user` for a registered user, `guest` for someone without an account"""

        USER = value("user")
        GUEST = value("guest")

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
    product = optional(TutteoProduct)
