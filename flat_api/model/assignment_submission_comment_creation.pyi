"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from typing import Any, Self, overload

from ..configuration import Configuration
from ..schemas import DictSchema, Property, StrSchema

class AssignmentSubmissionCommentCreation(DictSchema):
    """A comment to write on a submission, or the new text of an existing one"""

    comment: Property[StrSchema]
    """Text of the comment"""

    @overload
    def __init__(
        self,
        data: Mapping[str, Any],
        /,
        *,
        comment: str = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    @overload
    def __init__(self, *, comment: str, _configuration: Configuration | None = ...) -> None: ...
    def replace(self, *, comment: str = ...) -> Self: ...
