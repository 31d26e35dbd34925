"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from typing import ClassVar

from ..schemas import EnumBase, StrSchema

class ScorePrivacy(EnumBase, StrSchema):
    """Who can see a score: with `private` (the default) only those who were given rights on it, with `public`
    everyone, with `organizationPublic` the members of the organization, with `privateLink` whoever has its
    sharing key
    """

    PUBLIC: ClassVar[ScorePrivacy]
    PRIVATE: ClassVar[ScorePrivacy]
    ORGANIZATION_PUBLIC: ClassVar[ScorePrivacy]
    PRIVATE_LINK: ClassVar[ScorePrivacy]
