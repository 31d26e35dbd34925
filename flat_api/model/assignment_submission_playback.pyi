"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Self, overload

from ..configuration import Configuration
from ..schemas import DictSchema, NumberSchema, Property, StrSchema

class AssignmentSubmissionPlayback(DictSchema):
    """How often a student has played a score of a submission"""

    score: Property[StrSchema]
    """Unique identifier of the score"""
    nbPlayAttempt: Property[NumberSchema]
    """Number of times the student has started to play the score"""

    @overload
    def __init__(
        self,
        data: Mapping[str, Any],
        /,
        *,
        score: str = ...,
        nbPlayAttempt: float | Decimal = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        score: str,
        nbPlayAttempt: float | Decimal,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(self, *, score: str = ..., nbPlayAttempt: float | Decimal = ...) -> Self: ...
