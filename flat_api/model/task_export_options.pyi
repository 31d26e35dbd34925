"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping, Sequence
from typing import Any, Self

from ..configuration import Configuration
from ..schemas import DictSchema, ListSchema, Property, StrSchema, Unset

class TaskExportOptions(DictSchema):
    """Options for the export of a score by a task"""

    parts: Property[ListSchema[StrSchema]]
    """UUIDs of the parts to export; left out for the whole score"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        parts: Sequence[str] | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(self, *, parts: Sequence[str] | Unset = ...) -> Self: ...
