"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from typing import Any, Self

from ..configuration import Configuration
from ..schemas import DictSchema, Property, StrSchema, Unset

class MicrosoftGraphSubmission(DictSchema):
    """The submission as Microsoft Teams knows it"""

    id: Property[StrSchema]
    """Unique identifier of the submission in Microsoft Graph"""
    state: Property[StrSchema]
    """State of the submission, in the words of Microsoft Graph"""
    alternateLink: Property[StrSchema]
    """URL of the submission in Microsoft Teams"""

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
