"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from ..schemas import EnumBase, StrSchema, value

class TeachingTheme(EnumBase, StrSchema):
    """Subject of music teaching"""

    COMPOSITION = value("composition")
    MUSIC_THEORY = value("music-theory")
    GENERAL_MUSIC = value("general-music")
    BAND = value("band")
    CHOIR = value("choir")
    ORCHESTRA = value("orchestra")
    JAZZ_ENSEMBLE = value("jazz-ensemble")
    MUSIC_TECHNOLOGY = value("music-technology")
    OTHER = value("other")
