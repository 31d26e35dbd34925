"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Self

from ..configuration import Configuration
from ..schemas import DictSchema, NumberSchema, Property, Unset

class ScoreCommentsCounts(DictSchema):
    """How much a score is commented on"""

    total: Property[NumberSchema]
    """Total number of comments on the score"""
    unique: Property[NumberSchema]
    """Number of different users who commented on the score"""
    weekly: Property[NumberSchema]
    """Number of comments on the score during the last week"""
    monthly: Property[NumberSchema]
    """Number of comments on the score during the last month"""
    yearly: Property[NumberSchema]
    """Number in the last year"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        total: float | Decimal | Unset = ...,
        unique: float | Decimal | Unset = ...,
        weekly: float | Decimal | Unset = ...,
        monthly: float | Decimal | Unset = ...,
        yearly: float | Decimal | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        total: float | Decimal | Unset = ...,
        unique: float | Decimal | Unset = ...,
        weekly: float | Decimal | Unset = ...,
        monthly: float | Decimal | Unset = ...,
        yearly: float | Decimal | Unset = ...,
    ) -> Self: ...
