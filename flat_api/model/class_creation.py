"""The model `ClassCreation`."""

from ..schemas import DictSchema, NumberSchema, StrSchema, nullable, optional, required
from .class_grade_level import ClassGradeLevel
from .edu_skills_focused import EduSkillsFocused


class ClassCreation(DictSchema):
    """A class to create"""

    name = required(
        StrSchema.where(max_length=255),
        "Name of the class as its members see it, up to 255 characters",
    )
    section = optional(
        StrSchema.where(max_length=255),
        "Which of several classes alike this one is, such as a period or a group, up to 255 characters",
    )
    level = optional(ClassGradeLevel)
    skillsFocused = optional(EduSkillsFocused)
    size = optional(
        nullable(NumberSchema.where(minimum=0)),
        "Number of students the class is meant for, 0 or more; null when not known",
    )
