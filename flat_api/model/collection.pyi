"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal, Self, overload

from ..configuration import Configuration
from ..schemas import (
    BoolClass,
    BoolSchema,
    DateTimeSchema,
    DictSchema,
    IntSchema,
    ListSchema,
    Property,
    StrSchema,
    Unset,
)
from .collection_app import CollectionApp
from .collection_privacy import CollectionPrivacy
from .collection_type import CollectionType
from .resource_collaborator import ResourceCollaborator
from .resource_rights import ResourceRights
from .user_public_summary import UserPublicSummary

class Collection(DictSchema):
    """A folder of scores"""

    class Capabilities(DictSchema):
        """What the current user is allowed to do with the collection"""

        canEdit: Property[BoolSchema]
        """True when the current user can change the collection"""
        canShare: Property[BoolSchema]
        """True when the current user can share the collection"""
        canDelete: Property[BoolSchema]
        """True when the current user can delete the collection"""
        canAddScores: Property[BoolSchema]
        """True when the current user can add scores to the collection"""
        canDeleteScores: Property[BoolSchema]
        """True when the current user can remove scores from the collection"""

        def __init__(
            self,
            data: Mapping[str, Any] = ...,
            /,
            *,
            canEdit: bool | BoolClass | Unset = ...,
            canShare: bool | BoolClass | Unset = ...,
            canDelete: bool | BoolClass | Unset = ...,
            canAddScores: bool | BoolClass | Unset = ...,
            canDeleteScores: bool | BoolClass | Unset = ...,
            _configuration: Configuration | None = ...,
        ) -> None: ...
        def replace(
            self,
            *,
            canEdit: bool | BoolClass | Unset = ...,
            canShare: bool | BoolClass | Unset = ...,
            canDelete: bool | BoolClass | Unset = ...,
            canAddScores: bool | BoolClass | Unset = ...,
            canDeleteScores: bool | BoolClass | Unset = ...,
        ) -> Self: ...

    class Contents(DictSchema):
        """What the collection holds"""

        scoresCount: Property[IntSchema]
        """Number of scores in the collection"""

        @overload
        def __init__(
            self,
            data: Mapping[str, Any],
            /,
            *,
            scoresCount: int | Decimal = ...,
            _configuration: Configuration | None = ...,
        ) -> None: ...
        @overload
        def __init__(self, *, scoresCount: int | Decimal, _configuration: Configuration | None = ...) -> None: ...
        def replace(self, *, scoresCount: int | Decimal = ...) -> Self: ...

    id: Property[StrSchema]
    """Unique identifier of the collection"""
    title: Property[StrSchema]
    """Name of the collection as users see it"""
    htmlUrl: Property[StrSchema]
    """URL of the page of the collection on the Flat website"""
    type: Property[CollectionType]
    """Kind of collection: `root` at the top of all, `regular` when a user made it, `app` when it belongs to an
    application, `trash` for what was deleted; `allScores`, `collaborations` with others and `likes` gather scores
    from everywhere, as `sharedWithMe` and `sharedWithGroup` did in older versions of the API
    """
    privacy: Property[CollectionPrivacy]
    """Who can see a collection: `private` leaves it to the owner and the people it is shared with"""
    sharingKey: Property[StrSchema]
    """Secret that gives access to the collection, passed as `sharingKey` in the requests"""
    app: Property[CollectionApp]
    """The application a collection belongs to, for collections of type `app`"""
    creationDate: Property[DateTimeSchema]
    """Date and time when the collection was created"""
    user: Property[UserPublicSummary]
    """Owner of the collection"""
    rights: Property[ResourceRights]
    """Rights of the current user on the collection"""
    collaborators: Property[ListSchema[ResourceCollaborator]]
    """Users and groups the collection is shared with"""
    capabilities: Property[Collection.Capabilities]
    """What the current user is allowed to do with the collection"""
    collections: Property[ListSchema[StrSchema]]
    """Unique identifiers of the collections that hold this one"""
    labelKey: Property[StrSchema]
    """Key of the translated name of a collection that every account has"""
    modificationDate: Property[DateTimeSchema]
    """Date and time of the last change of the collection"""
    organization: Property[StrSchema]
    """Unique identifier of the organization the collection belongs to, if any"""
    isPinned: Property[BoolSchema]
    """True when the current user has pinned the collection"""
    contents: Property[Collection.Contents]
    """What the collection holds"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        id: str | Unset = ...,
        title: str | Unset = ...,
        htmlUrl: str | Unset = ...,
        type: Literal[
            "root",
            "regular",
            "app",
            "trash",
            "allScores",
            "collaborations",
            "likes",
            "sharedWithMe",
            "sharedWithGroup",
        ]
        | CollectionType
        | Unset = ...,
        privacy: Literal["private"] | CollectionPrivacy | Unset = ...,
        sharingKey: str | Unset = ...,
        app: CollectionApp | Mapping[str, Any] | Unset = ...,
        creationDate: str | datetime | Unset = ...,
        user: UserPublicSummary | Mapping[str, Any] | Unset = ...,
        rights: ResourceRights | Mapping[str, Any] | Unset = ...,
        collaborators: Sequence[ResourceCollaborator | Mapping[str, Any]] | Unset = ...,
        capabilities: Collection.Capabilities | Mapping[str, Any] | Unset = ...,
        collections: Sequence[str] | Unset = ...,
        labelKey: str | Unset = ...,
        modificationDate: str | datetime | Unset = ...,
        organization: str | Unset = ...,
        isPinned: bool | BoolClass | Unset = ...,
        contents: Collection.Contents | Mapping[str, Any] | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        id: str | Unset = ...,
        title: str | Unset = ...,
        htmlUrl: str | Unset = ...,
        type: Literal[
            "root",
            "regular",
            "app",
            "trash",
            "allScores",
            "collaborations",
            "likes",
            "sharedWithMe",
            "sharedWithGroup",
        ]
        | CollectionType
        | Unset = ...,
        privacy: Literal["private"] | CollectionPrivacy | Unset = ...,
        sharingKey: str | Unset = ...,
        app: CollectionApp | Mapping[str, Any] | Unset = ...,
        creationDate: str | datetime | Unset = ...,
        user: UserPublicSummary | Mapping[str, Any] | Unset = ...,
        rights: ResourceRights | Mapping[str, Any] | Unset = ...,
        collaborators: Sequence[ResourceCollaborator | Mapping[str, Any]] | Unset = ...,
        capabilities: Collection.Capabilities | Mapping[str, Any] | Unset = ...,
        collections: Sequence[str] | Unset = ...,
        labelKey: str | Unset = ...,
        modificationDate: str | datetime | Unset = ...,
        organization: str | Unset = ...,
        isPinned: bool | BoolClass | Unset = ...,
        contents: Collection.Contents | Mapping[str, Any] | Unset = ...,
    ) -> Self: ...
