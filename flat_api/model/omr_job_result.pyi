"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping, Sequence
from typing import Any, Self

from ..configuration import Configuration
from ..schemas import DictSchema, ListSchema, Property, StrSchema, Unset

class OmrJobResult(DictSchema):
    """What a finished job has made"""

    score: Property[StrSchema]
    """Unique identifier of the score in the library"""
    exports: Property[ListSchema[StrSchema]]
    """Formats in which the result can be downloaded"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        score: str | Unset = ...,
        exports: Sequence[str] | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(self, *, score: str | Unset = ..., exports: Sequence[str] | Unset = ...) -> Self: ...
