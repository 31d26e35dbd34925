"""The model `ScoreRevisionCreation`."""

from ..schemas import BoolSchema, DictSchema, EnumBase, StrSchema, optional, required, value


class ScoreRevisionCreation(DictSchema):
    """A revision to add to a score"""

    class DataEncoding(EnumBase, StrSchema):
        """How `data` is encoded: `base64` for binary files; left out for text"""

        BASE64 = value("base64")

    data = required(
        StrSchema,
        "Content of the score as a file (e.g. MusicXML or MIDI); binary files need `dataEncoding`",
    )
    dataEncoding = optional(DataEncoding)
    autosave = optional(
        BoolSchema,
        "True when the revision is saved automatically, false when someone chose to",
    )
    description = optional(StrSchema, "Note to leave with the revision about what changed")
