"""The model `EduResourceType`."""

from ..schemas import EnumBase, StrSchema, value


class EduResourceType(EnumBase, StrSchema):
    """Kind of resource: an `assignment`, or a `folder` that holds other resources"""

    ASSIGNMENT = value("assignment")
    FOLDER = value("folder")
