"""The model `ScoreSource`."""

from ..schemas import DictSchema, StrSchema, optional


class ScoreSource(DictSchema):
    """Where to import a score from, other than from the data of the request"""

    googleDrive = optional(StrSchema, "Unique identifier of the file in Google Drive to import")
