"""The model `ScoreTrackCreationResponse`."""

from ..schemas import DictSchema, required
from .score_track import ScoreTrack


class ScoreTrackCreationResponse(DictSchema):
    """What the API answers when a track was added to a score"""

    track = required(ScoreTrack)
