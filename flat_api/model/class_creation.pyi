"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal, Self, overload

from ..configuration import Configuration
from ..schemas import DictSchema, NoneClass, NoneSchema, NumberSchema, Property, StrSchema, Unset
from .class_grade_level import ClassGradeLevel
from .edu_skills_focused import EduSkillsFocused, EduSkillsFocusedItem

class ClassCreation(DictSchema):
    """A class to create"""

    name: Property[StrSchema]
    """Name of the class as its members see it, up to 255 characters"""
    section: Property[StrSchema]
    """Which of several classes alike this one is, such as a period or a group, up to 255 characters"""
    level: Property[ClassGradeLevel]
    """School level of the students of a class, from `elementary` to `university`"""
    skillsFocused: Property[EduSkillsFocused]
    """Musical skills that a class works on"""
    size: Property[NumberSchema | NoneSchema]
    """Number of students the class is meant for, 0 or more; null when not known"""

    @overload
    def __init__(
        self,
        data: Mapping[str, Any],
        /,
        *,
        name: str = ...,
        section: str | Unset = ...,
        level: Literal["elementary", "middle", "high", "university", "other"] | ClassGradeLevel | Unset = ...,
        skillsFocused: Sequence[
            Literal[
                "notation",
                "sight-reading",
                "performance-instrumental",
                "ear-training",
                "music-theory",
                "composition",
                "jazz-ensemble",
                "music-technology",
                "other",
            ]
            | EduSkillsFocusedItem
        ]
        | Unset = ...,
        size: float | Decimal | NoneClass | Unset | None = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        name: str,
        section: str | Unset = ...,
        level: Literal["elementary", "middle", "high", "university", "other"] | ClassGradeLevel | Unset = ...,
        skillsFocused: Sequence[
            Literal[
                "notation",
                "sight-reading",
                "performance-instrumental",
                "ear-training",
                "music-theory",
                "composition",
                "jazz-ensemble",
                "music-technology",
                "other",
            ]
            | EduSkillsFocusedItem
        ]
        | Unset = ...,
        size: float | Decimal | NoneClass | Unset | None = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        name: str = ...,
        section: str | Unset = ...,
        level: Literal["elementary", "middle", "high", "university", "other"] | ClassGradeLevel | Unset = ...,
        skillsFocused: Sequence[
            Literal[
                "notation",
                "sight-reading",
                "performance-instrumental",
                "ear-training",
                "music-theory",
                "composition",
                "jazz-ensemble",
                "music-technology",
                "other",
            ]
            | EduSkillsFocusedItem
        ]
        | Unset = ...,
        size: float | Decimal | NoneClass | Unset | None = ...,
    ) -> Self: ...
