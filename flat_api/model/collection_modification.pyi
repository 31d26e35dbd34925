"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from typing import Any, Literal, Self

from ..configuration import Configuration
from ..schemas import DictSchema, Property, StrSchema, Unset
from .collection_privacy import CollectionPrivacy

class CollectionModification(DictSchema):
    """The changes to make to a collection"""

    title: Property[StrSchema]
    """Name of the collection as users see it, from 1 to 300 characters"""
    privacy: Property[CollectionPrivacy]
    """Who can see a collection: `private` leaves it to the owner and the people it is shared with"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        title: str | Unset = ...,
        privacy: Literal["private"] | CollectionPrivacy | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        title: str | Unset = ...,
        privacy: Literal["private"] | CollectionPrivacy | Unset = ...,
    ) -> Self: ...
