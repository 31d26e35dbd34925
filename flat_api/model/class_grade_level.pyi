"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from typing import ClassVar

from ..schemas import EnumBase, StrSchema

class ClassGradeLevel(EnumBase, StrSchema):
    """School level of the students of a class, from `elementary` to `university`"""

    ELEMENTARY: ClassVar[ClassGradeLevel]
    MIDDLE: ClassVar[ClassGradeLevel]
    HIGH: ClassVar[ClassGradeLevel]
    UNIVERSITY: ClassVar[ClassGradeLevel]
    OTHER: ClassVar[ClassGradeLevel]
