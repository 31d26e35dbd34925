"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal, Self

from ..configuration import Configuration
from ..schemas import BoolClass, BoolSchema, DateTimeSchema, DictSchema, EnumBase, Property, StrSchema, Unset, value
from .group import Group
from .user_public import UserPublic

class ResourceCollaborator(DictSchema):
    """The rights of a user, a group or an invited person on a score or a collection"""

    class CollaboratorType(EnumBase, StrSchema):
        """What the rights come from: being the `owner`, or being given to the `user` or to a `group` of
        theirs
        """

        OWNER = value("owner")
        USER = value("user")
        GROUP = value("group")

    aclRead: Property[BoolSchema]
    """True when the collaborator can view the score or collection"""
    aclWrite: Property[BoolSchema]
    """True when the collaborator can edit the score or collection"""
    aclAdmin: Property[BoolSchema]
    """True when the collaborator can manage the score or collection, including who has access to it"""
    isCollaborator: Property[BoolSchema]
    """True when the rights were given explicitly, by adding the collaborator"""
    id: Property[StrSchema]
    """Unique identifier of the collaborator entry; not that of the user or group"""
    score: Property[StrSchema]
    """Unique identifier of the score, when the rights are on a score"""
    collection: Property[StrSchema]
    """Unique identifier of the collection, when the rights are on a collection"""
    user: Property[UserPublic]
    """The user who has the rights; absent for a group and for a person known by email address only"""
    group: Property[Group]
    """The group whose members have the rights; absent for a single person"""
    userEmail: Property[StrSchema]
    """Email address of the collaborator, for a person added by email address"""
    invited: Property[BoolSchema]
    """True when the collaborator was invited and has yet to join"""
    collaboratorType: Property[ResourceCollaborator.CollaboratorType]
    """What the rights come from: being the `owner`, or being given to the `user` or to a `group` of theirs"""
    date: Property[DateTimeSchema]
    """Date and time when the collaborator was added"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        aclRead: bool | BoolClass | Unset = ...,
        aclWrite: bool | BoolClass | Unset = ...,
        aclAdmin: bool | BoolClass | Unset = ...,
        isCollaborator: bool | BoolClass | Unset = ...,
        id: str | Unset = ...,
        score: str | Unset = ...,
        collection: str | Unset = ...,
        user: UserPublic | Mapping[str, Any] | Unset = ...,
        group: Group | Mapping[str, Any] | Unset = ...,
        userEmail: str | Unset = ...,
        invited: bool | BoolClass | Unset = ...,
        collaboratorType: Literal["owner", "user", "group"] | ResourceCollaborator.CollaboratorType | Unset = ...,
        date: str | datetime | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        aclRead: bool | BoolClass | Unset = ...,
        aclWrite: bool | BoolClass | Unset = ...,
        aclAdmin: bool | BoolClass | Unset = ...,
        isCollaborator: bool | BoolClass | Unset = ...,
        id: str | Unset = ...,
        score: str | Unset = ...,
        collection: str | Unset = ...,
        user: UserPublic | Mapping[str, Any] | Unset = ...,
        group: Group | Mapping[str, Any] | Unset = ...,
        userEmail: str | Unset = ...,
        invited: bool | BoolClass | Unset = ...,
        collaboratorType: Literal["owner", "user", "group"] | ResourceCollaborator.CollaboratorType | Unset = ...,
        date: str | datetime | Unset = ...,
    ) -> Self: ...
