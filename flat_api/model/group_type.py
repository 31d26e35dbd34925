"""The model `GroupType`."""

from ..schemas import EnumBase, StrSchema, value


class GroupType(EnumBase, StrSchema):
    """Kind of group: `classTeachers` and `classStudents` go with a class, `generic` is any other"""

    GENERIC = value("generic")
    CLASS_TEACHERS = value("classTeachers")
    CLASS_STUDENTS = value("classStudents")
