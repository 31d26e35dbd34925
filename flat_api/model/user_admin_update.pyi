"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from typing import Any, Literal, Self

from ..configuration import Configuration
from ..schemas import DictSchema, Property, StrSchema, Unset
from .organization_roles import OrganizationRoles

class UserAdminUpdate(DictSchema):
    """The changes that an administrator makes to a user of the organization"""

    password: Property[StrSchema]
    """New password of the user, from 6 to 1000 characters"""
    organizationRole: Property[OrganizationRoles]
    """New role of the user in the organization"""
    username: Property[StrSchema]
    """Unique name that the user goes by on Flat, from 1 to 30 characters"""
    firstname: Property[StrSchema]
    """Given name of the user, up to 60 characters"""
    lastname: Property[StrSchema]
    """Family name of the user, up to 60 characters"""
    email: Property[StrSchema]
    """New email address of the user"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        password: str | Unset = ...,
        organizationRole: Literal["admin", "accountAdmin", "teacher", "user", "billing"]
        | OrganizationRoles
        | Unset = ...,
        username: str | Unset = ...,
        firstname: str | Unset = ...,
        lastname: str | Unset = ...,
        email: str | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        password: str | Unset = ...,
        organizationRole: Literal["admin", "accountAdmin", "teacher", "user", "billing"]
        | OrganizationRoles
        | Unset = ...,
        username: str | Unset = ...,
        firstname: str | Unset = ...,
        lastname: str | Unset = ...,
        email: str | Unset = ...,
    ) -> Self: ...
