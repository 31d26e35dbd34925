"""The model `OmrJobFileUploadResult`."""

from ..schemas import DictSchema, IntSchema, optional


class OmrJobFileUploadResult(DictSchema):
    """What a job has after a file was added to it"""

    fileIndex = optional(IntSchema, "Position of the added file, from 0")
    fileCount = optional(IntSchema, "Number of files that the job has now")
