"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from ..schemas import EnumBase, NoneBase, NoneStrMixin, Schema, StrBase, value

class ScoreLicense(EnumBase, StrBase, NoneBase, Schema, NoneStrMixin):
    """License of a score: `copyright` keeps all rights, `cc0` gives them up, the others are the Creative
    Commons licenses of that name; null for none
    """

    COPYRIGHT = value("copyright")
    CC0 = value("cc0")
    CCBY = value("cc-by")
    CCBYSA = value("cc-by-sa")
    CCBYND = value("cc-by-nd")
    CCBYNC = value("cc-by-nc")
    CCBYNCSA = value("cc-by-nc-sa")
    CCBYNCND = value("cc-by-nc-nd")
    NONE = value(None)
