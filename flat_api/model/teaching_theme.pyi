"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from typing import ClassVar

from ..schemas import EnumBase, StrSchema

class TeachingTheme(EnumBase, StrSchema):
    """Subject of music teaching"""

    COMPOSITION: ClassVar[TeachingTheme]
    MUSIC_THEORY: ClassVar[TeachingTheme]
    GENERAL_MUSIC: ClassVar[TeachingTheme]
    BAND: ClassVar[TeachingTheme]
    CHOIR: ClassVar[TeachingTheme]
    ORCHESTRA: ClassVar[TeachingTheme]
    JAZZ_ENSEMBLE: ClassVar[TeachingTheme]
    MUSIC_TECHNOLOGY: ClassVar[TeachingTheme]
    OTHER: ClassVar[TeachingTheme]
