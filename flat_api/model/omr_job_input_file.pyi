"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from typing import Any, Self, overload

from ..configuration import Configuration
from ..schemas import DictSchema, Property, StrSchema, Unset

class OmrJobInputFile(DictSchema):
    """A file with pages of a score"""

    file: Property[StrSchema]
    """Content of the file in base64"""
    filename: Property[StrSchema]
    """Name of the file"""

    @overload
    def __init__(
        self,
        data: Mapping[str, Any],
        /,
        *,
        file: str = ...,
        filename: str | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        file: str,
        filename: str | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(self, *, file: str = ..., filename: str | Unset = ...) -> Self: ...
