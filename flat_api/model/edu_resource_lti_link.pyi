"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from typing import Any, Self, overload

from ..configuration import Configuration
from ..schemas import DictSchema, Property, StrSchema

class EduResourceLtiLink(DictSchema):
    """The link by which an LTI platform opens a resource"""

    ltiUrl: Property[StrSchema]
    """LTI launch URL of the resource"""

    @overload
    def __init__(
        self,
        data: Mapping[str, Any],
        /,
        *,
        ltiUrl: str = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    @overload
    def __init__(self, *, ltiUrl: str, _configuration: Configuration | None = ...) -> None: ...
    def replace(self, *, ltiUrl: str = ...) -> Self: ...
