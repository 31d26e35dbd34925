"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from ..schemas import EnumBase, NoneBase, NoneStrMixin, Schema, StrBase, value

class ScoreCreationType(EnumBase, StrBase, NoneBase, Schema, NoneStrMixin):
    """How a score came about: as an `original` composition, as an `arrangement` of an existing one, or in an
    `other` way; null where nobody said
    """

    ORIGINAL = value("original")
    ARRANGEMENT = value("arrangement")
    OTHER = value("other")
    NONE = value(None)
