"""The model `ScoreCreationType`."""

from ..schemas import EnumBase, StrSchema, value


class ScoreCreationType(EnumBase, StrSchema):
    """How a score came about: as an `original` composition, as an `arrangement` of an existing one, or in an
    `other` way
    """

    ORIGINAL = value("original")
    ARRANGEMENT = value("arrangement")
    OTHER = value("other")
