"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from typing import Any, Self

from ..configuration import Configuration
from ..schemas import DictSchema, Property, StrSchema, Unset

class ScoreSource(DictSchema):
    """Where to import a score from, other than from the data of the request"""

    googleDrive: Property[StrSchema]
    """Unique identifier of the file in Google Drive to import"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        googleDrive: str | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(self, *, googleDrive: str | Unset = ...) -> Self: ...
