"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from typing import Any, Self, overload

from ..configuration import Configuration
from ..schemas import DictSchema, Property, StrSchema

class EduResourceCopy(DictSchema):
    """Where to copy a resource"""

    destination: Property[StrSchema]
    """Unique identifier of the library folder that gets the copy"""

    @overload
    def __init__(
        self,
        data: Mapping[str, Any],
        /,
        *,
        destination: str = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    @overload
    def __init__(self, *, destination: str, _configuration: Configuration | None = ...) -> None: ...
    def replace(self, *, destination: str = ...) -> Self: ...
