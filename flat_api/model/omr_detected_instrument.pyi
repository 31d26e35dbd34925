"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Literal, Self, overload

from ..configuration import Configuration
from ..schemas import DictSchema, EnumBase, IntSchema, Property, StrSchema, Unset, value

class OmrDetectedInstrument(DictSchema):
    """An instrument found in the pages of a score"""

    class ResolvedConfidence(EnumBase, StrSchema):
        """How sure the choice of the instrument is"""

        HIGH = value("high")
        MEDIUM = value("medium")
        LOW = value("low")

    index: Property[IntSchema]
    """Position of the part in the score, from 0"""
    partName: Property[StrSchema]
    """Name of the part, as it is printed in the score"""
    instrumentId: Property[StrSchema]
    """Identifier of the instrument that the part is taken to be for"""
    instrumentName: Property[StrSchema]
    """Name of that instrument"""
    midiProgram: Property[IntSchema]
    """MIDI program of that instrument, from 0 to 127"""
    transposeKey: Property[StrSchema]
    """Key of a transposing instrument (e.g. `Bb`)"""
    resolvedConfidence: Property[OmrDetectedInstrument.ResolvedConfidence]
    """How sure the choice of the instrument is"""

    @overload
    def __init__(
        self,
        data: Mapping[str, Any],
        /,
        *,
        index: int | Decimal = ...,
        partName: str | Unset = ...,
        instrumentId: str | Unset = ...,
        instrumentName: str | Unset = ...,
        midiProgram: int | Decimal | Unset = ...,
        transposeKey: str | Unset = ...,
        resolvedConfidence: Literal["high", "medium", "low"] | OmrDetectedInstrument.ResolvedConfidence | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        index: int | Decimal,
        partName: str | Unset = ...,
        instrumentId: str | Unset = ...,
        instrumentName: str | Unset = ...,
        midiProgram: int | Decimal | Unset = ...,
        transposeKey: str | Unset = ...,
        resolvedConfidence: Literal["high", "medium", "low"] | OmrDetectedInstrument.ResolvedConfidence | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        index: int | Decimal = ...,
        partName: str | Unset = ...,
        instrumentId: str | Unset = ...,
        instrumentName: str | Unset = ...,
        midiProgram: int | Decimal | Unset = ...,
        transposeKey: str | Unset = ...,
        resolvedConfidence: Literal["high", "medium", "low"] | OmrDetectedInstrument.ResolvedConfidence | Unset = ...,
    ) -> Self: ...
