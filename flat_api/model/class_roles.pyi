"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from typing import ClassVar

from ..schemas import EnumBase, StrSchema

class ClassRoles(EnumBase, StrSchema):
    """What a user is in a class"""

    TEACHER: ClassVar[ClassRoles]
    STUDENT: ClassVar[ClassRoles]
