"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from typing import Any, Self, overload

from ..configuration import Configuration
from ..schemas import DictSchema, Property, StrSchema, Unset

class EduResourceUseInClass(DictSchema):
    """The class in which to use the assignment of a resource"""

    classroom: Property[StrSchema]
    """Unique identifier of the class that gets the assignment"""
    assignment: Property[StrSchema]
    """Unique identifier of an assignment of that class to fill instead of creating one"""

    @overload
    def __init__(
        self,
        data: Mapping[str, Any],
        /,
        *,
        classroom: str = ...,
        assignment: str | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        classroom: str,
        assignment: str | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(self, *, classroom: str = ..., assignment: str | Unset = ...) -> Self: ...
