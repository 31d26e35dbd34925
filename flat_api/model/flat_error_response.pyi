"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from typing import Any, Self, overload

from ..configuration import Configuration
from ..schemas import DictSchema, Property, StrSchema, Unset

class FlatErrorResponse(DictSchema):
    """The error the API answers with when it cannot do what was asked"""

    code: Property[StrSchema]
    """Short name of the error, for programs to tell errors apart"""
    message: Property[StrSchema]
    """Explanation of the error, for people"""
    id: Property[StrSchema]
    """Unique identifier of this occurrence of the error"""
    param: Property[StrSchema]
    """Name of the request parameter the error is about"""
    providerMessage: Property[StrSchema]
    """What another service, such as a learning management system, said of the error"""

    @overload
    def __init__(
        self,
        data: Mapping[str, Any],
        /,
        *,
        code: str = ...,
        message: str = ...,
        id: str | Unset = ...,
        param: str | Unset = ...,
        providerMessage: str | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        code: str,
        message: str,
        id: str | Unset = ...,
        param: str | Unset = ...,
        providerMessage: str | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        code: str = ...,
        message: str = ...,
        id: str | Unset = ...,
        param: str | Unset = ...,
        providerMessage: str | Unset = ...,
    ) -> Self: ...
