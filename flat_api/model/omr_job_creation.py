"""The model `OmrJobCreation`."""

from ..schemas import BoolSchema, DictSchema, StrSchema, list_of, optional
from .omr_job_input_file import OmrJobInputFile
from .omr_job_output import OmrJobOutput
from .omr_step_name import OmrStepName


class OmrJobCreation(DictSchema):
    """A job of optical music recognition to create"""

    output = optional(OmrJobOutput)
    interactiveSteps = optional(list_of(OmrStepName), "Steps of the job at which a person is to be asked")
    autoRotate = optional(BoolSchema, "True to turn pages that lie on their side (default: false)", default=False)
    locales = optional(list_of(StrSchema), "Codes of the languages of the text in the score")
    collection = optional(StrSchema, "Unique identifier of the collection that gets the score")
    idempotencyKey = optional(
        StrSchema,
        "Text of your choice: a second creation with the same one gives the first job back, and no new one",
    )
    files = optional(
        list_of(OmrJobInputFile),
        "Files with the pages of the score, in their order; more can be added before the job starts",
    )
    autoStart = optional(BoolSchema, "True to start the job at once, false to start it later")
