"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal, Self

from ..configuration import Configuration
from ..schemas import (
    BoolClass,
    BoolSchema,
    DateTimeSchema,
    DictSchema,
    ListSchema,
    NumberSchema,
    Property,
    StrSchema,
    Unset,
)
from .group_type import GroupType

class GroupDetails(DictSchema):
    """A set of users, such as the students of a class"""

    id: Property[StrSchema]
    """Unique identifier of the group"""
    name: Property[StrSchema]
    """Name of the group as users see it"""
    type: Property[GroupType]
    """Kind of group: `classTeachers` and `classStudents` go with a class, `classStudentsSubGroup` is some of its
    students, `assignmentStudentsSubGroup` works on an assignment together, `generic` is any other
    """
    organization: Property[StrSchema]
    """Unique identifier of the organization the group belongs to"""
    creationDate: Property[DateTimeSchema]
    """Date and time when the group was created"""
    usersCount: Property[NumberSchema]
    """Number of users in the group"""
    readOnly: Property[BoolSchema]
    """True when the group cannot be changed"""
    classroom: Property[StrSchema]
    """Unique identifier of the class of the group, for the groups of a class"""
    assignment: Property[StrSchema]
    """Unique identifier of the assignment that the group works on, for the groups of an assignment"""
    parent: Property[StrSchema]
    """Unique identifier of the group that this one was made from, if any"""
    tags: Property[ListSchema[StrSchema]]
    """Keywords given to the group"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        id: str | Unset = ...,
        name: str | Unset = ...,
        type: Literal[
            "generic",
            "classTeachers",
            "classStudents",
            "classStudentsSubGroup",
            "assignmentStudentsSubGroup",
        ]
        | GroupType
        | Unset = ...,
        organization: str | Unset = ...,
        creationDate: str | datetime | Unset = ...,
        usersCount: float | Decimal | Unset = ...,
        readOnly: bool | BoolClass | Unset = ...,
        classroom: str | Unset = ...,
        assignment: str | Unset = ...,
        parent: str | Unset = ...,
        tags: Sequence[str] | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        id: str | Unset = ...,
        name: str | Unset = ...,
        type: Literal[
            "generic",
            "classTeachers",
            "classStudents",
            "classStudentsSubGroup",
            "assignmentStudentsSubGroup",
        ]
        | GroupType
        | Unset = ...,
        organization: str | Unset = ...,
        creationDate: str | datetime | Unset = ...,
        usersCount: float | Decimal | Unset = ...,
        readOnly: bool | BoolClass | Unset = ...,
        classroom: str | Unset = ...,
        assignment: str | Unset = ...,
        parent: str | Unset = ...,
        tags: Sequence[str] | Unset = ...,
    ) -> Self: ...
