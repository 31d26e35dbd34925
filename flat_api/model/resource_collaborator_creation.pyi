"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from typing import Any, Self

from ..configuration import Configuration
from ..schemas import BoolClass, BoolSchema, DictSchema, Property, StrSchema, Unset

class ResourceCollaboratorCreation(DictSchema):
    """A collaborator to add to a score, given by one of `user`, `group`, `userEmail` and `userToken`"""

    user: Property[StrSchema]
    """Unique identifier of the user to add"""
    group: Property[StrSchema]
    """Unique identifier of the group to add"""
    userEmail: Property[StrSchema]
    """Email address of the person to add"""
    userToken: Property[StrSchema]
    """Token that stands for the user to add, instead of an identifier or an email address"""
    aclRead: Property[BoolSchema]
    """True (the default) to let the collaborator view the score"""
    aclWrite: Property[BoolSchema]
    """True to let the collaborator edit the score; false by default"""
    aclAdmin: Property[BoolSchema]
    """True to let the collaborator manage the score, including who has access to it; false by default"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        user: str | Unset = ...,
        group: str | Unset = ...,
        userEmail: str | Unset = ...,
        userToken: str | Unset = ...,
        aclRead: bool | BoolClass | Unset = ...,
        aclWrite: bool | BoolClass | Unset = ...,
        aclAdmin: bool | BoolClass | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        user: str | Unset = ...,
        group: str | Unset = ...,
        userEmail: str | Unset = ...,
        userToken: str | Unset = ...,
        aclRead: bool | BoolClass | Unset = ...,
        aclWrite: bool | BoolClass | Unset = ...,
        aclAdmin: bool | BoolClass | Unset = ...,
    ) -> Self: ...
