"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from typing import ClassVar

from ..schemas import EnumBase, ListSchema, StrSchema

class EduSkillsFocusedItem(EnumBase, StrSchema):
    """A musical skill that a class can work on"""

    NOTATION: ClassVar[EduSkillsFocusedItem]
    SIGHTREADING: ClassVar[EduSkillsFocusedItem]
    PERFORMANCEINSTRUMENTAL: ClassVar[EduSkillsFocusedItem]
    EARTRAINING: ClassVar[EduSkillsFocusedItem]
    MUSICTHEORY: ClassVar[EduSkillsFocusedItem]
    COMPOSITION: ClassVar[EduSkillsFocusedItem]
    JAZZENSEMBLE: ClassVar[EduSkillsFocusedItem]
    MUSICTECHNOLOGY: ClassVar[EduSkillsFocusedItem]
    OTHER: ClassVar[EduSkillsFocusedItem]

class EduSkillsFocused(ListSchema[EduSkillsFocusedItem]):
    """Musical skills that a class works on"""
