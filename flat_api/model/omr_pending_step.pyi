"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, Self, overload

from ..configuration import Configuration
from ..schemas import DictSchema, EnumBase, ListSchema, Property, StrSchema, Unset, value
from .omr_detected_instrument import OmrDetectedInstrument
from .omr_step_name import OmrStepName

class OmrPendingStep(DictSchema):
    """The step at which a job waits for a person, and what there is to decide"""

    class Data(DictSchema):
        """What was found, to be confirmed or corrected"""

        class Step(EnumBase, StrSchema):
            """The step that the data belong to"""

            DETAILS = value("details")

        step: Property[OmrPendingStep.Data.Step]
        """The step that the data belong to"""
        title: Property[StrSchema]
        """Title found in the pages"""
        instruments: Property[ListSchema[OmrDetectedInstrument]]
        """Instruments found in the pages"""

        @overload
        def __init__(
            self,
            data: Mapping[str, Any],
            /,
            *,
            step: Literal["details"] | OmrPendingStep.Data.Step = ...,
            instruments: Sequence[OmrDetectedInstrument | Mapping[str, Any]] = ...,
            title: str | Unset = ...,
            _configuration: Configuration | None = ...,
        ) -> None: ...
        @overload
        def __init__(
            self,
            *,
            step: Literal["details"] | OmrPendingStep.Data.Step,
            instruments: Sequence[OmrDetectedInstrument | Mapping[str, Any]],
            title: str | Unset = ...,
            _configuration: Configuration | None = ...,
        ) -> None: ...
        def replace(
            self,
            *,
            step: Literal["details"] | OmrPendingStep.Data.Step = ...,
            instruments: Sequence[OmrDetectedInstrument | Mapping[str, Any]] = ...,
            title: str | Unset = ...,
        ) -> Self: ...

    step: Property[OmrStepName]
    """Step of a job at which a person may be asked; `details` is about the title and the instruments"""
    data: Property[OmrPendingStep.Data]
    """What was found, to be confirmed or corrected"""

    @overload
    def __init__(
        self,
        _data: Mapping[str, Any],
        /,
        *,
        step: Literal["details"] | OmrStepName = ...,
        data: OmrPendingStep.Data | Mapping[str, Any] = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        step: Literal["details"] | OmrStepName,
        data: OmrPendingStep.Data | Mapping[str, Any],
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        step: Literal["details"] | OmrStepName = ...,
        data: OmrPendingStep.Data | Mapping[str, Any] = ...,
    ) -> Self: ...
