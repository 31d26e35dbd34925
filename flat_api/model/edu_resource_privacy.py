"""The model `EduResourcePrivacy`."""

from ..schemas import EnumBase, StrSchema, value


class EduResourcePrivacy(EnumBase, StrSchema, default="private"):
    """Who can see a resource: its creator (`private`), everyone in the organization (`organizationPublic`), or
    everyone (`public`)
    """

    PRIVATE = value("private")
    ORGANIZATION_PUBLIC = value("organizationPublic")
    PUBLIC = value("public")
