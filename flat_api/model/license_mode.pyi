"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from ..schemas import EnumBase, StrSchema, value

class LicenseMode(EnumBase, StrSchema):
    """How a license is granted: `credit` uses up one of the credits bought, `site` comes with a license for
    the whole organization
    """

    CREDIT = value("credit")
    SITE = value("site")
