"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from typing import Any, Literal, Self

from ..configuration import Configuration
from ..schemas import BoolClass, BoolSchema, DictSchema, EnumBase, Property, StrSchema, Unset, value

class ResourceRights(DictSchema):
    """What the current user is allowed to do with a score or a collection"""

    class CollaboratorType(EnumBase, StrSchema):
        """What the rights come from: being the `owner`, or being given to the `user` or to a `group` of
        theirs
        """

        OWNER = value("owner")
        USER = value("user")
        GROUP = value("group")

    aclRead: Property[BoolSchema]
    """True when the current user can view the score or collection"""
    aclWrite: Property[BoolSchema]
    """True when the current user can edit the score or collection"""
    aclAdmin: Property[BoolSchema]
    """True when the current user can manage the score or collection, including who has access to it"""
    isCollaborator: Property[BoolSchema]
    """True when the rights were given explicitly, by adding the current user as a collaborator"""
    collaboratorType: Property[ResourceRights.CollaboratorType]
    """What the rights come from: being the `owner`, or being given to the `user` or to a `group` of theirs"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        aclRead: bool | BoolClass | Unset = ...,
        aclWrite: bool | BoolClass | Unset = ...,
        aclAdmin: bool | BoolClass | Unset = ...,
        isCollaborator: bool | BoolClass | Unset = ...,
        collaboratorType: Literal["owner", "user", "group"] | ResourceRights.CollaboratorType | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        aclRead: bool | BoolClass | Unset = ...,
        aclWrite: bool | BoolClass | Unset = ...,
        aclAdmin: bool | BoolClass | Unset = ...,
        isCollaborator: bool | BoolClass | Unset = ...,
        collaboratorType: Literal["owner", "user", "group"] | ResourceRights.CollaboratorType | Unset = ...,
    ) -> Self: ...
