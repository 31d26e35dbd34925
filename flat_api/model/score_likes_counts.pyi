"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Self

from ..configuration import Configuration
from ..schemas import DictSchema, NumberSchema, Property, Unset

class ScoreLikesCounts(DictSchema):
    """How much a score is liked"""

    total: Property[NumberSchema]
    """Total number of likes the score received"""
    weekly: Property[NumberSchema]
    """Number of likes the score received during the last week"""
    monthly: Property[NumberSchema]
    """Number of likes the score received during the last month"""
    yearly: Property[NumberSchema]
    """Number in the last year"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        total: float | Decimal | Unset = ...,
        weekly: float | Decimal | Unset = ...,
        monthly: float | Decimal | Unset = ...,
        yearly: float | Decimal | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        total: float | Decimal | Unset = ...,
        weekly: float | Decimal | Unset = ...,
        monthly: float | Decimal | Unset = ...,
        yearly: float | Decimal | Unset = ...,
    ) -> Self: ...
