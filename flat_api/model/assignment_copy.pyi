"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from ..configuration import Configuration
from ..schemas import BoolClass, BoolSchema, DateTimeSchema, DictSchema, Property, StrSchema, Unset

class AssignmentCopy(DictSchema):
    """Where to copy an assignment: to a class or to a resource library"""

    classroom: Property[StrSchema]
    """Unique identifier of the class that gets the copy"""
    assignment: Property[StrSchema]
    """Unique identifier of an assignment of that class to fill instead of creating one"""
    scheduledDate: Property[DateTimeSchema]
    """Date and time when the copy is to be published, e.g. `2024-09-02T08:00:00Z`"""
    libraryParent: Property[StrSchema]
    """Unique identifier of the library folder that gets the copy"""
    verifyIfNotAlreadyInResourceLibrary: Property[BoolSchema]
    """True to get an error, and no second copy, when the library has the assignment already"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        classroom: str | Unset = ...,
        assignment: str | Unset = ...,
        scheduledDate: str | datetime | Unset = ...,
        libraryParent: str | Unset = ...,
        verifyIfNotAlreadyInResourceLibrary: bool | BoolClass | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        classroom: str | Unset = ...,
        assignment: str | Unset = ...,
        scheduledDate: str | datetime | Unset = ...,
        libraryParent: str | Unset = ...,
        verifyIfNotAlreadyInResourceLibrary: bool | BoolClass | Unset = ...,
    ) -> Self: ...
