"""The model `TutteoProduct`."""

from ..schemas import EnumBase, StrSchema, value


class TutteoProduct(EnumBase, StrSchema, default="flat"):
    """Product of Tutteo, the company behind Flat, that an account was made for"""

    FLAT = value("flat")
    FLAT_EDU = value("flatEdu")
    MSNIPPET = value("msnippet")
    EMBED = value("embed")
