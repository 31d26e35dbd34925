"""The model `OmrCapabilities`."""

from ..schemas import DictSchema, IntSchema, StrSchema, list_of, optional, required
from .omr_job_output import OmrJobOutput
from .omr_locale_details import OmrLocaleDetails
from .omr_step_name import OmrStepName


class OmrCapabilities(DictSchema):
    """What optical music recognition can do for the current user, and its limits"""

    steps = required(list_of(OmrStepName), "Steps of a job at which a person may be asked")
    formats = required(list_of(StrSchema), "Formats that the result can have")
    outputs = required(list_of(OmrJobOutput), "Where the result of a job can go")
    maxFiles = required(IntSchema, "Largest number of files in a job")
    maxPages = required(IntSchema, "Largest number of pages in a job")
    maxParallelJobs = required(IntSchema, "Largest number of jobs that may run at the same time")
    maxFileSize = required(IntSchema, "Largest size of a file, in bytes")
    acceptedMimeTypes = required(
        list_of(StrSchema),
        "Media types that files may have (e.g. `application/pdf`)",
    )
    acceptedExtensions = required(list_of(StrSchema), "Extensions that the names of files may have")
    locales = required(list_of(StrSchema), "Codes of the languages that the text in a score can be read in")
    localesDetails = required(list_of(OmrLocaleDetails), "Codes and names of these languages")
    costPerPage = optional(IntSchema, "Number of credits that a page costs")
    remainingCredits = optional(IntSchema, "Number of credits that the current user has left")
    retentionDays = optional(IntSchema, "Number of days for which the files of a job are kept")
