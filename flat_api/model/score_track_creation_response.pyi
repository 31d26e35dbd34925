"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from typing import Any, Self, overload

from ..configuration import Configuration
from ..schemas import DictSchema, Property
from .score_track import ScoreTrack

class ScoreTrackCreationResponse(DictSchema):
    """What the API answers when a track was added to a score"""

    track: Property[ScoreTrack]
    """An audio or video recording that plays along with a score"""

    @overload
    def __init__(
        self,
        data: Mapping[str, Any],
        /,
        *,
        track: ScoreTrack | Mapping[str, Any] = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        track: ScoreTrack | Mapping[str, Any],
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(self, *, track: ScoreTrack | Mapping[str, Any] = ...) -> Self: ...
