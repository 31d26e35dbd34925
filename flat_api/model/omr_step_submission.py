"""The model `OmrStepSubmission`."""

from ..schemas import DictSchema, EnumBase, StrSchema, list_of, optional, required, value
from .omr_instrument_override import OmrInstrumentOverride


class OmrStepSubmission(DictSchema):
    """The decisions of a person that let a job go on"""

    class Step(EnumBase, StrSchema):
        """The step that the decisions belong to"""

        DETAILS = value("details")

    step = required(Step)
    title = optional(StrSchema.where(max_length=500), "Title to give to the score, up to 500 characters")
    mainLanguage = optional(
        StrSchema.where(min_length=1, max_length=35),
        "Code of the main language of the text in the score",
    )
    instruments = optional(
        list_of(OmrInstrumentOverride, max_items=200),
        "Corrections of the instruments found, up to 200",
    )
