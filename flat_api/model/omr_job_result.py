"""The model `OmrJobResult`."""

from ..schemas import DictSchema, StrSchema, list_of, optional


class OmrJobResult(DictSchema):
    """What a finished job has made"""

    score = optional(StrSchema, "Unique identifier of the score in the library")
    exports = optional(list_of(StrSchema), "Formats in which the result can be downloaded")
