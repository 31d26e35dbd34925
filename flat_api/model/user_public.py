"""The model `UserPublic`."""

from ..schemas import (
    DateTimeSchema,
    DictSchema,
    EnumBase,
    IntSchema,
    StrSchema,
    list_of,
    nullable,
    optional,
    value,
)
from .class_roles import ClassRoles
from .organization_roles import OrganizationRoles
from .tutteo_product import TutteoProduct
from .user_community_profile_links import UserCommunityProfileLinks


class UserPublic(DictSchema):
    """The profile of a user as other people see it"""

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
    bio = optional(StrSchema, "Text in which the user presents themselves")
    registrationDate = optional(DateTimeSchema, "Date and time when the user signed up")
    likedScoresCount = optional(IntSchema, "Number of scores that the user likes")
    followersCount = optional(IntSchema, "Number of people who follow the user")
    followingCount = optional(IntSchema, "Number of people the user follows")
    ownedPublicScoresCount = optional(IntSchema, "Number of scores of the user that are public")
    coverPicture = optional(
        nullable(StrSchema),
        "URL of the cover picture, shown at the top of the profile, null for none",
    )
    profileTheme = optional(StrSchema, "Name of the theme that gives the profile its look")
    instruments = optional(list_of(StrSchema), "Identifiers of the instruments that the user plays")
    links = optional(UserCommunityProfileLinks)
    product = optional(TutteoProduct)
    allPublicScoresCount = optional(
        IntSchema,
        "Number of public scores that the user owns or works on with others",
    )
    likesCount = optional(IntSchema, "Number of scores that the user likes")
    playsCount = optional(IntSchema, "Number of times the scores of the user were played")
