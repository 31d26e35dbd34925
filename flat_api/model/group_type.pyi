"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from ..schemas import EnumBase, StrSchema, value

class GroupType(EnumBase, StrSchema):
    """Kind of group: `classTeachers` and `classStudents` go with a class, `classStudentsSubGroup` is some of
    its students, `assignmentStudentsSubGroup` works on an assignment together, `generic` is any other
    """

    GENERIC = value("generic")
    CLASS_TEACHERS = value("classTeachers")
    CLASS_STUDENTS = value("classStudents")
    CLASS_STUDENTS_SUB_GROUP = value("classStudentsSubGroup")
    ASSIGNMENT_STUDENTS_SUB_GROUP = value("assignmentStudentsSubGroup")
