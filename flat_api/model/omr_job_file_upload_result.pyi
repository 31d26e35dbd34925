"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Self

from ..configuration import Configuration
from ..schemas import DictSchema, IntSchema, Property, Unset

class OmrJobFileUploadResult(DictSchema):
    """What a job has after a file was added to it"""

    fileIndex: Property[IntSchema]
    """Position of the added file, from 0"""
    fileCount: Property[IntSchema]
    """Number of files that the job has now"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        fileIndex: int | Decimal | Unset = ...,
        fileCount: int | Decimal | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(self, *, fileIndex: int | Decimal | Unset = ..., fileCount: int | Decimal | Unset = ...) -> Self: ...
