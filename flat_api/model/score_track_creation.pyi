"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, Self

from ..configuration import Configuration
from ..schemas import BoolClass, BoolSchema, DictSchema, ListSchema, Property, StrSchema, Unset
from .score_track_point import ScoreTrackPoint
from .score_track_purpose import ScoreTrackPurpose
from .score_track_state import ScoreTrackState

class ScoreTrackCreation(DictSchema):
    """A track to add to a score"""

    title: Property[StrSchema]
    """Name of the track as users see it"""
    default: Property[BoolSchema]
    """True to have the score play this track unless another one is chosen"""
    state: Property[ScoreTrackState]
    """How far a track has come: a `draft` (the default) is still being synchronized, a `completed` one is ready, a
    `deleted` one was removed
    """
    url: Property[StrSchema]
    """URL of the recording: an audio file, or a page on SoundCloud, YouTube or Vimeo"""
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
        title: str | Unset = ...,
        default: bool | BoolClass | Unset = ...,
        state: Literal["draft", "completed", "deleted"] | ScoreTrackState | Unset = ...,
        url: str | Unset = ...,
        synchronizationPoints: Sequence[ScoreTrackPoint | Mapping[str, Any]] | Unset = ...,
        purpose: Literal["common", "performanceSubmission"] | ScoreTrackPurpose | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        title: str | Unset = ...,
        default: bool | BoolClass | Unset = ...,
        state: Literal["draft", "completed", "deleted"] | ScoreTrackState | Unset = ...,
        url: str | Unset = ...,
        synchronizationPoints: Sequence[ScoreTrackPoint | Mapping[str, Any]] | Unset = ...,
        purpose: Literal["common", "performanceSubmission"] | ScoreTrackPurpose | Unset = ...,
    ) -> Self: ...
