"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self, overload

from ..configuration import Configuration
from ..schemas import DateTimeSchema, DictSchema, Property, Unset

class OmrJobRetention(DictSchema):
    """For how long the files of a job are kept"""

    expiryDate: Property[DateTimeSchema]
    """Date and time when the files are to be deleted"""
    expiredDate: Property[DateTimeSchema]
    """Date and time when the files were deleted; absent while they are kept"""

    @overload
    def __init__(
        self,
        data: Mapping[str, Any],
        /,
        *,
        expiryDate: str | datetime = ...,
        expiredDate: str | datetime | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        expiryDate: str | datetime,
        expiredDate: str | datetime | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(self, *, expiryDate: str | datetime = ..., expiredDate: str | datetime | Unset = ...) -> Self: ...
