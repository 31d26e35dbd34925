"""The model `MediaAttachment`."""

from ..schemas import (
    BoolSchema,
    DictSchema,
    EnumBase,
    IntSchema,
    NumberSchema,
    StrSchema,
    any_of,
    optional,
    required,
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

    type = required(Type)
    score = optional(StrSchema, "Unique identifier of the score, when a score is attached")
    revision = optional(
        StrSchema,
        "Unique identifier of the revision of the score, when the attachment refers to one",
    )
    worksheet = optional(StrSchema, "Unique identifier of the worksheet, when a worksheet is attached")
    dedicated = optional(
        BoolSchema,
        "True when the attached score or worksheet is reserved for this assignment",
    )
    track = optional(
        StrSchema,
        "Unique identifier of the track (audio or video) of the score that goes with the attachment",
    )
    sharingMode = optional(MediaScoreSharingMode)
    lockScoreTemplate = optional(
        BoolSchema,
        "True when students cannot change what the attached score already contains",
    )
    title = optional(StrSchema, "Title of the attached document or page")
    description = optional(StrSchema, "Summary of the attached document or page")
    html = optional(StrSchema, "HTML code that shows the attached content inside another page")
    htmlWidth = optional(
        any_of(StrSchema, NumberSchema),
        "Width at which to show `html`: a number, or text in older versions of the API",
    )
    htmlHeight = optional(
        any_of(StrSchema, NumberSchema),
        "Height at which to show `html`: a number, or text in older versions of the API",
    )
    url = optional(StrSchema, "URL of the attached document or page")
    thumbnailUrl = optional(StrSchema, "URL of a preview image of the content")
    thumbnailWidth = optional(IntSchema, "Width of the preview image in pixels")
    thumbnailHeight = optional(IntSchema, "Height of the preview image in pixels")
    authorName = optional(StrSchema, "Name of the author of the content, as its source gives it")
    authorUrl = optional(StrSchema, "URL of a page about the author of the content")
    iconUrl = optional(StrSchema, "URL of an icon for the content or the site it comes from")
    mimeType = optional(StrSchema, "Media type of the attached file (e.g. `application/pdf`)")
    googleDriveFileId = optional(
        StrSchema,
        "Unique identifier of the file in Google Drive, when such a file is attached",
    )
    partUuid = optional(
        StrSchema,
        "Unique identifier of the attached part of the score, when only one part is attached",
    )
    teacherOnly = optional(BoolSchema, "True when students do not see the attachment", default=False)
