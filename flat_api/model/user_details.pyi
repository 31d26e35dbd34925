"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal, Self

from ..configuration import Configuration
from ..schemas import (
    BoolClass,
    BoolSchema,
    DateTimeSchema,
    DictSchema,
    EnumBase,
    IntSchema,
    ListSchema,
    NoneClass,
    NoneSchema,
    Property,
    StrSchema,
    Unset,
    value,
)
from .class_roles import ClassRoles
from .flat_locales_string import FlatLocalesString
from .organization_roles import OrganizationRoles
from .tutteo_product import TutteoProduct
from .user_azure_details import UserAzureDetails
from .user_community_profile_links import UserCommunityProfileLinks

class UserDetails(DictSchema):
    """A user account as its owner sees it"""

    class Type(EnumBase, StrSchema):
        """Kind of account: `user` for a registered user, `guest` for someone without an account"""

        USER = value("user")
        GUEST = value("guest")

    id: Property[StrSchema]
    """Unique identifier of the user"""
    type: Property[UserDetails.Type]
    """Kind of account: `user` for a registered user, `guest` for someone without an account"""
    username: Property[StrSchema]
    """Unique name that the user goes by on Flat"""
    printableName: Property[StrSchema]
    """Name to display for the user, whichever of the other names are known"""
    firstname: Property[StrSchema]
    """Given name of the user, if known"""
    lastname: Property[StrSchema]
    """Family name of the user, if known"""
    name: Property[StrSchema]
    """Full name of the user, if known"""
    picture: Property[StrSchema | NoneSchema]
    """URL of the profile picture of the user, null for none"""
    badges: Property[ListSchema[StrSchema]]
    """Identifiers of the badges shown on the profile of the user"""
    organization: Property[StrSchema]
    """Unique identifier of the organization the user belongs to, if any"""
    organizationRole: Property[OrganizationRoles]
    """Role in an organization: `admin` manages it, `accountAdmin` (`billing` in older versions of the API) looks after
    its orders and payments, `teacher` teaches classes, `user` is any other member, such as a student
    """
    classRole: Property[ClassRoles]
    """Role of the user in a class; only where the user is given as a member of one"""
    htmlUrl: Property[StrSchema]
    """URL of the page of the user on the Flat website"""
    bio: Property[StrSchema]
    """Text in which the user presents themselves"""
    registrationDate: Property[DateTimeSchema]
    """Date and time when the user signed up"""
    likedScoresCount: Property[IntSchema]
    """Number of scores that the user likes"""
    followersCount: Property[IntSchema]
    """Number of people who follow the user"""
    followingCount: Property[IntSchema]
    """Number of people the user follows"""
    ownedPublicScoresCount: Property[IntSchema]
    """Number of scores of the user that are public"""
    coverPicture: Property[StrSchema | NoneSchema]
    """URL of the cover picture, shown at the top of the profile, null for none"""
    profileTheme: Property[StrSchema]
    """Name of the theme that gives the profile its look"""
    instruments: Property[ListSchema[StrSchema]]
    """Identifiers of the instruments that the user plays"""
    links: Property[UserCommunityProfileLinks]
    """Links to other sites that a user shows on their profile"""
    azureDetails: Property[UserAzureDetails]
    """The Microsoft account that a user is known by in Azure Active Directory"""
    privateProfile: Property[BoolSchema]
    """True when the profile is hidden from other people"""
    locale: Property[FlatLocalesString]
    """Language of the interface: one of `FlatLocales`, or a language that the API has learned since"""
    groups: Property[ListSchema[StrSchema]]
    """Unique identifiers of the groups that the user is a member of"""
    pictureFile: Property[StrSchema | NoneSchema]
    """Unique identifier of the uploaded file used as profile picture, null for none"""
    coverPictureFile: Property[StrSchema | NoneSchema]
    """Unique identifier of the uploaded file used as cover picture, null for none"""
    product: Property[TutteoProduct]
    """Product of Tutteo, the company behind Flat, that an account was made for"""
    allPublicScoresCount: Property[IntSchema]
    """Number of public scores that the user owns or works on with others"""
    likesCount: Property[IntSchema]
    """Number of scores that the user likes"""
    playsCount: Property[IntSchema]
    """Number of times the scores of the user were played"""
    isEmailVerified: Property[BoolSchema]
    """True when the user has confirmed the email address"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        id: str | Unset = ...,
        type: Literal["user", "guest"] | UserDetails.Type | Unset = ...,
        username: str | Unset = ...,
        printableName: str | Unset = ...,
        firstname: str | Unset = ...,
        lastname: str | Unset = ...,
        name: str | Unset = ...,
        picture: str | NoneClass | Unset | None = ...,
        badges: Sequence[str] | Unset = ...,
        organization: str | Unset = ...,
        organizationRole: Literal["admin", "accountAdmin", "teacher", "user", "billing"]
        | OrganizationRoles
        | Unset = ...,
        classRole: Literal["teacher", "student"] | ClassRoles | Unset = ...,
        htmlUrl: str | Unset = ...,
        bio: str | Unset = ...,
        registrationDate: str | datetime | Unset = ...,
        likedScoresCount: int | Decimal | Unset = ...,
        followersCount: int | Decimal | Unset = ...,
        followingCount: int | Decimal | Unset = ...,
        ownedPublicScoresCount: int | Decimal | Unset = ...,
        coverPicture: str | NoneClass | Unset | None = ...,
        profileTheme: str | Unset = ...,
        instruments: Sequence[str] | Unset = ...,
        links: UserCommunityProfileLinks | Mapping[str, Any] | Unset = ...,
        azureDetails: UserAzureDetails | Mapping[str, Any] | Unset = ...,
        privateProfile: bool | BoolClass | Unset = ...,
        locale: Literal[
            "en",
            "en-GB",
            "es",
            "fr",
            "de",
            "it",
            "ja",
            "ja-HIRA",
            "ko",
            "nl",
            "pl",
            "pt",
            "pt-BR",
            "ro",
            "ru",
            "sv",
            "tr",
            "zh-Hans",
        ]
        | FlatLocalesString
        | str
        | Unset = ...,
        groups: Sequence[str] | Unset = ...,
        pictureFile: str | NoneClass | Unset | None = ...,
        coverPictureFile: str | NoneClass | Unset | None = ...,
        product: Literal["flat", "flatEdu", "msnippet", "embed"] | TutteoProduct | Unset = ...,
        allPublicScoresCount: int | Decimal | Unset = ...,
        likesCount: int | Decimal | Unset = ...,
        playsCount: int | Decimal | Unset = ...,
        isEmailVerified: bool | BoolClass | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        id: str | Unset = ...,
        type: Literal["user", "guest"] | UserDetails.Type | Unset = ...,
        username: str | Unset = ...,
        printableName: str | Unset = ...,
        firstname: str | Unset = ...,
        lastname: str | Unset = ...,
        name: str | Unset = ...,
        picture: str | NoneClass | Unset | None = ...,
        badges: Sequence[str] | Unset = ...,
        organization: str | Unset = ...,
        organizationRole: Literal["admin", "accountAdmin", "teacher", "user", "billing"]
        | OrganizationRoles
        | Unset = ...,
        classRole: Literal["teacher", "student"] | ClassRoles | Unset = ...,
        htmlUrl: str | Unset = ...,
        bio: str | Unset = ...,
        registrationDate: str | datetime | Unset = ...,
        likedScoresCount: int | Decimal | Unset = ...,
        followersCount: int | Decimal | Unset = ...,
        followingCount: int | Decimal | Unset = ...,
        ownedPublicScoresCount: int | Decimal | Unset = ...,
        coverPicture: str | NoneClass | Unset | None = ...,
        profileTheme: str | Unset = ...,
        instruments: Sequence[str] | Unset = ...,
        links: UserCommunityProfileLinks | Mapping[str, Any] | Unset = ...,
        azureDetails: UserAzureDetails | Mapping[str, Any] | Unset = ...,
        privateProfile: bool | BoolClass | Unset = ...,
        locale: Literal[
            "en",
            "en-GB",
            "es",
            "fr",
            "de",
            "it",
            "ja",
            "ja-HIRA",
            "ko",
            "nl",
            "pl",
            "pt",
            "pt-BR",
            "ro",
            "ru",
            "sv",
            "tr",
            "zh-Hans",
        ]
        | FlatLocalesString
        | str
        | Unset = ...,
        groups: Sequence[str] | Unset = ...,
        pictureFile: str | NoneClass | Unset | None = ...,
        coverPictureFile: str | NoneClass | Unset | None = ...,
        product: Literal["flat", "flatEdu", "msnippet", "embed"] | TutteoProduct | Unset = ...,
        allPublicScoresCount: int | Decimal | Unset = ...,
        likesCount: int | Decimal | Unset = ...,
        playsCount: int | Decimal | Unset = ...,
        isEmailVerified: bool | BoolClass | Unset = ...,
    ) -> Self: ...
