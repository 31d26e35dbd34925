"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from typing import ClassVar

from ..schemas import EnumBase, StrSchema

class GroupType(EnumBase, StrSchema):
    """Kind of group: `classTeachers` and `classStudents` go with a class, `classStudentsSubGroup` is some of
    its students, `assignmentStudentsSubGroup` works on an assignment together, `generic` is any other
    """

    GENERIC: ClassVar[GroupType]
    CLASS_TEACHERS: ClassVar[GroupType]
    CLASS_STUDENTS: ClassVar[GroupType]
    CLASS_STUDENTS_SUB_GROUP: ClassVar[GroupType]
    ASSIGNMENT_STUDENTS_SUB_GROUP: ClassVar[GroupType]
