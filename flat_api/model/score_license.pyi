"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from typing import ClassVar

from ..schemas import EnumBase, NoneBase, NoneStrMixin, Schema, StrBase

class ScoreLicense(EnumBase, StrBase, NoneBase, Schema, NoneStrMixin):
    """License of a score: `copyright` keeps all rights, `cc0` gives them up, the others are the Creative
    Commons licenses of that name; null for none
    """

    COPYRIGHT: ClassVar[ScoreLicense]
    CC0: ClassVar[ScoreLicense]
    CCBY: ClassVar[ScoreLicense]
    CCBYSA: ClassVar[ScoreLicense]
    CCBYND: ClassVar[ScoreLicense]
    CCBYNC: ClassVar[ScoreLicense]
    CCBYNCSA: ClassVar[ScoreLicense]
    CCBYNCND: ClassVar[ScoreLicense]
    NONE: ClassVar[ScoreLicense]
