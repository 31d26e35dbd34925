"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from typing import ClassVar

from ..schemas import EnumBase, StrSchema

class TutteoProduct(EnumBase, StrSchema):
    """Product of Tutteo, the company behind Flat, that an account was made for"""

    FLAT: ClassVar[TutteoProduct]
    FLAT_EDU: ClassVar[TutteoProduct]
    MSNIPPET: ClassVar[TutteoProduct]
    EMBED: ClassVar[TutteoProduct]
