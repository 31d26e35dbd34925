"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from typing import Any, Self

from ..configuration import Configuration
from ..schemas import DictSchema, NoneClass, NoneSchema, Property, StrSchema, Unset

class GoogleClassroomCoursework(DictSchema):
    """The assignment as Google Classroom knows it, which calls it a coursework"""

    id: Property[StrSchema]
    """Unique identifier of the coursework in Google Classroom"""
    state: Property[StrSchema]
    """State of the coursework, in the words of Google Classroom"""
    alternateLink: Property[StrSchema]
    """URL of the coursework in Google Classroom"""
    topicId: Property[StrSchema | NoneSchema]
    """Unique identifier of the Google Classroom topic that holds the assignment, null for none"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        id: str | Unset = ...,
        state: str | Unset = ...,
        alternateLink: str | Unset = ...,
        topicId: str | NoneClass | Unset | None = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        id: str | Unset = ...,
        state: str | Unset = ...,
        alternateLink: str | Unset = ...,
        topicId: str | NoneClass | Unset | None = ...,
    ) -> Self: ...
