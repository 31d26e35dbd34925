"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any, Self

from ..configuration import Configuration
from ..schemas import DateTimeSchema, DictSchema, NumberSchema, Property, Unset

class ScoreRevisionStatistics(DictSchema):
    """How much was changed in a revision, and when"""

    additions: Property[NumberSchema]
    """Number of things added to the music"""
    deletions: Property[NumberSchema]
    """Number of things removed from the music"""
    startDate: Property[DateTimeSchema]
    """Date and time of the first of these changes"""
    endDate: Property[DateTimeSchema]
    """Date and time of the last of these changes"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        additions: float | Decimal | Unset = ...,
        deletions: float | Decimal | Unset = ...,
        startDate: str | datetime | Unset = ...,
        endDate: str | datetime | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        additions: float | Decimal | Unset = ...,
        deletions: float | Decimal | Unset = ...,
        startDate: str | datetime | Unset = ...,
        endDate: str | datetime | Unset = ...,
    ) -> Self: ...
