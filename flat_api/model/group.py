"""The model `Group`."""

from ..schemas import (
    BoolSchema,
    DateTimeSchema,
    DictSchema,
    EnumBase,
    NumberSchema,
    StrSchema,
    optional,
    value,
)


class Group(DictSchema):
    """A set of users with whom resources can be shared"""

    class Type(EnumBase, StrSchema):
        """Kind of group: `classTeachers` and `classStudents` go with a class, `classStudentsSubGroup` is some of
        its students, `assignmentStudentsSubGroup` works on an assignment together, `generic` is any other
        """

        GENERIC = value("generic")
        CLASS_TEACHERS = value("classTeachers")
        CLASS_STUDENTS = value("classStudents")
        CLASS_STUDENTS_SUB_GROUP = value("classStudentsSubGroup")
        ASSIGNMENT_STUDENTS_SUB_GROUP = value("assignmentStudentsSubGroup")

    id = optional(StrSchema, "Unique identifier of the group")
    name = optional(StrSchema, "Name of the group as users see it")
    type = optional(Type)
    usersCount = optional(NumberSchema, "Number of users in the group")
    readOnly = optional(BoolSchema, "True when the group cannot be changed")
    organization = optional(StrSchema, "Unique identifier of the organization the group belongs to")
    creationDate = optional(DateTimeSchema, "Date and time when the group was created")
