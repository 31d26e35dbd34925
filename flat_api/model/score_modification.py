"""The model `ScoreModification`."""

from ..schemas import DictSchema, StrSchema, list_of, optional
from .score_creation_type import ScoreCreationType
from .score_license import ScoreLicense
from .score_privacy import ScorePrivacy


class ScoreModification(DictSchema):
    """The changes to make to the details of a score"""

    title = optional(StrSchema, "Name of the score as users see it")
    subtitle = optional(StrSchema, "Second line of the title")
    composer = optional(StrSchema, "Name of the person who composed the music")
    lyricist = optional(StrSchema, "Name of the person who wrote the lyrics")
    arranger = optional(StrSchema, "Name of the person who arranged the music")
    privacy = optional(ScorePrivacy)
    sharingKey = optional(
        StrSchema.where(pattern="^[a-f0-9]{128}$"),
        "Secret that gives access to the score: 128 lowercase hexadecimal digits",
    )
    description = optional(
        StrSchema.where(max_length=2000),
        "Text that presents the score to its readers, up to 2000 characters",
    )
    tags = optional(list_of(StrSchema), "Keywords to find the score by")
    creationType = optional(ScoreCreationType)
    license = optional(ScoreLicense)
    licenseText = optional(StrSchema, "Text that details the license or the copyright")
