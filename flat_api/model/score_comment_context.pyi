"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Self, overload

from ..configuration import Configuration
from ..schemas import DictSchema, ListSchema, NumberSchema, Property, StrSchema, Unset

class ScoreCommentContext(DictSchema):
    """The place in the music that an inline comment is on: a passage of one part"""

    partUuid: Property[StrSchema]
    """UUID of the part"""
    measureUuids: Property[ListSchema[StrSchema]]
    """UUIDs of the measures that the passage covers"""
    startTimePos: Property[NumberSchema]
    """Position where the passage starts in its first measure, counted in divisions (see `startDpq`)"""
    stopTimePos: Property[NumberSchema]
    """Position where the passage stops in its last measure, counted in divisions (see `stopDpq`)"""
    startDpq: Property[NumberSchema]
    """Divisions per quarter note, i.e. the resolution of `startTimePos`"""
    stopDpq: Property[NumberSchema]
    """Divisions per quarter note, i.e. the resolution of `stopTimePos`"""
    staffIdx: Property[NumberSchema]
    """Index of the staff within the part"""
    staffUuid: Property[StrSchema]
    """UUID of the staff within the part"""

    @overload
    def __init__(
        self,
        data: Mapping[str, Any],
        /,
        *,
        partUuid: str = ...,
        measureUuids: Sequence[str] = ...,
        startTimePos: float | Decimal = ...,
        stopTimePos: float | Decimal = ...,
        startDpq: float | Decimal = ...,
        stopDpq: float | Decimal = ...,
        staffIdx: float | Decimal | Unset = ...,
        staffUuid: str | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        partUuid: str,
        measureUuids: Sequence[str],
        startTimePos: float | Decimal,
        stopTimePos: float | Decimal,
        startDpq: float | Decimal,
        stopDpq: float | Decimal,
        staffIdx: float | Decimal | Unset = ...,
        staffUuid: str | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        partUuid: str = ...,
        measureUuids: Sequence[str] = ...,
        startTimePos: float | Decimal = ...,
        stopTimePos: float | Decimal = ...,
        startDpq: float | Decimal = ...,
        stopDpq: float | Decimal = ...,
        staffIdx: float | Decimal | Unset = ...,
        staffUuid: str | Unset = ...,
    ) -> Self: ...
