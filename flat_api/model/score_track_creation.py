"""The model `ScoreTrackCreation`."""

from ..schemas import BoolSchema, DictSchema, StrSchema, list_of, optional
from .score_track_point import ScoreTrackPoint
from .score_track_purpose import ScoreTrackPurpose
from .score_track_state import ScoreTrackState


class ScoreTrackCreation(DictSchema):
    """A track to add to a score"""

    title = optional(StrSchema, "Name of the track as users see it")
    default = optional(BoolSchema, "True to have the score play this track unless another one is chosen")
    state = optional(ScoreTrackState)
    url = optional(
        StrSchema,
        "URL of the recording: an audio file, or a page on SoundCloud, YouTube or Vimeo",
    )
    synchronizationPoints = optional(
        list_of(ScoreTrackPoint),
        "Points that tell which time of the recording goes with which measure",
    )
    purpose = optional(ScoreTrackPurpose)
