"""The model `OmrJobFileMetadata`."""

from ..schemas import DictSchema, IntSchema, StrSchema, optional


class OmrJobFileMetadata(DictSchema):
    """What is known of the files of a job"""

    numberOfPages = optional(IntSchema, "Number of pages in the files")
    fileCount = optional(IntSchema, "Number of files")
    filename = optional(StrSchema, "Name of the file")
    fileSize = optional(IntSchema, "Size of the file, in bytes")
    mimeType = optional(StrSchema, "Media type of the file (e.g. `application/pdf`)")
    fileExtension = optional(StrSchema, "Extension of the name of the file")
