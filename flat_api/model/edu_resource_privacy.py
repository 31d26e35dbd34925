"""The model `EduResourcePrivacy`."""

from ..schemas import EnumBase, StrSchema, value


class EduResourcePrivacy(EnumBase, StrSchema):
    """Who can see a resource: its creator (`private`) or everyone (`public`)"""

    PRIVATE = value("private")
    PUBLIC = value("public")
