"""The plan of a page: a section for the model, and one for each class inside it that has something to show."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from dataclasses import dataclass, field

from frozendict import frozendict

from ..schemas import BinarySchema, Declaration, UnsetAnyTypeSchema, declaration_of, unset
from ..schemas.documents._names import description_of, is_model, one_line
from ._text import Anchors
from ._types import takes_anything

HEADINGS = {
    "keys": "### Dictionary Keys",
    "items": "### Tuple Items",
    "allOf": "#### allOf",
    "anyOf": "#### anyOf",
    "oneOf": "#### oneOf",
    "not": "#### not",
    "discriminator": "#### discriminator",
}
"""The tables of a section, in their order, and the heading of each."""

COMPOSED = "### Composed Schemas (allOf/anyOf/oneOf/not)"
"""The heading above the tables about other schemas, which are all but the first two."""

TYPE_INFO = "## Model Type Info"
ANY_NAME = "any_string_name"


@dataclass
class Section:
    """One class on a page. *anchor* is where links to it lead; it is known once the whole page is planned."""

    title: str
    cls: type
    text: str
    rows: dict[str, list[Row]] = field(default_factory=dict[str, "list[Row]"])
    anchor: str = ""

    def headings(self) -> Iterator[str]:
        """The headings of the section, as they follow each other."""
        yield f"# {self.title}"
        yield TYPE_INFO
        shown = [name for name in HEADINGS if self.rows[name]]
        for index, name in enumerate(shown):
            if name not in ("keys", "items") and (index == 0 or shown[index - 1] in ("keys", "items")):
                yield COMPOSED
            yield HEADINGS[name]

    def below(self) -> Iterator[Section]:
        """The sections inside this one, in the order of the rows that lead to them."""
        for rows in self.rows.values():
            yield from (row.section for row in rows if row.section is not None and not row.back)


@dataclass
class Row:
    """One row of a table: a name, its class and what is said of it. *section* shows the class, if one does.

    *default* is what the server uses where the property is absent.
    *told* tells that the section says *text* too, where its class has nothing to say.
    *back* tells that this is a section that the row itself is in, as in a tree whose nodes hold nodes.
    """

    name: str
    cls: type
    text: str
    optional: bool = False
    told: bool = True
    default: object = unset
    section: Section | None = None
    back: bool = False


def planned(cls: type, title: str) -> Section:
    """The section for the whole page of *cls*, with all that are inside it."""
    page = _section(title, cls, description_of(cls), ())
    _anchor(page, Anchors())
    return page


def _anchor(section: Section, anchors: Anchors) -> None:
    title, *others = (heading.partition(" ")[2] for heading in section.headings())
    section.anchor = anchors.add(title)
    for heading in others:
        anchors.add(heading)
    for inner in section.below():
        _anchor(inner, anchors)


def _section(title: str, cls: type, text: str, outer: tuple[Section, ...]) -> Section:
    section = Section(title, cls, text)
    declaration = declaration_of(cls)
    around = [*outer, section]
    for name, rows_of in _ROWS.items():
        rows = [] if issubclass(cls, BinarySchema) else list(rows_of(declaration))
        if name == "discriminator":  # its classes are usually those of another table
            around += section.below()
        for row in rows:
            _lead_on(row, name, tuple(around))
        section.rows[name] = rows
    return section


def _lead_on(row: Row, table: str, around: tuple[Section, ...]) -> None:
    """Give *row* the section that shows its class, where one is needed; one of those *around* it will do."""
    if is_model(row.cls) or (table in ("keys", "items") and not _has_more(declaration_of(row.cls))):
        return
    row.section = next((section for section in around if section.cls is row.cls), None)
    row.back = row.section is not None
    if not row.back:
        text = description_of(row.cls) or (row.text if row.told else "")
        row.section = _section(row.name, row.cls, text, around)


def _has_more(declaration: Declaration) -> bool:
    """Return whether a class has more to show than a row can hold."""
    if issubclass(declaration.cls, BinarySchema):
        return False
    inner = not declaration.types.isdisjoint((frozendict, tuple)) and not takes_anything(declaration)
    return inner or declaration.composed or bool(declaration.properties) or declaration.items is not None


def _keys(declaration: Declaration) -> Iterator[Row]:
    """Required properties, then the others, then those that are not declared."""
    entries, required = declaration.properties.values(), declaration.required
    yield from (Row(entry.name, entry.schema, _said(entry)) for entry in entries if entry.name in required)
    undeclared = sorted(required.difference(declaration.properties))
    yield from (Row(name, declaration.additional or UnsetAnyTypeSchema, "") for name in undeclared)
    optional = (entry for entry in entries if entry.name not in required)
    for entry in optional:
        yield Row(entry.name, entry.schema, _said(entry), optional=True, default=entry.default)
    if declaration.additional is not None and not declaration.is_closed:
        text = "any string name can be used but the value must be the correct type"
        yield Row(ANY_NAME, declaration.additional, text, optional=True, told=False)


def _said(entry: typing.Any) -> str:
    """Return the description of a property, or else that of its class, unless that has a page of its own."""
    own = one_line(entry.own_description)
    return own or ("" if is_model(entry.schema) else description_of(entry.schema))


def _items(declaration: Declaration) -> Iterator[Row]:
    if declaration.items is not None:
        yield Row("items", declaration.items, _own_text(declaration.items))


def _not(declaration: Declaration) -> Iterator[Row]:
    if declaration.not_schema is not None:
        yield Row("not_schema", declaration.not_schema, _own_text(declaration.not_schema))


def _discriminator(declaration: Declaration) -> Iterator[Row]:
    if declaration.discriminator is not None:
        name, mapping = declaration.discriminator
        yield from (Row(cls.__name__, cls, f"where {name} is {value}", told=False) for value, cls in mapping.items())


def _branches(name: str, classes: typing.Iterable[type]) -> Iterator[Row]:
    return (Row(f"{name}_{index}", cls, _own_text(cls)) for index, cls in enumerate(classes))


def _own_text(cls: type) -> str:
    return "" if is_model(cls) else description_of(cls)


_ROWS: dict[str, typing.Callable[[Declaration], Iterator[Row]]] = {
    "keys": _keys,
    "items": _items,
    "allOf": lambda declaration: _branches("all_of", declaration.all_of),
    "anyOf": lambda declaration: _branches("any_of", declaration.any_of),
    "oneOf": lambda declaration: _branches("one_of", declaration.one_of),
    "not": _not,
    "discriminator": _discriminator,
}
