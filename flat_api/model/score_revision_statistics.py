"""The model `ScoreRevisionStatistics`."""

from ..schemas import DateTimeSchema, DictSchema, NumberSchema, optional


class ScoreRevisionStatistics(DictSchema):
    """How much was changed in a revision, and when"""

    additions = optional(NumberSchema, "Number of things added to the music")
    deletions = optional(NumberSchema, "Number of things removed from the music")
    startDate = optional(DateTimeSchema, "Date and time of the first of these changes")
    endDate = optional(DateTimeSchema, "Date and time of the last of these changes")
