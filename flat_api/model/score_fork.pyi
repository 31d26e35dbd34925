"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from typing import Any, Self

from ..configuration import Configuration
from ..schemas import BoolClass, BoolSchema, DictSchema, NoneClass, NoneSchema, Property, StrSchema, Unset

class ScoreFork(DictSchema):
    """Options for the copy to make of a score"""

    collection: Property[StrSchema | NoneSchema]
    """Unique identifier of the collection to put the copy in, `root` by default"""
    keepOriginalTitle: Property[BoolSchema]
    """True to give the copy exactly the title of the original"""
    googleDriveDisabled: Property[BoolSchema]
    """True to make no file in Google Drive for the copy (default: false)"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        collection: str | NoneClass | Unset | None = ...,
        keepOriginalTitle: bool | BoolClass | Unset = ...,
        googleDriveDisabled: bool | BoolClass | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        collection: str | NoneClass | Unset | None = ...,
        keepOriginalTitle: bool | BoolClass | Unset = ...,
        googleDriveDisabled: bool | BoolClass | Unset = ...,
    ) -> Self: ...
