"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from typing import ClassVar

from ..schemas import EnumBase, StrSchema

class FlatLocales(EnumBase, StrSchema):
    """Language of the interface for a user, as a language tag; `ja-HIRA` is Japanese written in hiragana,
    `zh-Hans` is simplified Chinese
    """

    EN: ClassVar[FlatLocales]
    ENGB: ClassVar[FlatLocales]
    ES: ClassVar[FlatLocales]
    FR: ClassVar[FlatLocales]
    DE: ClassVar[FlatLocales]
    IT: ClassVar[FlatLocales]
    JA: ClassVar[FlatLocales]
    JAHIRA: ClassVar[FlatLocales]
    KO: ClassVar[FlatLocales]
    NL: ClassVar[FlatLocales]
    PL: ClassVar[FlatLocales]
    PT: ClassVar[FlatLocales]
    PTBR: ClassVar[FlatLocales]
    RO: ClassVar[FlatLocales]
    RU: ClassVar[FlatLocales]
    SV: ClassVar[FlatLocales]
    TR: ClassVar[FlatLocales]
    ZHHANS: ClassVar[FlatLocales]
