"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Literal, Self

from ..configuration import Configuration
from ..schemas import BoolClass, BoolSchema, DateTimeSchema, DictSchema, ListSchema, Property, StrSchema, Unset
from .score_track_point import ScoreTrackPoint
from .score_track_purpose import ScoreTrackPurpose
from .score_track_state import ScoreTrackState
from .score_track_type import ScoreTrackType

class ScoreTrack(DictSchema):
    """An audio or video recording that plays along with a score"""

    id: Property[StrSchema]
    """Unique identifier of the track"""
    title: Property[StrSchema]
    """Name of the track as users see it"""
    score: Property[StrSchema]
    """Unique identifier of the score the track belongs to"""
    creator: Property[StrSchema]
    """Unique identifier of the user who added the track"""
    creationDate: Property[DateTimeSchema]
    """Date and time when the track was created"""
    modificationDate: Property[DateTimeSchema]
    """Date and time of the last change of the track"""
    default: Property[BoolSchema]
    """True when the score plays this track unless another one is chosen"""
    state: Property[ScoreTrackState]
    """How far a track has come: a `draft` (the default) is still being synchronized, a `completed` one is ready, a
    `deleted` one was removed
    """
    type: Property[ScoreTrackType]
    """What a track plays: an `audio` file, or a recording on SoundCloud, YouTube or Vimeo"""
    url: Property[StrSchema]
    """URL of the recording"""
    mediaId: Property[StrSchema]
    """Unique identifier of the recording on the platform that hosts it"""
    synchronizationPoints: Property[ListSchema[ScoreTrackPoint]]
    """Points that tell which time of the recording goes with which measure"""
    purpose: Property[ScoreTrackPurpose]
    """What a track is for: to play along with the score (`common`), or as the performance that a student hands in
    (`performanceSubmission`)
    """

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        id: str | Unset = ...,
        title: str | Unset = ...,
        score: str | Unset = ...,
        creator: str | Unset = ...,
        creationDate: str | datetime | Unset = ...,
        modificationDate: str | datetime | Unset = ...,
        default: bool | BoolClass | Unset = ...,
        state: Literal["draft", "completed", "deleted"] | ScoreTrackState | Unset = ...,
        type: Literal["audio", "soundcloud", "youtube", "vimeo"] | ScoreTrackType | Unset = ...,
        url: str | Unset = ...,
        mediaId: str | Unset = ...,
        synchronizationPoints: Sequence[ScoreTrackPoint | Mapping[str, Any]] | Unset = ...,
        purpose: Literal["common", "performanceSubmission"] | ScoreTrackPurpose | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        id: str | Unset = ...,
        title: str | Unset = ...,
        score: str | Unset = ...,
        creator: str | Unset = ...,
        creationDate: str | datetime | Unset = ...,
        modificationDate: str | datetime | Unset = ...,
        default: bool | BoolClass | Unset = ...,
        state: Literal["draft", "completed", "deleted"] | ScoreTrackState | Unset = ...,
        type: Literal["audio", "soundcloud", "youtube", "vimeo"] | ScoreTrackType | Unset = ...,
        url: str | Unset = ...,
        mediaId: str | Unset = ...,
        synchronizationPoints: Sequence[ScoreTrackPoint | Mapping[str, Any]] | Unset = ...,
        purpose: Literal["common", "performanceSubmission"] | ScoreTrackPurpose | Unset = ...,
    ) -> Self: ...
