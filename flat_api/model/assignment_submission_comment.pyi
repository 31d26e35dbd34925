"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from ..configuration import Configuration
from ..schemas import BoolClass, BoolSchema, DateTimeSchema, DictSchema, Property, StrSchema, Unset

class AssignmentSubmissionComment(DictSchema):
    """A message written about a submission"""

    id: Property[StrSchema]
    """Unique identifier of the comment"""
    user: Property[StrSchema]
    """Unique identifier of the user who wrote the comment"""
    submission: Property[StrSchema]
    """Unique identifier of the submission the comment is about"""
    date: Property[DateTimeSchema]
    """Date and time when the comment was written"""
    modificationDate: Property[DateTimeSchema]
    """Date and time of the last change of the comment"""
    comment: Property[StrSchema]
    """Text of the comment"""
    unread: Property[BoolSchema]
    """True when the current user has not read the comment yet"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        id: str | Unset = ...,
        user: str | Unset = ...,
        submission: str | Unset = ...,
        date: str | datetime | Unset = ...,
        modificationDate: str | datetime | Unset = ...,
        comment: str | Unset = ...,
        unread: bool | BoolClass | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        id: str | Unset = ...,
        user: str | Unset = ...,
        submission: str | Unset = ...,
        date: str | datetime | Unset = ...,
        modificationDate: str | datetime | Unset = ...,
        comment: str | Unset = ...,
        unread: bool | BoolClass | Unset = ...,
    ) -> Self: ...
