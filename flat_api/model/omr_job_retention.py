"""The model `OmrJobRetention`."""

from ..schemas import DateTimeSchema, DictSchema, optional, required


class OmrJobRetention(DictSchema):
    """For how long the files of a job are kept"""

    expiryDate = required(DateTimeSchema, "Date and time when the files are to be deleted")
    expiredDate = optional(
        DateTimeSchema,
        "Date and time when the files were deleted; absent while they are kept",
    )
