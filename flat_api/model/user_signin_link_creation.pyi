"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from typing import Any, Self

from ..configuration import Configuration
from ..schemas import DictSchema, Property, StrSchema, Unset

class UserSigninLinkCreation(DictSchema):
    """Options for a sign-in link"""

    destinationPath: Property[StrSchema]
    """Path on the Flat website to go to once signed in, `/` by default"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        destinationPath: str | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(self, *, destinationPath: str | Unset = ...) -> Self: ...
