"""The model `OmrImportedMetadata`."""

from ..schemas import DictSchema, IntSchema, NumberSchema, StrSchema, list_of, optional


class OmrImportedMetadata(DictSchema):
    """What is known of the music once it was read from the pages"""

    instruments = optional(list_of(StrSchema), "Identifiers of the instruments in the score")
    numberMeasures = optional(IntSchema, "How many measures the score has")
    mainTempoQpm = optional(NumberSchema, "Main tempo of the score, in quarter notes per minute")
    mainKeySignature = optional(IntSchema, "Main key signature: number of sharps, or of flats when negative")
