"""The model `ScoreModification`."""

from ..schemas import DictSchema, StrSchema, list_of, nullable, optional
from .score_creation_type import ScoreCreationType
from .score_license import ScoreLicense
from .score_privacy import ScorePrivacy


class ScoreModification(DictSchema):
    """The changes to make to the details of a score"""

    title = optional(StrSchema, "Name of the score as users see it")
    subtitle = optional(nullable(StrSchema), "Second line of the title; null for none")
    composer = optional(nullable(StrSchema), "Name of the person who composed the music; null for none")
    lyricist = optional(nullable(StrSchema), "Name of the person who wrote the lyrics; null for none")
    arranger = optional(nullable(StrSchema), "Name of the person who arranged the music; null for none")
    privacy = optional(ScorePrivacy)
    sharingKey = optional(
        StrSchema.where(pattern="^[a-f0-9]{128}$"),
        "Secret that gives access to the score: 128 lowercase hexadecimal digits",
    )
    description = optional(
        nullable(StrSchema.where(max_length=2000)),
        "Text that presents the score to its readers, up to 2000 characters; null for none",
    )
    tags = optional(list_of(StrSchema), "Keywords to find the score by")
    creationType = optional(ScoreCreationType)
    license = optional(ScoreLicense)
    licenseText = optional(nullable(StrSchema), "Text that details the license or the copyright; null for none")
