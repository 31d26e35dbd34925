"""The model `ScoreFork`."""

from ..schemas import BoolSchema, DictSchema, StrSchema, nullable, optional


class ScoreFork(DictSchema):
    """Options for the copy to make of a score"""

    collection = optional(
        nullable(StrSchema),
        "Unique identifier of the collection to put the copy in, `root` by default",
        default="root",
    )
    keepOriginalTitle = optional(BoolSchema, "True to give the copy exactly the title of the original")
    googleDriveDisabled = optional(
        BoolSchema,
        "True to make no file in Google Drive for the copy (default: false)",
        default=False,
    )
