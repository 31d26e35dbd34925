"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from ..schemas import ListSchema
from .teaching_theme import TeachingTheme

class EduResourceSubjects(ListSchema[TeachingTheme]):
    """Subjects of music teaching that a resource is about"""
