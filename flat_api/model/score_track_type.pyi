"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from ..schemas import EnumBase, StrSchema, value

class ScoreTrackType(EnumBase, StrSchema):
    """What a track plays: an `audio` file, or a recording on SoundCloud, YouTube or Vimeo"""

    AUDIO = value("audio")
    SOUNDCLOUD = value("soundcloud")
    YOUTUBE = value("youtube")
    VIMEO = value("vimeo")
