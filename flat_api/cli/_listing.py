"""Print what the API answers: a table for people, JSON for machines."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, cast

from frozendict import frozendict
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from ..schemas import DateTimeSchema, DictSchema, NoneClass
from ._console import make_console
from ._errors import AnswerError
from ._text import shortened

__all__ = ["Column", "as_object", "date", "field", "print_list", "print_record"]

Column = tuple[str, Callable[[Any], object]]
"""A heading, and what gives the value below it; None where there is none."""


def field(*path: str) -> Callable[[Any], object]:
    """What is found at *path* in a value, None where it is absent or null."""

    def read(value: Any) -> object:
        found: Any = value
        for key in path:
            found = cast(Any, found).get(key) if isinstance(found, frozendict) else None
        return None if isinstance(found, NoneClass) else found

    return read


def date(name: str) -> Callable[[Any], object]:
    """The date called *name* in a value, to the minute; what is no date as it came."""
    find = field(name)

    def read(value: Any) -> object:
        found = find(value)
        return f"{found.as_datetime:%Y-%m-%d %H:%M}" if isinstance(found, DateTimeSchema) else found

    return read


def as_object(answer: Any) -> DictSchema:
    """Return *answer*, which was read leniently, where it is an object. Raises AnswerError for anything else."""
    if not isinstance(answer, frozendict):
        raise AnswerError("the answer of the API is no object")
    return cast("DictSchema", answer)


def print_list(values: Iterable[DictSchema], columns: Iterable[Column], nothing: str, *, as_json: bool) -> None:
    """Print *values* as a table, or *nothing* where there are none; as JSON one a line, as they come.

    Raises AnswerError where they are an answer that is no list.
    """
    if isinstance(values, (str, bytes, frozendict)):
        raise AnswerError("the answer of the API is no list")
    if as_json:
        for value in values:
            print(value.to_json(), flush=True)
        return
    known = tuple(columns)
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for position, (heading, _) in enumerate(known):
        # Identifiers are there to be copied: they are never cut.
        table.add_column(heading, no_wrap=position == 0, overflow="fold", min_width=24 if position == 0 else None)
    for value in values:
        table.add_row(*(_shown(read(value)) for _, read in known))
    _print(table if table.row_count else Text(nothing))


def print_record(value: DictSchema, fields: Iterable[Column], *, as_json: bool) -> None:
    """Print *value* as lines with a name and a value each, absent ones left out; as JSON on one line.

    Raises AnswerError where it is an answer that is no object.
    """
    value = as_object(value)
    if as_json:
        print(value.to_json())
        return
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="bold", no_wrap=True)
    grid.add_column(overflow="fold")
    for heading, read in fields:
        found = read(value)
        if found is not None:
            grid.add_row(heading, _shown(found))
    _print(grid)


def _print(content: RenderableType) -> None:
    """Print *content*; in a pipe without the blanks that fill a column up."""
    console = make_console()
    if console.is_terminal:
        console.print(content)
        return
    with console.capture() as capture:
        console.print(content)
    print("\n".join(line.rstrip() for line in capture.get().splitlines()))


def _shown(value: object) -> Text:
    if value is None:
        return Text("")
    if isinstance(value, tuple):
        return Text(", ".join(shortened(str(item)) for item in cast("tuple[object, ...]", value)))
    return Text(shortened(str(value)))
