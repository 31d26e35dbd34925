"""The model `ScoreTrack`."""

from ..schemas import BoolSchema, DateTimeSchema, DictSchema, StrSchema, list_of, optional
from .score_track_point import ScoreTrackPoint
from .score_track_purpose import ScoreTrackPurpose
from .score_track_state import ScoreTrackState
from .score_track_type import ScoreTrackType


class ScoreTrack(DictSchema):
    """An audio or video recording that plays along with a score"""

    id = optional(StrSchema, "Unique identifier of the track")
    title = optional(StrSchema, "Name of the track as users see it")
    score = optional(StrSchema, "Unique identifier of the score the track belongs to")
    creator = optional(StrSchema, "Unique identifier of the user who added the track")
    creationDate = optional(DateTimeSchema, "Date and time when the track was created")
    modificationDate = optional(DateTimeSchema, "Date and time of the last change of the track")
    default = optional(BoolSchema, "True when the score plays this track unless another one is chosen")
    state = optional(ScoreTrackState)
    type = optional(ScoreTrackType)
    url = optional(StrSchema, "URL of the recording")
    mediaId = optional(StrSchema, "Unique identifier of the recording on the platform that hosts it")
    synchronizationPoints = optional(
        list_of(ScoreTrackPoint),
        "Points that tell which time of the recording goes with which measure",
    )
    purpose = optional(ScoreTrackPurpose)
