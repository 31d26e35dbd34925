"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Literal, Self, overload
from uuid import UUID

from ..configuration import Configuration
from ..schemas import DictSchema, EnumBase, NumberSchema, Property, StrSchema, Unset, UUIDSchema, value

class ScoreTrackPoint(DictSchema):
    """A moment of a recording, tied to a place in the score"""

    class Type(EnumBase, StrSchema):
        """What the moment is tied to: the start of a `measure`, or the `end` of the music"""

        MEASURE = value("measure")
        END = value("end")

    type: Property[ScoreTrackPoint.Type]
    """What the moment is tied to: the start of a `measure`, or the `end` of the music"""
    time: Property[NumberSchema]
    """Time in the recording, in seconds"""
    measureUuid: Property[UUIDSchema]
    """UUID of the measure; only for points of type `measure`"""

    @overload
    def __init__(
        self,
        data: Mapping[str, Any],
        /,
        *,
        type: Literal["measure", "end"] | ScoreTrackPoint.Type = ...,
        time: float | Decimal = ...,
        measureUuid: str | UUID | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        type: Literal["measure", "end"] | ScoreTrackPoint.Type,
        time: float | Decimal,
        measureUuid: str | UUID | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        type: Literal["measure", "end"] | ScoreTrackPoint.Type = ...,
        time: float | Decimal = ...,
        measureUuid: str | UUID | Unset = ...,
    ) -> Self: ...
