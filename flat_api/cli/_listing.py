"""Print what the API answers: a table for people, JSON for machines."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, cast

from frozendict import frozendict
from rich.cells import cell_len, set_cell_size
from rich.text import Text

from ..exceptions import OpenApiException
from ..schemas import BoolClass, DateTimeSchema, DictSchema, NoneClass
from ._console import make_console, put
from ._csv import write_csv
from ._errors import AnswerError
from ._text import shortened

__all__ = ["CSV", "CSV_WITH_MARK", "Column", "as_object", "date", "field", "print_list", "print_record"]

CSV, CSV_WITH_MARK = "plain", "marked"
"""The two kinds of CSV."""

GAP = "  "
"""What stands between two columns."""

READABLE = 24
"""Columns of a terminal that are left to a title in the place of other columns."""

NARROWEST = 12
"""Columns of a terminal that are left to a title in any case."""

Column = tuple[str, Callable[[Any], object]]
"""A heading, and what gives the value below it; None where there is none."""


class field:  # a word of the declarations of tables
    """Reads what is found at *path* in a value, None where it is absent or null."""

    def __init__(self, *path: str) -> None:
        self._path = path

    def exact(self, value: Any) -> object:
        """Return what is found, as it came."""
        found: Any = value
        for key in self._path:
            found = cast(Any, found).get(key) if isinstance(found, frozendict) else None
        return None if isinstance(found, NoneClass) else found

    def __call__(self, value: Any) -> object:
        """Return what is found, as people are shown it."""
        return self.exact(value)


class date(field):
    """Reads a date, to the minute; what is not a date as it came."""

    def __call__(self, value: Any) -> object:
        found = self.exact(value)
        if not isinstance(found, str):
            return found
        try:
            return f"{DateTimeSchema(str(found)).as_datetime:%Y-%m-%d %H:%M}"
        except (OpenApiException, ValueError):
            return found


def as_object(answer: Any) -> DictSchema:
    """Return *answer*, which was read leniently, where it is an object. Raises AnswerError for anything else."""
    if not isinstance(answer, frozendict):
        raise AnswerError("expected an object as the answer of the API")
    return cast("DictSchema", answer)


def print_list(
    values: Iterable[DictSchema], columns: Iterable[Column], nothing: str, *, as_json: bool, csv: str | None = None
) -> None:
    """Print *values* as a table, or *nothing* where there are none; as JSON one a line, as they come.

    With *csv* the table is CSV, its dates and numbers as they came, with a byte order mark if that is `CSV_WITH_MARK`.

    Raises AnswerError where they are an answer that is not a list.
    """
    if isinstance(values, (str, bytes, frozendict)):
        raise AnswerError("expected a list as the answer of the API")
    if as_json:
        for value in values:
            put(value.to_json())
        return
    heads, reads = zip(*columns)
    if csv is not None:
        write_csv(values, heads, [getattr(read, "exact", read) for read in reads], mark=csv == CSV_WITH_MARK)
        return
    rows = [[_shown(read(value)) for read in reads] for value in values]
    console = make_console()
    widths = _fitting([max(map(cell_len, column)) for column in zip(heads, *rows)], console.width)
    for row in [heads, *rows] if rows else []:
        line = GAP.join(_cut(text, width) for text, width in zip(row, widths)).rstrip()
        console.print(Text(line, "bold" if row is heads else ""), soft_wrap=True)
    if not rows:
        put(nothing)


def _fitting(widths: list[int], space: int) -> list[int]:
    """Return the widths of as many columns as *space* is enough for, out of those that need *widths*.

    Identifiers, which come first, are there to be copied and never cut. The second column is cut where it must be;
    of the others, the last ones are left out first.
    """
    first, second, *others = widths
    rest = space - first - len(GAP)
    while others and rest - sum(len(GAP) + width for width in others) < min(second, READABLE):
        others.pop()
    left = rest - sum(len(GAP) + width for width in others)
    return [first, max(min(second, left), min(second, NARROWEST)), *others]


def _cut(text: str, width: int) -> str:
    """Return *text* in *width* columns of a terminal, with a mark where it is cut."""
    return set_cell_size(text, width) if cell_len(text) <= width else f"{set_cell_size(text, width - 1)}~"


def print_record(value: DictSchema, fields: Iterable[Column], *, as_json: bool) -> None:
    """Print *value* as lines with a name and a value each, absent ones left out; as JSON on one line.

    Raises AnswerError where it is an answer that is not an object.
    """
    value = as_object(value)
    if as_json:
        put(value.to_json())
        return
    console = make_console()
    found = {heading: read(value) for heading, read in fields}
    shown = {heading: _shown(entry) for heading, entry in found.items() if entry is not None}
    width = max(map(len, shown), default=0)
    for heading, text in shown.items():
        console.print(Text().append(f"{heading:{width}}{GAP}", "bold").append(text), soft_wrap=True)


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, BoolClass):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return ", ".join(shortened(str(item)) for item in cast("tuple[object, ...]", value))
    return shortened(str(value))
