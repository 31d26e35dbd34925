"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from typing import ClassVar

from ..schemas import EnumBase, NoneBase, NoneStrMixin, Schema, StrBase

class ScoreCreationType(EnumBase, StrBase, NoneBase, Schema, NoneStrMixin):
    """How a score came about: as an `original` composition, as an `arrangement` of an existing one, or in an
    `other` way; null where nobody said
    """

    ORIGINAL: ClassVar[ScoreCreationType]
    ARRANGEMENT: ClassVar[ScoreCreationType]
    OTHER: ClassVar[ScoreCreationType]
    NONE: ClassVar[ScoreCreationType]
