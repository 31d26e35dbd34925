"""The model `ScoreTrackPoint`."""

from ..schemas import DictSchema, EnumBase, NumberSchema, StrSchema, UUIDSchema, optional, required, value


class ScoreTrackPoint(DictSchema):
    """A moment of a recording, tied to a place in the score"""

    class Type(EnumBase, StrSchema):
        """What the moment is tied to: the start of a `measure`, or the `end` of the music"""

        MEASURE = value("measure")
        END = value("end")

    type = required(Type)
    time = required(NumberSchema, "Time in the recording, in seconds")
    measureUuid = optional(UUIDSchema, "UUID of the measure; only for points of type `measure`")
