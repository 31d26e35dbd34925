"""Tables as CSV (RFC 4180), in UTF-8, for spreadsheets and whatever else reads it."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any, cast

from ..schemas import BoolClass, NoneClass
from ._console import put

__all__ = ["cell", "write_csv"]

MARK = b"\xef\xbb\xbf"
"""What some spreadsheets need at the beginning of a file to read it as UTF-8."""

FORMULA = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
"""What the text of a cell begins with that spreadsheets would calculate, in the width of East Asian scripts, too."""


def cell(value: object) -> str:
    """Return *value* as the text of a cell: empty for null and what is absent, ``true`` and ``false`` for booleans.

    Text that a spreadsheet would take for a formula has an apostrophe in front; numbers are left alone.

    >>> [cell(value) for value in (None, False, "=1+1", "a, b", ("x", "y"))]
    ['', 'false', "'=1+1", 'a, b', 'x; y']
    """
    if value is None or isinstance(value, NoneClass):
        return ""
    if isinstance(value, (bool, BoolClass)):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return _harmless("; ".join(map(cell, cast("tuple[object, ...]", value))))
    return _harmless(str(value)) if isinstance(value, str) else str(value)


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) else text


def write_csv(
    values: Iterable[Any], heads: Sequence[str], reads: Sequence[Callable[[Any], object]], *, mark: bool
) -> None:
    """Print *values* on standard output, one a line as they come, below the line of *heads*.

    With *mark* a byte order mark comes first. On a terminal, characters that it would obey are escaped.
    """
    is_terminal = sys.stdout.isatty()
    if mark and not is_terminal:
        sys.stdout.buffer.write(MARK)
    _put_row(list(heads), is_terminal)
    for value in values:
        _put_row([cell(read(value)) for read in reads], is_terminal)
    sys.stdout.flush()


def _put_row(row: list[str], is_terminal: bool) -> None:
    text = io.StringIO(newline="")
    csv.writer(text).writerow(row)  # fields in quotes where they need them, lines ended by CRLF
    if is_terminal:
        put(text.getvalue().removesuffix("\r\n"))
    else:
        sys.stdout.buffer.write(text.getvalue().encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
