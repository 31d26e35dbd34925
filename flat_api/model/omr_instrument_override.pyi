"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Self, overload

from ..configuration import Configuration
from ..schemas import DictSchema, IntSchema, Property, StrSchema, Unset

class OmrInstrumentOverride(DictSchema):
    """A correction of an instrument found in the pages of a score"""

    index: Property[IntSchema]
    """Position of the part in the score, from 0"""
    instrumentId: Property[StrSchema]
    """Identifier of the instrument that the part is for"""
    partName: Property[StrSchema]
    """Name to give to the part, up to 200 characters"""
    transposeKey: Property[StrSchema]
    """Key of a transposing instrument: a letter from `A` to `G`, and maybe a flat or a sharp behind it (e.g. `Bb`)"""
    midiProgram: Property[IntSchema]
    """MIDI program of the instrument, from 0 to 127"""

    @overload
    def __init__(
        self,
        data: Mapping[str, Any],
        /,
        *,
        index: int | Decimal = ...,
        instrumentId: str | Unset = ...,
        partName: str | Unset = ...,
        transposeKey: str | Unset = ...,
        midiProgram: int | Decimal | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        index: int | Decimal,
        instrumentId: str | Unset = ...,
        partName: str | Unset = ...,
        transposeKey: str | Unset = ...,
        midiProgram: int | Decimal | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        index: int | Decimal = ...,
        instrumentId: str | Unset = ...,
        partName: str | Unset = ...,
        transposeKey: str | Unset = ...,
        midiProgram: int | Decimal | Unset = ...,
    ) -> Self: ...
