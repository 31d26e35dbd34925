"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from typing import Any, Literal, Self

from ..configuration import Configuration
from ..schemas import BoolClass, BoolSchema, DictSchema, EnumBase, Property, StrSchema, Unset, value
from .media_score_sharing_mode import MediaScoreSharingMode

class ClassAttachmentCreation(DictSchema):
    """A score, worksheet, link or other medium to attach to an assignment or a submission"""

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

    type: Property[ClassAttachmentCreation.Type]
    """Kind of attachment: `flat` for a score, `rich` for content that can be embedded, `googleDrive` for a file kept
    there; the other ones are named after what is attached
    """
    score: Property[StrSchema]
    """Unique identifier of the score, when a score is attached"""
    worksheet: Property[StrSchema]
    """Unique identifier of the worksheet, when a worksheet is attached"""
    sharingMode: Property[MediaScoreSharingMode]
    """What others can do with the attached score"""
    lockScoreTemplate: Property[BoolSchema]
    """True to keep students from changing what the attached score already contains"""
    url: Property[StrSchema]
    """URL of the page, picture or video to attach"""
    googleDriveFileId: Property[StrSchema]
    """Unique identifier of the file in Google Drive, when such a file is attached"""
    revision: Property[StrSchema]
    """Unique identifier of the revision of the score to attach"""
    partUuid: Property[StrSchema]
    """Unique identifier of the part of the score to attach, to attach one part only"""
    teacherOnly: Property[BoolSchema]
    """True to hide the attachment from the students (default: false)"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        type: Literal["rich", "photo", "video", "link", "flat", "googleDrive", "worksheet", "performance"]
        | ClassAttachmentCreation.Type
        | Unset = ...,
        score: str | Unset = ...,
        worksheet: str | Unset = ...,
        sharingMode: Literal["read", "write", "copy", "performance"] | MediaScoreSharingMode | Unset = ...,
        lockScoreTemplate: bool | BoolClass | Unset = ...,
        url: str | Unset = ...,
        googleDriveFileId: str | Unset = ...,
        revision: str | Unset = ...,
        partUuid: str | Unset = ...,
        teacherOnly: bool | BoolClass | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        type: Literal["rich", "photo", "video", "link", "flat", "googleDrive", "worksheet", "performance"]
        | ClassAttachmentCreation.Type
        | Unset = ...,
        score: str | Unset = ...,
        worksheet: str | Unset = ...,
        sharingMode: Literal["read", "write", "copy", "performance"] | MediaScoreSharingMode | Unset = ...,
        lockScoreTemplate: bool | BoolClass | Unset = ...,
        url: str | Unset = ...,
        googleDriveFileId: str | Unset = ...,
        revision: str | Unset = ...,
        partUuid: str | Unset = ...,
        teacherOnly: bool | BoolClass | Unset = ...,
    ) -> Self: ...
