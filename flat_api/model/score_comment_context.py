"""The model `ScoreCommentContext`."""

from ..schemas import DictSchema, NumberSchema, StrSchema, list_of, optional, required


class ScoreCommentContext(DictSchema):
    """The place in the music that an inline comment is on: a passage of one part"""

    partUuid = required(StrSchema, "UUID of the part")
    measureUuids = required(list_of(StrSchema), "UUIDs of the measures that the passage covers")
    startTimePos = required(
        NumberSchema,
        "Position where the passage starts in its first measure, counted in divisions (see `startDpq`)",
    )
    stopTimePos = required(
        NumberSchema,
        "Position where the passage stops in its last measure, counted in divisions (see `stopDpq`)",
    )
    startDpq = required(NumberSchema, "Divisions per quarter note, i.e. the resolution of `startTimePos`")
    stopDpq = required(NumberSchema, "Divisions per quarter note, i.e. the resolution of `stopTimePos`")
    staffIdx = optional(NumberSchema, "Index of the staff within the part")
    staffUuid = optional(StrSchema, "UUID of the staff within the part")
