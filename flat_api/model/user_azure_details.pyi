"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from typing import Any, Self

from ..configuration import Configuration
from ..schemas import DictSchema, Property, StrSchema, Unset

class UserAzureDetails(DictSchema):
    """The Microsoft account that a user is known by in Azure Active Directory"""

    oid: Property[StrSchema]
    """Unique identifier of the account (object id) in Azure Active Directory"""
    hd: Property[StrSchema]
    """Domain that the account belongs to"""
    preferredUsername: Property[StrSchema]
    """Name that the account goes by at Microsoft, usually an email address"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        oid: str | Unset = ...,
        hd: str | Unset = ...,
        preferredUsername: str | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        oid: str | Unset = ...,
        hd: str | Unset = ...,
        preferredUsername: str | Unset = ...,
    ) -> Self: ...
