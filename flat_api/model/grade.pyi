"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from typing import ClassVar

from ..schemas import EnumBase, StrSchema

class Grade(EnumBase, StrSchema):
    """School grade, from `1` to `12`, or `university`"""

    GRADE_1: ClassVar[Grade]
    GRADE_2: ClassVar[Grade]
    GRADE_3: ClassVar[Grade]
    GRADE_4: ClassVar[Grade]
    GRADE_5: ClassVar[Grade]
    GRADE_6: ClassVar[Grade]
    GRADE_7: ClassVar[Grade]
    GRADE_8: ClassVar[Grade]
    GRADE_9: ClassVar[Grade]
    GRADE_10: ClassVar[Grade]
    GRADE_11: ClassVar[Grade]
    GRADE_12: ClassVar[Grade]
    UNIVERSITY: ClassVar[Grade]
