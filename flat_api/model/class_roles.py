"""The model `ClassRoles`."""

from ..schemas import EnumBase, StrSchema, value


class ClassRoles(EnumBase, StrSchema):
    """What a user is in a class"""

    TEACHER = value("teacher")
    STUDENT = value("student")
