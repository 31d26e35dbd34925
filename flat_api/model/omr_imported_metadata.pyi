"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Self

from ..configuration import Configuration
from ..schemas import DictSchema, IntSchema, ListSchema, NumberSchema, Property, StrSchema, Unset

class OmrImportedMetadata(DictSchema):
    """What is known of the music once it was read from the pages"""

    instruments: Property[ListSchema[StrSchema]]
    """Identifiers of the instruments in the score"""
    numberMeasures: Property[IntSchema]
    """How many measures the score has"""
    mainTempoQpm: Property[NumberSchema]
    """Main tempo of the score, in quarter notes per minute"""
    mainKeySignature: Property[IntSchema]
    """Main key signature: number of sharps, or of flats when negative"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        instruments: Sequence[str] | Unset = ...,
        numberMeasures: int | Decimal | Unset = ...,
        mainTempoQpm: float | Decimal | Unset = ...,
        mainKeySignature: int | Decimal | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        instruments: Sequence[str] | Unset = ...,
        numberMeasures: int | Decimal | Unset = ...,
        mainTempoQpm: float | Decimal | Unset = ...,
        mainKeySignature: int | Decimal | Unset = ...,
    ) -> Self: ...
