"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from ..schemas import EnumBase, StrSchema, value

class Grade(EnumBase, StrSchema):
    """School grade, from `1` to `12`, or `university`"""

    GRADE_1 = value("1")
    GRADE_2 = value("2")
    GRADE_3 = value("3")
    GRADE_4 = value("4")
    GRADE_5 = value("5")
    GRADE_6 = value("6")
    GRADE_7 = value("7")
    GRADE_8 = value("8")
    GRADE_9 = value("9")
    GRADE_10 = value("10")
    GRADE_11 = value("11")
    GRADE_12 = value("12")
    UNIVERSITY = value("university")
