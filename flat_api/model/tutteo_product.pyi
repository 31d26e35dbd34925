"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from ..schemas import EnumBase, StrSchema, value

class TutteoProduct(EnumBase, StrSchema):
    """Product of Tutteo, the company behind Flat, that an account was made for"""

    FLAT = value("flat")
    FLAT_EDU = value("flatEdu")
    MSNIPPET = value("msnippet")
    EMBED = value("embed")
