"""The model `ClassAttachmentCreation`."""

from ..schemas import BoolSchema, DictSchema, EnumBase, StrSchema, optional, value
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

    type = optional(Type)
    score = optional(StrSchema, "Unique identifier of the score, when a score is attached")
    worksheet = optional(StrSchema, "Unique identifier of the worksheet, when a worksheet is attached")
    sharingMode = optional(MediaScoreSharingMode, "What others can do with the attached score")
    lockScoreTemplate = optional(
        BoolSchema,
        "True to keep students from changing what the attached score already contains",
    )
    url = optional(StrSchema, "URL of the page, picture or video to attach")
    googleDriveFileId = optional(
        StrSchema,
        "Unique identifier of the file in Google Drive, when such a file is attached",
    )
    revision = optional(StrSchema, "Unique identifier of the revision of the score to attach")
    partUuid = optional(
        StrSchema,
        "Unique identifier of the part of the score to attach, to attach one part only",
    )
    teacherOnly = optional(BoolSchema, "True to hide the attachment from the students (default: false)", default=False)
