"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Self

from ..configuration import Configuration
from ..schemas import DictSchema, NumberSchema, Property, StrSchema, Unset

class OmrJobProgress(DictSchema):
    """How far a job is"""

    percent: Property[NumberSchema]
    """Percentage of the job that is done"""
    text: Property[StrSchema]
    """What the job is doing, for people"""
    key_: Property[StrSchema]
    """What the job is doing, as the key of a translated text"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        percent: float | Decimal | Unset = ...,
        text: str | Unset = ...,
        key_: str | Unset = ...,
        key: str | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        percent: float | Decimal | Unset = ...,
        text: str | Unset = ...,
        key_: str | Unset = ...,
        key: str | Unset = ...,
    ) -> Self: ...
