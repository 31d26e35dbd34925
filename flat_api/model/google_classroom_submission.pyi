"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from typing import Any, Self

from ..configuration import Configuration
from ..schemas import DictSchema, Property, StrSchema, Unset

class GoogleClassroomSubmission(DictSchema):
    """The submission as Google Classroom knows it"""

    id: Property[StrSchema]
    """Unique identifier of the submission in Google Classroom"""
    state: Property[StrSchema]
    """State of the submission, in the words of Google Classroom"""
    alternateLink: Property[StrSchema]
    """URL of the submission in Google Classroom"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        id: str | Unset = ...,
        state: str | Unset = ...,
        alternateLink: str | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(self, *, id: str | Unset = ..., state: str | Unset = ..., alternateLink: str | Unset = ...) -> Self: ...
