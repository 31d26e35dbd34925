"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from typing import Any, Literal, Self

from ..configuration import Configuration
from ..schemas import DictSchema, Property, StrSchema, Unset
from .organization_roles import OrganizationRoles

class OrganizationInvitationCreation(DictSchema):
    """An invitation to create, for a given email address or for whoever gets its code"""

    email: Property[StrSchema]
    """Email address of the person to invite; may be left out"""
    organizationRole: Property[OrganizationRoles]
    """Role in the organization that the invited person will have"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        email: str | Unset = ...,
        organizationRole: Literal["admin", "accountAdmin", "teacher", "user", "billing"]
        | OrganizationRoles
        | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        email: str | Unset = ...,
        organizationRole: Literal["admin", "accountAdmin", "teacher", "user", "billing"]
        | OrganizationRoles
        | Unset = ...,
    ) -> Self: ...
