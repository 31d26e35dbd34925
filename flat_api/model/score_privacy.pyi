"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from ..schemas import EnumBase, StrSchema, value

class ScorePrivacy(EnumBase, StrSchema):
    """Who can see a score: with `private` (the default) only those who were given rights on it, with `public`
    everyone, with `organizationPublic` the members of the organization, with `privateLink` whoever has its
    sharing key
    """

    PUBLIC = value("public")
    PRIVATE = value("private")
    ORGANIZATION_PUBLIC = value("organizationPublic")
    PRIVATE_LINK = value("privateLink")
