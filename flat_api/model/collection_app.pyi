"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from typing import Any, Self

from ..configuration import Configuration
from ..schemas import DictSchema, Property, StrSchema, Unset

class CollectionApp(DictSchema):
    """The application a collection belongs to, for collections of type `app`"""

    id: Property[StrSchema]
    """Unique identifier of the application"""
    name: Property[StrSchema]
    """Name of the application as users see it"""
    logo: Property[StrSchema]
    """URL of the logo of the application"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        id: str | Unset = ...,
        name: str | Unset = ...,
        logo: str | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(self, *, id: str | Unset = ..., name: str | Unset = ..., logo: str | Unset = ...) -> Self: ...
