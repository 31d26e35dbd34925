"""The model `OmrJobFileUpload`."""

from ..schemas import DictSchema, StrSchema, optional, required


class OmrJobFileUpload(DictSchema):
    """A file to add to a job"""

    file = required(StrSchema, "Content of the file in base64")
    filename = optional(StrSchema, "Name of the file")
