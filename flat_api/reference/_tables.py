"""The tables of a page, as lines of Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from ..schemas import declaration_of
from ..schemas.documents._names import is_model
from ._notes import OPTIONAL, default_note, notes
from ._sections import ANY_NAME, Row, Section
from ._text import cell, name
from ._types import columns, listed

TYPE_HEADER = (
    "Input Type | Accessed Type | Description | Notes",
    "------------ | ------------- | ------------- | -------------",
)
KEY_HEADER = (
    "Key | Input Type | Accessed Type | Description | Notes",
    "------------ | ------------- | ------------- | ------------- | -------------",
)
CLASS_HEADER = (
    "Class Name | Input Type | Accessed Type | Description | Notes",
    "------------- | ------------- | ------------- | ------------- | -------------",
)

UNDECLARED = (
    f"**{ANY_NAME}** | dict, frozendict.frozendict, str, date, datetime, int, float, bool, decimal.Decimal, None, "
    "list, tuple, bytes, io.FileIO, io.BufferedReader | frozendict.frozendict, str, BoolClass, "
    "decimal.Decimal, NoneClass, tuple, bytes, FileIO "
    "| any string name can be used but the value must be the correct type | [optional]"
)
"""The row of objects that say nothing of keys they do not declare, as it always was."""


def type_table(section: Section) -> Iterator[str]:
    """The table that says what the class itself takes."""
    declaration = declaration_of(section.cls)
    yield from TYPE_HEADER
    yield _row(*listed(declaration), cell(section.text), notes(declaration))


def table(section: Section, kind: str) -> Iterator[str]:
    """The table *kind* of *section*: its keys, its items, or the classes of a composition."""
    rows = section.rows[kind]
    yield from KEY_HEADER if kind == "keys" else CLASS_HEADER
    for row in rows:
        yield _row(_label(row, kind), *columns(row.cls), cell(row.text), _notes(row))
    if kind == "keys" and declaration_of(section.cls).additional is None:
        yield UNDECLARED


def _row(*cells: str) -> str:
    return " | ".join(cells)


def _notes(row: Row) -> str:
    """Return what the row says last; a model has a page that says the rest."""
    said = default_note(row.default) if is_model(row.cls) else notes(declaration_of(row.cls), row.default)
    return (OPTIONAL if row.optional else "") + said


def _label(row: Row, kind: str) -> str:
    """The first cell: a key in bold, or a class; a link where there is a section or a page to go to."""
    text = name(row.name)
    if row.section is not None:
        text = f"[{text}](#{row.section.anchor})"
    elif is_model(row.cls) and kind != "keys":
        text = row.cls.__name__ if kind != "items" else f"**{row.cls.__name__}**"
        text = f"[{text}]({row.cls.__name__}.md)"
    return f"**{text}**" if kind == "keys" else text
