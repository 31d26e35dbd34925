"""The model `ScoreRevision`."""

from ..schemas import BoolSchema, DateTimeSchema, DictSchema, StrSchema, list_of, optional
from .score_revision_statistics import ScoreRevisionStatistics


class ScoreRevision(DictSchema):
    """A saved version of the music of a score"""

    id = optional(StrSchema, "Unique identifier of the revision")
    user = optional(StrSchema, "Unique identifier of the user who saved the revision")
    collaborators = optional(
        list_of(StrSchema),
        "Unique identifiers of the users who took part in the changes",
    )
    creationDate = optional(DateTimeSchema, "Date and time when the revision was created")
    event = optional(StrSchema, "Name of the event that led to the revision")
    description = optional(StrSchema, "Note left with the revision about what changed")
    autosave = optional(
        BoolSchema,
        "True when the revision was saved automatically, false when someone chose to",
    )
    statistics = optional(ScoreRevisionStatistics)
    score = optional(StrSchema, "Unique identifier of the score")
    date = optional(DateTimeSchema, "Date and time when the revision was created")
