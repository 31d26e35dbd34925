"""The model `OmrJob`."""

from ..schemas import (
    BoolSchema,
    DateTimeSchema,
    DictSchema,
    EnumBase,
    IntSchema,
    StrSchema,
    list_of,
    optional,
    required,
    value,
)
from .omr_imported_metadata import OmrImportedMetadata
from .omr_job_file_metadata import OmrJobFileMetadata
from .omr_job_output import OmrJobOutput
from .omr_job_progress import OmrJobProgress
from .omr_job_result import OmrJobResult
from .omr_job_retention import OmrJobRetention
from .omr_job_status import OmrJobStatus
from .omr_pending_step import OmrPendingStep
from .omr_step_name import OmrStepName


class OmrJob(DictSchema):
    """A job of optical music recognition: pictures or PDF files of sheet music that become a score"""

    class CurrentStep(EnumBase, StrSchema):
        """Step at which the job waits for a person"""

        DETAILS = value("details")

    id = required(StrSchema, "Unique identifier of the job")
    status = required(OmrJobStatus)
    output = required(OmrJobOutput)
    interactiveSteps = required(list_of(OmrStepName), "Steps of the job at which a person is asked")
    autoRotate = optional(BoolSchema, "True when pages that lie on their side are turned")
    locales = optional(list_of(StrSchema), "Codes of the languages of the text in the score")
    currentStep = optional(CurrentStep)
    pendingStep = optional(OmrPendingStep)
    estimatedCredits = optional(IntSchema, "Number of credits that the job is expected to cost")
    progress = optional(OmrJobProgress)
    originalFileMetadata = optional(OmrJobFileMetadata)
    importedMetadata = optional(OmrImportedMetadata)
    result = optional(OmrJobResult)
    retention = optional(OmrJobRetention)
    errorCode = optional(
        StrSchema,
        "Short name of the error that ended the job, for programs to tell errors apart",
    )
    errorMessage = optional(StrSchema, "Explanation of the error that ended the job, for people")
    creationDate = optional(DateTimeSchema, "Date and time when the job was created")
    modificationDate = optional(DateTimeSchema, "Date and time of the last change of the job")
