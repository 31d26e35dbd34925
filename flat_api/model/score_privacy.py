"""The model `ScorePrivacy`."""

from ..schemas import EnumBase, StrSchema, value


class ScorePrivacy(EnumBase, StrSchema, default="private"):
    """Who can see a score: with `private` (the default) only those who were given rights on it, with `public`
    everyone, with `organizationPublic` the members of the organization, with `privateLink` whoever has its
    sharing key
    """

    PUBLIC = value("public")
    PRIVATE = value("private")
    ORGANIZATION_PUBLIC = value("organizationPublic")
    PRIVATE_LINK = value("privateLink")
