"""The model `EduResourceSubjects`."""

from ..schemas import ListSchema
from .teaching_theme import TeachingTheme


class EduResourceSubjects(ListSchema[TeachingTheme]):
    """Subjects of music teaching that a resource is about"""
