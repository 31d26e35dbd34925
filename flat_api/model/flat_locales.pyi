"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from ..schemas import EnumBase, StrSchema, value

class FlatLocales(EnumBase, StrSchema):
    """Language of the interface for a user, as a language tag; `ja-HIRA` is Japanese written in hiragana,
    `zh-Hans` is simplified Chinese
    """

    EN = value("en")
    ENGB = value("en-GB")
    ES = value("es")
    FR = value("fr")
    DE = value("de")
    IT = value("it")
    JA = value("ja")
    JAHIRA = value("ja-HIRA")
    KO = value("ko")
    NL = value("nl")
    PL = value("pl")
    PT = value("pt")
    PTBR = value("pt-BR")
    RO = value("ro")
    RU = value("ru")
    SV = value("sv")
    TR = value("tr")
    ZHHANS = value("zh-Hans")
