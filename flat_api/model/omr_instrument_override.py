"""The model `OmrInstrumentOverride`."""

from ..schemas import DictSchema, IntSchema, StrSchema, optional, required


class OmrInstrumentOverride(DictSchema, additional=False):
    """A correction of an instrument found in the pages of a score"""

    index = required(IntSchema.where(minimum=0), "Position of the part in the score, from 0")
    instrumentId = optional(
        StrSchema.where(min_length=1, max_length=100),
        "Identifier of the instrument that the part is for",
    )
    partName = optional(StrSchema.where(max_length=200), "Name to give to the part, up to 200 characters")
    transposeKey = optional(
        StrSchema.where(pattern="^[A-G][b♭#♯]?$"),
        "Key of a transposing instrument: a letter from `A` to `G`, and maybe a flat or a sharp behind it "
        "(e.g. `Bb`)",
    )
    midiProgram = optional(
        IntSchema.where(minimum=0, maximum=127),
        "MIDI program of the instrument, from 0 to 127",
    )
