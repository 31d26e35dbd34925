"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from ..configuration import Configuration
from ..schemas import DateTimeSchema, DictSchema, Property, StrSchema, Unset

class UserSigninLink(DictSchema):
    """A link that signs a user in without asking for a password"""

    url: Property[StrSchema]
    """URL to open in the browser of the user"""
    expirationDate: Property[DateTimeSchema]
    """Date and time when the link stops working"""
    token: Property[StrSchema]
    """Token in the URL that signs the user in"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        url: str | Unset = ...,
        expirationDate: str | datetime | Unset = ...,
        token: str | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        url: str | Unset = ...,
        expirationDate: str | datetime | Unset = ...,
        token: str | Unset = ...,
    ) -> Self: ...
