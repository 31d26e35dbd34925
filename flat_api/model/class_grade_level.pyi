"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from ..schemas import EnumBase, StrSchema, value

class ClassGradeLevel(EnumBase, StrSchema):
    """School level of the students of a class, from `elementary` to `university`"""

    ELEMENTARY = value("elementary")
    MIDDLE = value("middle")
    HIGH = value("high")
    UNIVERSITY = value("university")
    OTHER = value("other")
