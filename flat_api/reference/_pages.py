"""The page of a model, in the format of the earlier client's pages."""

from __future__ import annotations

from collections.abc import Iterator

from ..schemas import Schema
from ..schemas.documents._names import one_line
from ._sections import HEADINGS, TYPE_INFO, Section, planned
from ._tables import table, type_table
from ._text import name

FOOTER = (
    "[[Back to Model list]](../../README.md#documentation-for-models) "
    "[[Back to API list]](../../README.md#documentation-for-api-endpoints) "
    "[[Back to README]](../../README.md)"
)


def model_page(cls: type[Schema]) -> str:
    """The page about *cls*, in Markdown: what it takes, its keys, items and branches, and the classes inside it.

    The format is that of the earlier client's ``docs/models``: a table of types, then one of keys or items, then a
    section for each inner object, list and composition. Models link to the pages of other models, which stand in
    the same directory. The footer expects the page two directories below ``README.md``.

    >>> from flat_api.model.task import Task
    >>> model_page(Task).splitlines()[0]
    '# flat_api.model.task.Task'
    """
    page = planned(cls, f"{cls.__module__}.{cls.__qualname__}")
    return "\n".join([*_printed(page), FOOTER, "", ""])


def _printed(section: Section) -> Iterator[str]:
    """The lines of *section* and of those inside it."""
    tables = {HEADINGS[kind]: kind for kind in HEADINGS}
    for heading in section.headings():
        if heading == TYPE_INFO:
            yield from _introduced(section)
        elif heading in tables:
            yield from (heading, *table(section, tables[heading]), "")
        elif heading.startswith("### "):
            yield heading
        else:
            yield from (_title(section), "")
    for inner in section.below():
        yield from _printed(inner)


def _title(section: Section) -> str:
    known = "." in section.title  # the dotted name of the class, which is not markup
    return f"# {section.title if known else name(section.title)}"


def _introduced(section: Section) -> Iterator[str]:
    """The description, and the table of types."""
    text = one_line(section.text)
    if text:
        yield from (text, "")
    yield from (TYPE_INFO, *type_table(section), "")
