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
    ListSchema,
    NoneClass,
    NoneSchema,
    Property,
    StrSchema,
    Unset,
)
from .organization_roles import OrganizationRoles

class OrganizationInvitation(DictSchema):
    """An invitation to join an organization"""

    id: Property[StrSchema]
    """Unique identifier of the invitation"""
    organization: Property[StrSchema]
    """Unique identifier of the organization to join"""
    organizationRole: Property[OrganizationRoles]
    """Role in the organization that the invited person will have"""
    customCode: Property[StrSchema | NoneSchema]
    """Code with which a person can make use of the invitation, null for none"""
    email: Property[StrSchema]
    """Email address of the invited person; absent when the invitation is not for a given address"""
    invitedBy: Property[StrSchema]
    """Unique identifier of the user who created the invitation"""
    usedBy: Property[StrSchema | ListSchema[StrSchema]]
    """Unique identifiers of the users who joined with the invitation, as a list; older versions of the API give one as
    text, and nothing while the invitation is unused
    """
    creationDate: Property[DateTimeSchema]
    """Date and time when the invitation was created"""
    htmlUrl: Property[StrSchema]
    """URL of the page where a person makes use of the invitation"""
    allowMultipleUse: Property[BoolSchema]
    """True when several people can join with the invitation"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        id: str | Unset = ...,
        organization: str | Unset = ...,
        organizationRole: Literal["admin", "accountAdmin", "teacher", "user", "billing"]
        | OrganizationRoles
        | Unset = ...,
        customCode: str | NoneClass | Unset | None = ...,
        email: str | Unset = ...,
        invitedBy: str | Unset = ...,
        usedBy: str | Sequence[str] | Unset = ...,
        creationDate: str | datetime | Unset = ...,
        htmlUrl: str | Unset = ...,
        allowMultipleUse: bool | BoolClass | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        id: str | Unset = ...,
        organization: str | Unset = ...,
        organizationRole: Literal["admin", "accountAdmin", "teacher", "user", "billing"]
        | OrganizationRoles
        | Unset = ...,
        customCode: str | NoneClass | Unset | None = ...,
        email: str | Unset = ...,
        invitedBy: str | Unset = ...,
        usedBy: str | Sequence[str] | Unset = ...,
        creationDate: str | datetime | Unset = ...,
        htmlUrl: str | Unset = ...,
        allowMultipleUse: bool | BoolClass | Unset = ...,
    ) -> Self: ...
