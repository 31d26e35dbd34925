"""The model `OmrPendingStep`."""

from ..schemas import DictSchema, EnumBase, StrSchema, list_of, optional, required, value
from .omr_detected_instrument import OmrDetectedInstrument
from .omr_step_name import OmrStepName


class OmrPendingStep(DictSchema):
    """The step at which a job waits for a person, and what there is to decide"""

    class Data(DictSchema):
        """What was found, to be confirmed or corrected"""

        class Step(EnumBase, StrSchema):
            """The step that the data belong to"""

            DETAILS = value("details")

        step = required(Step)
        title = optional(StrSchema, "Title found in the pages")
        instruments = required(list_of(OmrDetectedInstrument), "Instruments found in the pages")

    step = required(OmrStepName)
    data = required(Data)
