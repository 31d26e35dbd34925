"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from typing import Any, Self, overload

from ..configuration import Configuration
from ..schemas import DictSchema, Property, StrSchema

class OmrLocaleDetails(DictSchema):
    """A language that the text in a score can be read in"""

    code: Property[StrSchema]
    """Code of the language (e.g. `en`)"""
    name: Property[StrSchema]
    """Name of the language"""

    @overload
    def __init__(
        self,
        data: Mapping[str, Any],
        /,
        *,
        code: str = ...,
        name: str = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    @overload
    def __init__(self, *, code: str, name: str, _configuration: Configuration | None = ...) -> None: ...
    def replace(self, *, code: str = ..., name: str = ...) -> Self: ...
