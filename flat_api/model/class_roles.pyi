"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from ..schemas import EnumBase, StrSchema, value

class ClassRoles(EnumBase, StrSchema):
    """What a user is in a class"""

    TEACHER = value("teacher")
    STUDENT = value("student")
