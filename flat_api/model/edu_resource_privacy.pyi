"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from typing import ClassVar

from ..schemas import EnumBase, StrSchema

class EduResourcePrivacy(EnumBase, StrSchema):
    """Who can see a resource: its creator (`private`), everyone in the organization (`organizationPublic`), or
    everyone (`public`)
    """

    PRIVATE: ClassVar[EduResourcePrivacy]
    ORGANIZATION_PUBLIC: ClassVar[EduResourcePrivacy]
    PUBLIC: ClassVar[EduResourcePrivacy]
