"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from typing import ClassVar

from ..schemas import EnumBase, StrSchema

class EduResourceType(EnumBase, StrSchema):
    """Kind of resource: an `assignment`, or a `folder` that holds other resources"""

    ASSIGNMENT: ClassVar[EduResourceType]
    FOLDER: ClassVar[EduResourceType]
