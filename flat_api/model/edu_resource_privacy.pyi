"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from ..schemas import EnumBase, StrSchema, value

class EduResourcePrivacy(EnumBase, StrSchema):
    """Who can see a resource: its creator (`private`), everyone in the organization (`organizationPublic`), or
    everyone (`public`)
    """

    PRIVATE = value("private")
    ORGANIZATION_PUBLIC = value("organizationPublic")
    PUBLIC = value("public")
