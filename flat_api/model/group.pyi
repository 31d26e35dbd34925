"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal, Self

from ..configuration import Configuration
from ..schemas import (
    BoolClass,
    BoolSchema,
    DateTimeSchema,
    DictSchema,
    EnumBase,
    NumberSchema,
    Property,
    StrSchema,
    Unset,
    value,
)

class Group(DictSchema):
    """A set of users with whom resources can be shared"""

    class Type(EnumBase, StrSchema):
        """Kind of group: `classTeachers` and `classStudents` go with a class, `classStudentsSubGroup` is some of
        its students, `assignmentStudentsSubGroup` works on an assignment together, `generic` is any other
        """

        GENERIC = value("generic")
        CLASS_TEACHERS = value("classTeachers")
        CLASS_STUDENTS = value("classStudents")
        CLASS_STUDENTS_SUB_GROUP = value("classStudentsSubGroup")
        ASSIGNMENT_STUDENTS_SUB_GROUP = value("assignmentStudentsSubGroup")

    id: Property[StrSchema]
    """Unique identifier of the group"""
    name: Property[StrSchema]
    """Name of the group as users see it"""
    type: Property[Group.Type]
    """Kind of group: `classTeachers` and `classStudents` go with a class, `classStudentsSubGroup` is some of its
    students, `assignmentStudentsSubGroup` works on an assignment together, `generic` is any other
    """
    usersCount: Property[NumberSchema]
    """Number of users in the group"""
    readOnly: Property[BoolSchema]
    """True when the group cannot be changed"""
    organization: Property[StrSchema]
    """Unique identifier of the organization the group belongs to"""
    creationDate: Property[DateTimeSchema]
    """Date and time when the group was created"""

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
        | Group.Type
        | Unset = ...,
        usersCount: float | Decimal | Unset = ...,
        readOnly: bool | BoolClass | Unset = ...,
        organization: str | Unset = ...,
        creationDate: str | datetime | Unset = ...,
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
        | Group.Type
        | Unset = ...,
        usersCount: float | Decimal | Unset = ...,
        readOnly: bool | BoolClass | Unset = ...,
        organization: str | Unset = ...,
        creationDate: str | datetime | Unset = ...,
    ) -> Self: ...
