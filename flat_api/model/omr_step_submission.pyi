"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, Self, overload

from ..configuration import Configuration
from ..schemas import DictSchema, EnumBase, ListSchema, Property, StrSchema, Unset, value
from .omr_instrument_override import OmrInstrumentOverride

class OmrStepSubmission(DictSchema):
    """The decisions of a person that let a job go on"""

    class Step(EnumBase, StrSchema):
        """The step that the decisions belong to"""

        DETAILS = value("details")

    step: Property[OmrStepSubmission.Step]
    """The step that the decisions belong to"""
    title: Property[StrSchema]
    """Title to give to the score, up to 500 characters"""
    mainLanguage: Property[StrSchema]
    """Code of the main language of the text in the score"""
    instruments: Property[ListSchema[OmrInstrumentOverride]]
    """Corrections of the instruments found, up to 200"""

    @overload
    def __init__(
        self,
        data: Mapping[str, Any],
        /,
        *,
        step: Literal["details"] | OmrStepSubmission.Step = ...,
        title: str | Unset = ...,
        mainLanguage: str | Unset = ...,
        instruments: Sequence[OmrInstrumentOverride | Mapping[str, Any]] | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        step: Literal["details"] | OmrStepSubmission.Step,
        title: str | Unset = ...,
        mainLanguage: str | Unset = ...,
        instruments: Sequence[OmrInstrumentOverride | Mapping[str, Any]] | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        step: Literal["details"] | OmrStepSubmission.Step = ...,
        title: str | Unset = ...,
        mainLanguage: str | Unset = ...,
        instruments: Sequence[OmrInstrumentOverride | Mapping[str, Any]] | Unset = ...,
    ) -> Self: ...
