"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from ..schemas import EnumBase, StrSchema, value

class EduResourceType(EnumBase, StrSchema):
    """Kind of resource: an `assignment`, or a `folder` that holds other resources"""

    ASSIGNMENT = value("assignment")
    FOLDER = value("folder")
