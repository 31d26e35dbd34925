"""The model `ClassGradeLevel`."""

from ..schemas import EnumBase, StrSchema, value


class ClassGradeLevel(EnumBase, StrSchema):
    """School level of the students of a class, from `elementary` to `university`"""

    ELEMENTARY = value("elementary")
    MIDDLE = value("middle")
    HIGH = value("high")
    UNIVERSITY = value("university")
    OTHER = value("other")
