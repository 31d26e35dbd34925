"""The columns "Input Type" and "Accessed Type": what may be passed in, and what one gets to see."""

from __future__ import annotations

import decimal
import typing

from frozendict import frozendict

from ..schemas import BoolClass, Declaration, FileIO, NoneClass, declaration_of
from ..schemas.documents._names import is_model


class Columns(typing.NamedTuple):
    """What two cells of a row hold."""

    input: str
    accessed: str


ANYTHING: dict[type, Columns] = {
    frozendict: Columns("dict, frozendict.frozendict", "frozendict.frozendict"),
    str: Columns("str, date, datetime, uuid.UUID", "str"),
    decimal.Decimal: Columns("int, float, decimal.Decimal", "decimal.Decimal"),
    BoolClass: Columns("bool", "BoolClass"),
    NoneClass: Columns("None", "NoneClass"),
    tuple: Columns("list, tuple", "tuple"),
    bytes: Columns("bytes", "bytes"),
    FileIO: Columns("io.FileIO, io.BufferedReader", "FileIO"),
}
"""What is said of a class that takes every type, in that order."""

JSON_KINDS = frozenset(ANYTHING) - {bytes, FileIO}

SOME: dict[type, Columns] = {
    tuple: ANYTHING[tuple],
    frozendict: ANYTHING[frozendict],
    NoneClass: ANYTHING[NoneClass],
    str: Columns("str", "str"),
    decimal.Decimal: Columns("decimal.Decimal, int, float", "decimal.Decimal"),
    BoolClass: ANYTHING[BoolClass],
    bytes: ANYTHING[bytes],
    FileIO: ANYTHING[FileIO],
}
"""What is said of a class that takes some types; the format of a string or number may change it."""

BY_FORMAT = {"date": "str, date", "date-time": "str, datetime", "uuid": "str, uuid.UUID"}


def columns(cls: type) -> Columns:
    """The two cells for values of *cls*: a link each where it is a model, which has a page."""
    if is_model(cls):
        link = f"[**{cls.__name__}**]({cls.__name__}.md)"
        return Columns(link, link)
    return listed(declaration_of(cls))


def listed(declaration: Declaration) -> Columns:
    """The two cells that list types."""
    table = ANYTHING if takes_anything(declaration) else {**SOME, **_special(declaration)}
    found = [entry for kind, entry in table.items() if kind in declaration.types]
    return Columns(*("".join(f"{text}, " for text in texts) for texts in zip(*found)))


def takes_anything(declaration: Declaration) -> bool:
    """Return whether a class takes every type that JSON has."""
    return declaration.types >= JSON_KINDS


def _special(declaration: Declaration) -> dict[type, Columns]:
    """Return what the formats of a class say otherwise."""
    special: dict[type, Columns] = {}
    for name in declaration.formats:
        if name in BY_FORMAT:
            special[str] = Columns(BY_FORMAT[name], "str")
    if "integer" in declaration.formats:
        special[decimal.Decimal] = Columns("decimal.Decimal, int", "decimal.Decimal")
    return special
