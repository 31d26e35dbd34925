"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Self

from ..configuration import Configuration
from ..schemas import DictSchema, IntSchema, Property, StrSchema, Unset

class OmrJobFileMetadata(DictSchema):
    """What is known of the files of a job"""

    numberOfPages: Property[IntSchema]
    """Number of pages in the files"""
    fileCount: Property[IntSchema]
    """Number of files"""
    filename: Property[StrSchema]
    """Name of the file"""
    fileSize: Property[IntSchema]
    """Size of the file, in bytes"""
    mimeType: Property[StrSchema]
    """Media type of the file (e.g. `application/pdf`)"""
    fileExtension: Property[StrSchema]
    """Extension of the name of the file"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        numberOfPages: int | Decimal | Unset = ...,
        fileCount: int | Decimal | Unset = ...,
        filename: str | Unset = ...,
        fileSize: int | Decimal | Unset = ...,
        mimeType: str | Unset = ...,
        fileExtension: str | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        numberOfPages: int | Decimal | Unset = ...,
        fileCount: int | Decimal | Unset = ...,
        filename: str | Unset = ...,
        fileSize: int | Decimal | Unset = ...,
        mimeType: str | Unset = ...,
        fileExtension: str | Unset = ...,
    ) -> Self: ...
