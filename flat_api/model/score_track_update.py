"""The model `ScoreTrackUpdate`."""

from ..schemas import BoolSchema, DictSchema, StrSchema, list_of, optional
from .score_track_point import ScoreTrackPoint
from .score_track_purpose import ScoreTrackPurpose
from .score_track_state import ScoreTrackState


class ScoreTrackUpdate(DictSchema):
    """The changes to make to a track"""

    title = optional(StrSchema, "Name of the track as users see it")
    default = optional(BoolSchema, "True to have the score play this track unless another one is chosen")
    state = optional(ScoreTrackState)
    synchronizationPoints = optional(
        list_of(ScoreTrackPoint),
        "Points that tell which time of the recording goes with which measure",
    )
    purpose = optional(ScoreTrackPurpose)
