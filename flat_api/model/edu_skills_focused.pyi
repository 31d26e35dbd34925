"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from ..schemas import EnumBase, ListSchema, StrSchema, value

class EduSkillsFocusedItem(EnumBase, StrSchema):
    """A musical skill that a class can work on"""

    NOTATION = value("notation")
    SIGHTREADING = value("sight-reading")
    PERFORMANCEINSTRUMENTAL = value("performance-instrumental")
    EARTRAINING = value("ear-training")
    MUSICTHEORY = value("music-theory")
    COMPOSITION = value("composition")
    JAZZENSEMBLE = value("jazz-ensemble")
    MUSICTECHNOLOGY = value("music-technology")
    OTHER = value("other")

class EduSkillsFocused(ListSchema[EduSkillsFocusedItem]):
    """Musical skills that a class works on"""
