"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Literal, Self, overload

from ..configuration import Configuration
from ..schemas import (
    BoolClass,
    BoolSchema,
    DictSchema,
    EnumBase,
    IntSchema,
    NumberSchema,
    Property,
    StrSchema,
    Unset,
    value,
)
from .media_score_sharing_mode import MediaScoreSharingMode

class MediaAttachment(DictSchema):
    """A score, worksheet, link or other medium attached to an assignment or a submission"""

    class Type(EnumBase, StrSchema):
        """Kind of attachment: `flat` for a score, `rich` for content that can be embedded, `googleDrive` for
        a file kept there; the other ones are named after what is attached
        """

        RICH = value("rich")
        PHOTO = value("photo")
        VIDEO = value("video")
        LINK = value("link")
        FLAT = value("flat")
        GOOGLE_DRIVE = value("googleDrive")
        WORKSHEET = value("worksheet")
        PERFORMANCE = value("performance")

    type: Property[MediaAttachment.Type]
    """Kind of attachment: `flat` for a score, `rich` for content that can be embedded, `googleDrive` for a file kept
    there; the other ones are named after what is attached
    """
    score: Property[StrSchema]
    """Unique identifier of the score, when a score is attached"""
    revision: Property[StrSchema]
    """Unique identifier of the revision of the score, when the attachment refers to one"""
    worksheet: Property[StrSchema]
    """Unique identifier of the worksheet, when a worksheet is attached"""
    dedicated: Property[BoolSchema]
    """True when the attached score or worksheet is reserved for this assignment"""
    track: Property[StrSchema]
    """Unique identifier of the track (audio or video) of the score that goes with the attachment"""
    sharingMode: Property[MediaScoreSharingMode]
    """What students do with an attached score: `read` it (the default), `write` in it together, work on a `copy` each,
    or give a `performance` of it
    """
    lockScoreTemplate: Property[BoolSchema]
    """True when students cannot change what the attached score already contains"""
    title: Property[StrSchema]
    """Title of the attached document or page"""
    description: Property[StrSchema]
    """Summary of the attached document or page"""
    html: Property[StrSchema]
    """HTML code that shows the attached content inside another page"""
    htmlWidth: Property[StrSchema | NumberSchema]
    """Width at which to show `html`: a number, or text in older versions of the API"""
    htmlHeight: Property[StrSchema | NumberSchema]
    """Height at which to show `html`: a number, or text in older versions of the API"""
    url: Property[StrSchema]
    """URL of the attached document or page"""
    thumbnailUrl: Property[StrSchema]
    """URL of a preview image of the content"""
    thumbnailWidth: Property[IntSchema]
    """Width of the preview image in pixels"""
    thumbnailHeight: Property[IntSchema]
    """Height of the preview image in pixels"""
    authorName: Property[StrSchema]
    """Name of the author of the content, as its source gives it"""
    authorUrl: Property[StrSchema]
    """URL of a page about the author of the content"""
    iconUrl: Property[StrSchema]
    """URL of an icon for the content or the site it comes from"""
    mimeType: Property[StrSchema]
    """Media type of the attached file (e.g. `application/pdf`)"""
    googleDriveFileId: Property[StrSchema]
    """Unique identifier of the file in Google Drive, when such a file is attached"""
    partUuid: Property[StrSchema]
    """Unique identifier of the attached part of the score, when only one part is attached"""
    teacherOnly: Property[BoolSchema]
    """True when students do not see the attachment"""

    @overload
    def __init__(
        self,
        data: Mapping[str, Any],
        /,
        *,
        type: Literal["rich", "photo", "video", "link", "flat", "googleDrive", "worksheet", "performance"]
        | MediaAttachment.Type = ...,
        score: str | Unset = ...,
        revision: str | Unset = ...,
        worksheet: str | Unset = ...,
        dedicated: bool | BoolClass | Unset = ...,
        track: str | Unset = ...,
        sharingMode: Literal["read", "write", "copy", "performance"] | MediaScoreSharingMode | Unset = ...,
        lockScoreTemplate: bool | BoolClass | Unset = ...,
        title: str | Unset = ...,
        description: str | Unset = ...,
        html: str | Unset = ...,
        htmlWidth: str | float | Decimal | Unset = ...,
        htmlHeight: str | float | Decimal | Unset = ...,
        url: str | Unset = ...,
        thumbnailUrl: str | Unset = ...,
        thumbnailWidth: int | Decimal | Unset = ...,
        thumbnailHeight: int | Decimal | Unset = ...,
        authorName: str | Unset = ...,
        authorUrl: str | Unset = ...,
        iconUrl: str | Unset = ...,
        mimeType: str | Unset = ...,
        googleDriveFileId: str | Unset = ...,
        partUuid: str | Unset = ...,
        teacherOnly: bool | BoolClass | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        type: Literal["rich", "photo", "video", "link", "flat", "googleDrive", "worksheet", "performance"]
        | MediaAttachment.Type,
        score: str | Unset = ...,
        revision: str | Unset = ...,
        worksheet: str | Unset = ...,
        dedicated: bool | BoolClass | Unset = ...,
        track: str | Unset = ...,
        sharingMode: Literal["read", "write", "copy", "performance"] | MediaScoreSharingMode | Unset = ...,
        lockScoreTemplate: bool | BoolClass | Unset = ...,
        title: str | Unset = ...,
        description: str | Unset = ...,
        html: str | Unset = ...,
        htmlWidth: str | float | Decimal | Unset = ...,
        htmlHeight: str | float | Decimal | Unset = ...,
        url: str | Unset = ...,
        thumbnailUrl: str | Unset = ...,
        thumbnailWidth: int | Decimal | Unset = ...,
        thumbnailHeight: int | Decimal | Unset = ...,
        authorName: str | Unset = ...,
        authorUrl: str | Unset = ...,
        iconUrl: str | Unset = ...,
        mimeType: str | Unset = ...,
        googleDriveFileId: str | Unset = ...,
        partUuid: str | Unset = ...,
        teacherOnly: bool | BoolClass | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        type: Literal["rich", "photo", "video", "link", "flat", "googleDrive", "worksheet", "performance"]
        | MediaAttachment.Type = ...,
        score: str | Unset = ...,
        revision: str | Unset = ...,
        worksheet: str | Unset = ...,
        dedicated: bool | BoolClass | Unset = ...,
        track: str | Unset = ...,
        sharingMode: Literal["read", "write", "copy", "performance"] | MediaScoreSharingMode | Unset = ...,
        lockScoreTemplate: bool | BoolClass | Unset = ...,
        title: str | Unset = ...,
        description: str | Unset = ...,
        html: str | Unset = ...,
        htmlWidth: str | float | Decimal | Unset = ...,
        htmlHeight: str | float | Decimal | Unset = ...,
        url: str | Unset = ...,
        thumbnailUrl: str | Unset = ...,
        thumbnailWidth: int | Decimal | Unset = ...,
        thumbnailHeight: int | Decimal | Unset = ...,
        authorName: str | Unset = ...,
        authorUrl: str | Unset = ...,
        iconUrl: str | Unset = ...,
        mimeType: str | Unset = ...,
        googleDriveFileId: str | Unset = ...,
        partUuid: str | Unset = ...,
        teacherOnly: bool | BoolClass | Unset = ...,
    ) -> Self: ...
