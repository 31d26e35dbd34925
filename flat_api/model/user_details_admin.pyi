"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Literal, Self

from ..configuration import Configuration
from ..schemas import (
    BoolClass,
    BoolSchema,
    DateTimeSchema,
    DictSchema,
    EnumBase,
    ListSchema,
    NoneClass,
    NoneSchema,
    Property,
    StrSchema,
    Unset,
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

        id: Property[StrSchema]
        """Unique identifier of the license"""
        expirationDate: Property[DateTimeSchema]
        """Date and time when the license expires"""
        source: Property[LicenseSources]
        """Where a license comes from: an `order` (the default), a `trial`, a `voucher`, a `distributor`, a
        `subscription`, a store for mobile apps (`appStore`, `playStore`) or the partner `musicfirst`
        """
        mode: Property[LicenseMode]
        """How a license is granted: `credit` uses up one of the credits bought, `site` comes with a license for the
        whole organization
        """
        active: Property[BoolSchema]
        """True when the license is in force"""

        def __init__(
            self,
            data: Mapping[str, Any] = ...,
            /,
            *,
            id: str | Unset = ...,
            expirationDate: str | datetime | Unset = ...,
            source: Literal[
                "order",
                "trial",
                "voucher",
                "distributor",
                "subscription",
                "appStore",
                "playStore",
                "musicfirst",
            ]
            | LicenseSources
            | Unset = ...,
            mode: Literal["credit", "site"] | LicenseMode | Unset = ...,
            active: bool | BoolClass | Unset = ...,
            _configuration: Configuration | None = ...,
        ) -> None: ...
        def replace(
            self,
            *,
            id: str | Unset = ...,
            expirationDate: str | datetime | Unset = ...,
            source: Literal[
                "order",
                "trial",
                "voucher",
                "distributor",
                "subscription",
                "appStore",
                "playStore",
                "musicfirst",
            ]
            | LicenseSources
            | Unset = ...,
            mode: Literal["credit", "site"] | LicenseMode | Unset = ...,
            active: bool | BoolClass | Unset = ...,
        ) -> Self: ...

    id: Property[StrSchema]
    """Unique identifier of the user"""
    type: Property[UserDetailsAdmin.Type]
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
    email: Property[StrSchema]
    """Email address of the user, if known"""
    lastActivityDate: Property[DateTimeSchema]
    """Date and time when the user was last active"""
    license: Property[UserDetailsAdmin.License]
    """The license that lets a user work with Flat"""
    groups: Property[ListSchema[StrSchema]]
    """Unique identifiers of the groups that the user is a member of"""
    product: Property[TutteoProduct]
    """Product of Tutteo, the company behind Flat, that an account was made for"""
    isEduTestingStudent: Property[BoolSchema]
    """True for the test student of a teacher"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        id: str | Unset = ...,
        type: Literal["user", "guest"] | UserDetailsAdmin.Type | Unset = ...,
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
        email: str | Unset = ...,
        lastActivityDate: str | datetime | Unset = ...,
        license: UserDetailsAdmin.License | Mapping[str, Any] | Unset = ...,
        groups: Sequence[str] | Unset = ...,
        product: Literal["flat", "flatEdu", "msnippet", "embed"] | TutteoProduct | Unset = ...,
        isEduTestingStudent: bool | BoolClass | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        id: str | Unset = ...,
        type: Literal["user", "guest"] | UserDetailsAdmin.Type | Unset = ...,
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
        email: str | Unset = ...,
        lastActivityDate: str | datetime | Unset = ...,
        license: UserDetailsAdmin.License | Mapping[str, Any] | Unset = ...,
        groups: Sequence[str] | Unset = ...,
        product: Literal["flat", "flatEdu", "msnippet", "embed"] | TutteoProduct | Unset = ...,
        isEduTestingStudent: bool | BoolClass | Unset = ...,
    ) -> Self: ...
