"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from typing import Any, Literal, Self

from ..configuration import Configuration
from ..schemas import DictSchema, Property, Unset
from .assignment_type import AssignmentType

class EduResourceAssignmentCreation(DictSchema):
    """The assignment to create in a new resource of a library"""

    type: Property[AssignmentType]
    """Work asked of the students: a `newScore` to write, a `scoreTemplate` to start from, a score to write together
    (`sharedWriting`), a `worksheet` of exercises, one with text only (`worksheetText`), a `performance`, or `none`
    of these
    """

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        type: Literal["none", "newScore", "scoreTemplate", "sharedWriting", "worksheet", "worksheetText", "performance"]
        | AssignmentType
        | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        type: Literal["none", "newScore", "scoreTemplate", "sharedWriting", "worksheet", "worksheetText", "performance"]
        | AssignmentType
        | Unset = ...,
    ) -> Self: ...
