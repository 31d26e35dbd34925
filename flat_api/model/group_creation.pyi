"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, Self, overload

from ..configuration import Configuration
from ..schemas import DictSchema, EnumBase, ListSchema, Property, StrSchema, Unset, value

class GroupCreation(DictSchema):
    """A group of users to create"""

    class Type(EnumBase, StrSchema):
        """Kind of group: `classStudentsSubGroup`, some of the students of a class"""

        CLASS_STUDENTS_SUB_GROUP = value("classStudentsSubGroup")

    type: Property[GroupCreation.Type]
    """Kind of group: `classStudentsSubGroup`, some of the students of a class"""
    classroom: Property[StrSchema]
    """Unique identifier of the class that the students are in"""
    name: Property[StrSchema]
    """Name of the group as users will see it"""
    members: Property[ListSchema[StrSchema]]
    """Unique identifiers of the students to put into the group"""

    @overload
    def __init__(
        self,
        data: Mapping[str, Any],
        /,
        *,
        type: Literal["classStudentsSubGroup"] | GroupCreation.Type = ...,
        classroom: str = ...,
        name: str | Unset = ...,
        members: Sequence[str] | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        type: Literal["classStudentsSubGroup"] | GroupCreation.Type,
        classroom: str,
        name: str | Unset = ...,
        members: Sequence[str] | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        type: Literal["classStudentsSubGroup"] | GroupCreation.Type = ...,
        classroom: str = ...,
        name: str | Unset = ...,
        members: Sequence[str] | Unset = ...,
    ) -> Self: ...
