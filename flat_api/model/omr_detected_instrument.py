"""The model `OmrDetectedInstrument`."""

from ..schemas import DictSchema, EnumBase, IntSchema, StrSchema, optional, required, value


class OmrDetectedInstrument(DictSchema):
    """An instrument found in the pages of a score"""

    class ResolvedConfidence(EnumBase, StrSchema):
        """How sure the choice of the instrument is"""

        HIGH = value("high")
        MEDIUM = value("medium")
        LOW = value("low")

    index = required(IntSchema, "Position of the part in the score, from 0")
    partName = optional(StrSchema, "Name of the part, as it is printed in the score")
    instrumentId = optional(StrSchema, "Identifier of the instrument that the part is taken to be for")
    instrumentName = optional(StrSchema, "Name of that instrument")
    midiProgram = optional(IntSchema, "MIDI program of that instrument, from 0 to 127")
    transposeKey = optional(StrSchema, "Key of a transposing instrument (e.g. `Bb`)")
    resolvedConfidence = optional(ResolvedConfidence)
