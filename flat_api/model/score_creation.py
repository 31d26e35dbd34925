"""The model `ScoreCreation`."""

from ..schemas import (
    BoolSchema,
    DictSchema,
    EnumBase,
    NumberSchema,
    StrSchema,
    list_of,
    optional,
    required,
    value,
)
from .score_privacy import ScorePrivacy
from .score_source import ScoreSource


class ScoreCreation(DictSchema):
    """A score to create, from a file (`data`), a file in Google Drive (`source`) or blank (`builderData`)"""

    class BuilderData(DictSchema):
        """What a blank score is made of; used instead of importing a file"""

        class ScoreData(DictSchema):
            """Instruments, key and time of a blank score"""

            class Instrument(DictSchema):
                """An instrument to write for"""

                group = required(StrSchema, "Identifier of the family that the instrument belongs to")
                instrument = required(StrSchema, "Identifier of the instrument within its family")
                longName = optional(StrSchema, "Full name of the part in the score, instead of the usual one")
                shortName = optional(
                    StrSchema,
                    "Abbreviated name of the part in the score, instead of the usual one",
                )
                hasQuarterTone = optional(BoolSchema, "True when the part is to use quarter tones")

            useTabStaff = optional(BoolSchema, "True to write instruments with frets on tablature staves")
            useChordGrid = optional(BoolSchema, "True to write the score as a chord grid")
            fifths = optional(
                NumberSchema,
                "Key signature on the circle of fifths: the number of sharps or, if negative, of flats",
            )
            nbBeats = optional(
                NumberSchema,
                "Beats in a measure, i.e. the upper number of the time signature",
            )
            beatType = optional(
                NumberSchema,
                "Note value of a beat, i.e. the lower number of the time signature (e.g. 4 for a quarter)",
            )
            instruments = required(
                list_of(Instrument),
                "Instruments to write for, each with a part of its own",
            )

        class LayoutData(DictSchema):
            """Page layout of a blank score"""

            class LengthUnit(EnumBase, StrSchema):
                """Unit in which the lengths of the layout are given, `cm` by default"""

                CM = value("cm")
                INCH = value("inch")

            notesSpacingCoeff = optional(
                NumberSchema,
                "Factor by which the usual space between notes is multiplied",
            )
            lengthUnit = optional(LengthUnit, default="cm")
            pageHeight = optional(NumberSchema, "Height of the page, in `lengthUnit`")
            pageWidth = optional(NumberSchema, "Width of the page, in `lengthUnit`")
            pageMarginTop = optional(NumberSchema, "Margin at the top of the page, in `lengthUnit`")
            pageMarginBottom = optional(NumberSchema, "Margin at the bottom of the page, in `lengthUnit`")
            pageMarginLeft = optional(NumberSchema, "Margin at the left of the page, in `lengthUnit`")
            pageMarginRight = optional(NumberSchema, "Margin at the right of the page, in `lengthUnit`")

        scoreData = required(ScoreData)
        layoutData = optional(LayoutData)

    class DataEncoding(EnumBase, StrSchema):
        """How `data` is encoded: `base64` for binary files; left out for text"""

        BASE64 = value("base64")

    title = optional(
        StrSchema,
        "Name of the score as users see it; may be left out when the imported file has a title",
    )
    privacy = optional(ScorePrivacy)
    collection = optional(StrSchema, "Unique identifier of the collection to put the score in")
    googleDriveFolder = optional(
        StrSchema,
        "Unique identifier of the folder in Google Drive to put the score in",
    )
    builderData = optional(BuilderData)
    filename = optional(StrSchema, "Name of the imported file, with its extension")
    data = optional(
        StrSchema,
        "Content of the file to import (e.g. MusicXML or MIDI); binary files need `dataEncoding`",
    )
    dataEncoding = optional(DataEncoding)
    source = optional(ScoreSource)
    supportsTasks = optional(
        BoolSchema,
        "True to be given a task to follow, instead of having to wait, when the import takes long",
    )
