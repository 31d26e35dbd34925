"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping, Sequence
from typing import Any, Self, overload

from ..configuration import Configuration
from ..schemas import DictSchema, ListSchema, Property, StrSchema, Unset

class AssignmentGroup(DictSchema):
    """A group of students who work on an assignment together"""

    id: Property[StrSchema]
    """Unique identifier of the group"""
    name: Property[StrSchema]
    """Name of the group as users see it"""
    members: Property[ListSchema[StrSchema]]
    """Unique identifiers of the students in the group"""
    parent: Property[StrSchema]
    """Unique identifier of the class group that this group was made from, if any"""

    @overload
    def __init__(
        self,
        data: Mapping[str, Any],
        /,
        *,
        id: str = ...,
        name: str = ...,
        members: Sequence[str] = ...,
        parent: str | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        id: str,
        name: str,
        members: Sequence[str],
        parent: str | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        id: str = ...,
        name: str = ...,
        members: Sequence[str] = ...,
        parent: str | Unset = ...,
    ) -> Self: ...
