"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, Self

from ..configuration import Configuration
from ..schemas import DictSchema, EnumBase, ListSchema, NoneClass, NoneSchema, Property, StrSchema, Unset, value
from .class_roles import ClassRoles
from .organization_roles import OrganizationRoles
from .tutteo_product import TutteoProduct

class UserPublicSummary(DictSchema):
    """The main facts about a user, as given along with what is theirs"""

    class Type(EnumBase, StrSchema):
        """Kind of account: `user` for a registered user, `guest` for someone without an account"""

        USER = value("user")
        GUEST = value("guest")

    id: Property[StrSchema]
    """Unique identifier of the user"""
    type: Property[UserPublicSummary.Type]
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
    product: Property[TutteoProduct]
    """Product of Tutteo, the company behind Flat, that an account was made for"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        id: str | Unset = ...,
        type: Literal["user", "guest"] | UserPublicSummary.Type | Unset = ...,
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
        product: Literal["flat", "flatEdu", "msnippet", "embed"] | TutteoProduct | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        id: str | Unset = ...,
        type: Literal["user", "guest"] | UserPublicSummary.Type | Unset = ...,
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
        product: Literal["flat", "flatEdu", "msnippet", "embed"] | TutteoProduct | Unset = ...,
    ) -> Self: ...
