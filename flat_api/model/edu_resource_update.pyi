"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, Self

from ..configuration import Configuration
from ..schemas import DictSchema, Property, StrSchema, Unset
from .edu_resource_grades import EduResourceGrades
from .edu_resource_privacy import EduResourcePrivacy
from .edu_resource_subjects import EduResourceSubjects
from .grade import Grade
from .teaching_theme import TeachingTheme

class EduResourceUpdate(DictSchema):
    """The changes to make to a resource"""

    title: Property[StrSchema]
    """Name of the resource as users see it, from 1 to 1000 characters"""
    sharingDescription: Property[StrSchema]
    """Text that presents the resource to the teachers it is shared with, up to 400 characters"""
    sharingDescriptionHtml: Property[StrSchema]
    """The same text as HTML, up to 10,000 characters"""
    privacy: Property[EduResourcePrivacy]
    """Who can see a resource: its creator (`private`), everyone in the organization (`organizationPublic`), or everyone
    (`public`)
    """
    subjects: Property[EduResourceSubjects]
    """Subjects of music teaching that a resource is about"""
    grades: Property[EduResourceGrades]
    """School grades that a resource is made for"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        title: str | Unset = ...,
        sharingDescription: str | Unset = ...,
        sharingDescriptionHtml: str | Unset = ...,
        privacy: Literal["private", "organizationPublic", "public"] | EduResourcePrivacy | Unset = ...,
        subjects: Sequence[
            Literal[
                "composition",
                "music-theory",
                "general-music",
                "band",
                "choir",
                "orchestra",
                "jazz-ensemble",
                "music-technology",
                "other",
            ]
            | TeachingTheme
        ]
        | Unset = ...,
        grades: Sequence[Literal["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "university"] | Grade]
        | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        title: str | Unset = ...,
        sharingDescription: str | Unset = ...,
        sharingDescriptionHtml: str | Unset = ...,
        privacy: Literal["private", "organizationPublic", "public"] | EduResourcePrivacy | Unset = ...,
        subjects: Sequence[
            Literal[
                "composition",
                "music-theory",
                "general-music",
                "band",
                "choir",
                "orchestra",
                "jazz-ensemble",
                "music-technology",
                "other",
            ]
            | TeachingTheme
        ]
        | Unset = ...,
        grades: Sequence[Literal["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "university"] | Grade]
        | Unset = ...,
    ) -> Self: ...
