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
    NoneClass,
    NumberSchema,
    Property,
    StrSchema,
    Unset,
)
from .resource_collaborator import ResourceCollaborator
from .resource_rights import ResourceRights
from .score_comments_counts import ScoreCommentsCounts
from .score_creation_type import ScoreCreationType
from .score_license import ScoreLicense
from .score_likes_counts import ScoreLikesCounts
from .score_plays_counts import ScorePlaysCounts
from .score_privacy import ScorePrivacy
from .score_views_counts import ScoreViewsCounts
from .user_public import UserPublic

class ScoreDetails(DictSchema):
    """A score with all that is known about it except the music itself, which its revisions hold"""

    class Me(DictSchema):
        """What the current user has to do with the score"""

        isLiked: Property[BoolSchema]
        """True when the current user likes the score"""
        isInLibrary: Property[BoolSchema]
        """True when the score is in the library of the current user"""

        @overload
        def __init__(
            self,
            data: Mapping[str, Any],
            /,
            *,
            isLiked: bool | BoolClass = ...,
            isInLibrary: bool | BoolClass = ...,
            _configuration: Configuration | None = ...,
        ) -> None: ...
        @overload
        def __init__(
            self,
            *,
            isLiked: bool | BoolClass,
            isInLibrary: bool | BoolClass,
            _configuration: Configuration | None = ...,
        ) -> None: ...
        def replace(self, *, isLiked: bool | BoolClass = ..., isInLibrary: bool | BoolClass = ...) -> Self: ...

    id: Property[StrSchema]
    """Unique identifier of the score"""
    sharingKey: Property[StrSchema]
    """Secret that gives access to the score, passed as `sharingKey` in the requests"""
    title: Property[StrSchema]
    """Name of the score as users see it"""
    privacy: Property[ScorePrivacy]
    """Who can see a score: with `private` (the default) only those who were given rights on it, with `public` everyone,
    with `organizationPublic` the members of the organization, with `privateLink` whoever has its sharing key
    """
    user: Property[UserPublic]
    """Owner of the score"""
    htmlUrl: Property[StrSchema]
    """URL of the page of the score on the Flat website"""
    subtitle: Property[StrSchema]
    """Second line of the title"""
    lyricist: Property[StrSchema]
    """Name of the person who wrote the lyrics"""
    arranger: Property[StrSchema]
    """Name of the person who arranged the music"""
    composer: Property[StrSchema]
    """Name of the person who composed the music"""
    description: Property[StrSchema]
    """Text that presents the score to its readers"""
    tags: Property[ListSchema[StrSchema]]
    """Keywords to find the score by, each of 1 to 30 letters and digits"""
    creationType: Property[ScoreCreationType]
    """How a score came about: as an `original` composition, as an `arrangement` of an existing one, or in an `other`
    way; null where nobody said
    """
    license: Property[ScoreLicense]
    """License of a score: `copyright` keeps all rights, `cc0` gives them up, the others are the Creative Commons
    licenses of that name; null for none
    """
    licenseText: Property[StrSchema]
    """Text that details the license or the copyright"""
    durationTime: Property[NumberSchema]
    """How long the music takes to play, in seconds"""
    numberMeasures: Property[IntSchema]
    """How many measures the score has"""
    mainTempoQpm: Property[NumberSchema]
    """Main tempo of the score, in quarter notes per minute"""
    rights: Property[ResourceRights]
    """Rights of the current user on the score"""
    collaborators: Property[ListSchema[ResourceCollaborator]]
    """Users and groups the score is shared with"""
    creationDate: Property[DateTimeSchema]
    """Date and time when the score was created"""
    modificationDate: Property[DateTimeSchema]
    """Date and time of the last change of the score"""
    publicationDate: Property[DateTimeSchema]
    """Date and time when the score was published; absent when it never was"""
    organization: Property[StrSchema]
    """Unique identifier of the organization the score belongs to, if any"""
    parentScore: Property[StrSchema]
    """Unique identifier of the score that this one is a copy of, if any"""
    instruments: Property[ListSchema[StrSchema]]
    """Identifiers of the instruments in the score"""
    samples: Property[ListSchema[StrSchema]]
    """Identifiers of the sound samples that the score is played with"""
    googleDriveFileId: Property[StrSchema]
    """Unique identifier of the file in Google Drive that goes with the score, if any"""
    likes: Property[ScoreLikesCounts]
    """How much a score is liked"""
    comments: Property[ScoreCommentsCounts]
    """How much a score is commented on"""
    views: Property[ScoreViewsCounts]
    """How often a score is viewed"""
    plays: Property[ScorePlaysCounts]
    """How often a score is played"""
    collections: Property[ListSchema[StrSchema]]
    """Unique identifiers of the collections that hold the score"""
    editHtmlUrl: Property[StrSchema]
    """URL of the page where the score is edited"""
    mainKeySignature: Property[NumberSchema]
    """Main key signature: number of sharps, or of flats when negative"""
    scheduledDeletionDate: Property[DateTimeSchema]
    """Date and time when the score is to be deleted for good; only for a score in the trash"""
    highlightedDate: Property[DateTimeSchema]
    """Date and time when the Flat team put the score forward; absent when it never did"""
    instrumentsNames: Property[ListSchema[StrSchema]]
    """Names of the instruments in the score, as people know them"""
    me: Property[ScoreDetails.Me]
    """What the current user has to do with the score"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        id: str | Unset = ...,
        sharingKey: str | Unset = ...,
        title: str | Unset = ...,
        privacy: Literal["public", "private", "organizationPublic", "privateLink"] | ScorePrivacy | Unset = ...,
        user: UserPublic | Mapping[str, Any] | Unset = ...,
        htmlUrl: str | Unset = ...,
        subtitle: str | Unset = ...,
        lyricist: str | Unset = ...,
        arranger: str | Unset = ...,
        composer: str | Unset = ...,
        description: str | Unset = ...,
        tags: Sequence[str] | Unset = ...,
        creationType: Literal["original", "arrangement", "other"] | ScoreCreationType | NoneClass | Unset | None = ...,
        license: Literal["copyright", "cc0", "cc-by", "cc-by-sa", "cc-by-nd", "cc-by-nc", "cc-by-nc-sa", "cc-by-nc-nd"]
        | ScoreLicense
        | NoneClass
        | Unset
        | None = ...,
        licenseText: str | Unset = ...,
        durationTime: float | Decimal | Unset = ...,
        numberMeasures: int | Decimal | Unset = ...,
        mainTempoQpm: float | Decimal | Unset = ...,
        rights: ResourceRights | Mapping[str, Any] | Unset = ...,
        collaborators: Sequence[ResourceCollaborator | Mapping[str, Any]] | Unset = ...,
        creationDate: str | datetime | Unset = ...,
        modificationDate: str | datetime | Unset = ...,
        publicationDate: str | datetime | Unset = ...,
        organization: str | Unset = ...,
        parentScore: str | Unset = ...,
        instruments: Sequence[str] | Unset = ...,
        samples: Sequence[str] | Unset = ...,
        googleDriveFileId: str | Unset = ...,
        likes: ScoreLikesCounts | Mapping[str, Any] | Unset = ...,
        comments: ScoreCommentsCounts | Mapping[str, Any] | Unset = ...,
        views: ScoreViewsCounts | Mapping[str, Any] | Unset = ...,
        plays: ScorePlaysCounts | Mapping[str, Any] | Unset = ...,
        collections: Sequence[str] | Unset = ...,
        editHtmlUrl: str | Unset = ...,
        mainKeySignature: float | Decimal | Unset = ...,
        scheduledDeletionDate: str | datetime | Unset = ...,
        highlightedDate: str | datetime | Unset = ...,
        instrumentsNames: Sequence[str] | Unset = ...,
        me: ScoreDetails.Me | Mapping[str, Any] | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        id: str | Unset = ...,
        sharingKey: str | Unset = ...,
        title: str | Unset = ...,
        privacy: Literal["public", "private", "organizationPublic", "privateLink"] | ScorePrivacy | Unset = ...,
        user: UserPublic | Mapping[str, Any] | Unset = ...,
        htmlUrl: str | Unset = ...,
        subtitle: str | Unset = ...,
        lyricist: str | Unset = ...,
        arranger: str | Unset = ...,
        composer: str | Unset = ...,
        description: str | Unset = ...,
        tags: Sequence[str] | Unset = ...,
        creationType: Literal["original", "arrangement", "other"] | ScoreCreationType | NoneClass | Unset | None = ...,
        license: Literal["copyright", "cc0", "cc-by", "cc-by-sa", "cc-by-nd", "cc-by-nc", "cc-by-nc-sa", "cc-by-nc-nd"]
        | ScoreLicense
        | NoneClass
        | Unset
        | None = ...,
        licenseText: str | Unset = ...,
        durationTime: float | Decimal | Unset = ...,
        numberMeasures: int | Decimal | Unset = ...,
        mainTempoQpm: float | Decimal | Unset = ...,
        rights: ResourceRights | Mapping[str, Any] | Unset = ...,
        collaborators: Sequence[ResourceCollaborator | Mapping[str, Any]] | Unset = ...,
        creationDate: str | datetime | Unset = ...,
        modificationDate: str | datetime | Unset = ...,
        publicationDate: str | datetime | Unset = ...,
        organization: str | Unset = ...,
        parentScore: str | Unset = ...,
        instruments: Sequence[str] | Unset = ...,
        samples: Sequence[str] | Unset = ...,
        googleDriveFileId: str | Unset = ...,
        likes: ScoreLikesCounts | Mapping[str, Any] | Unset = ...,
        comments: ScoreCommentsCounts | Mapping[str, Any] | Unset = ...,
        views: ScoreViewsCounts | Mapping[str, Any] | Unset = ...,
        plays: ScorePlaysCounts | Mapping[str, Any] | Unset = ...,
        collections: Sequence[str] | Unset = ...,
        editHtmlUrl: str | Unset = ...,
        mainKeySignature: float | Decimal | Unset = ...,
        scheduledDeletionDate: str | datetime | Unset = ...,
        highlightedDate: str | datetime | Unset = ...,
        instrumentsNames: Sequence[str] | Unset = ...,
        me: ScoreDetails.Me | Mapping[str, Any] | Unset = ...,
    ) -> Self: ...
