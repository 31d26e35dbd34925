"""The model `OmrJobInputFile`."""

from ..schemas import DictSchema, StrSchema, optional, required


class OmrJobInputFile(DictSchema):
    """A file with pages of a score"""

    file = required(StrSchema, "Content of the file in base64")
    filename = optional(StrSchema, "Name of the file")
