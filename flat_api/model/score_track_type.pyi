"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from typing import ClassVar

from ..schemas import EnumBase, StrSchema

class ScoreTrackType(EnumBase, StrSchema):
    """What a track plays: an `audio` file, or a recording on SoundCloud, YouTube or Vimeo"""

    AUDIO: ClassVar[ScoreTrackType]
    SOUNDCLOUD: ClassVar[ScoreTrackType]
    YOUTUBE: ClassVar[ScoreTrackType]
    VIMEO: ClassVar[ScoreTrackType]
