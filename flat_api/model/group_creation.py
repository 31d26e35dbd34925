"""The model `GroupCreation`."""

from ..schemas import DictSchema, EnumBase, StrSchema, list_of, optional, required, value


class GroupCreation(DictSchema):
    """A group of users to create"""

    class Type(EnumBase, StrSchema):
        """Kind of group: `classStudentsSubGroup`, some of the students of a class"""

        CLASS_STUDENTS_SUB_GROUP = value("classStudentsSubGroup")

    type = required(Type)
    classroom = required(StrSchema, "Unique identifier of the class that the students are in")
    name = optional(StrSchema, "Name of the group as users will see it")
    members = optional(list_of(StrSchema), "Unique identifiers of the students to put into the group")
