"""Read the lines of a chunk as a model and keep what was refused. This is what worker processes do."""

from __future__ import annotations

import traceback
from typing import NamedTuple

from ..exceptions import ApiTypeError, ApiValueError, OpenApiException, Problem
from ..schemas import Schema, read_json
from ._ndjson import KEPT_OF_LONG_LINE, Chunk
from ._problems import position_of, problems_of
from ._text import counted

__all__ = ["INTERNAL", "Refused", "Rules", "Verdict", "judge"]

INTERNAL = "internal"
"""The kind of a problem that is no fault of the line."""

ROOT = ("args[0]",)

_JSON_BLANKS = b" \t\r"


class Rules(NamedTuple):
    """How lines are read: as which *model*, up to how many bytes, and whether leniently."""

    model: type[Schema]
    line_limit: int
    lenient: bool = False


class Refused(NamedTuple):
    """A refused line. *size* is 0, or the length in bytes of a line that was cut: *data* holds its start."""

    line: int
    problems: tuple[Problem, ...]
    data: bytes
    size: int = 0


class Verdict(NamedTuple):
    """What came of a chunk: how many lines were accepted, how many are blank, and all that were refused.

    *unfit* is how many of the accepted ones have something in them that does not fit, after a lenient reading.
    """

    file: str
    next_line: int
    accepted: int
    blank: int
    refused: tuple[Refused, ...]
    unfit: int = 0


def judge(rules: Rules, chunk: Chunk) -> Verdict:
    """Read every line of *chunk* by *rules*. Never raises: what goes wrong with a line is kept with it."""
    blank = unfit = 0
    refused: list[Refused] = []
    lines = _lines(chunk)
    for number, line in enumerate(lines, chunk.first_line):
        if chunk.over_long or len(line) > rules.line_limit:
            refused.append(_cut(number, line, chunk.over_long or len(line), rules.line_limit))
        elif not line.strip(_JSON_BLANKS):
            blank += 1
        else:
            problems, is_kept = _problems_in(rules, line)
            unfit += bool(problems and is_kept)
            if problems and not is_kept:
                refused.append(Refused(number, problems, line.removesuffix(b"\r")))
    return Verdict(chunk.file, chunk.next_line, len(lines) - blank - len(refused), blank, tuple(refused), unfit)


def _lines(chunk: Chunk) -> list[bytes]:
    lines = chunk.data.split(b"\n")
    if not lines[-1]:
        lines.pop()  # what follows the last line's end is no line
    return lines


def _problems_in(rules: Rules, line: bytes) -> tuple[tuple[Problem, ...], bool]:
    """The problems in *line*, and whether it is accepted with them."""
    try:
        if rules.lenient:
            return read_json(rules.model, line).problems, True
        rules.model.from_json(line)
    except (ApiTypeError, ApiValueError) as error:
        return _explained(error), False
    except Exception:  # one line must not end a run over millions, even where this package is at fault
        return (Problem(ROOT, f"this package failed: {traceback.format_exc(limit=-3)}", INTERNAL),), False
    return (), True


def _explained(error: OpenApiException) -> tuple[Problem, ...]:
    """The problems of *error*; of unreadable JSON the column, since the line is known."""
    position = position_of(error)
    if position is None:
        return problems_of(error)
    return (Problem(ROOT, f"not JSON: {position.reason} at column {position.column:,}", "json"),)


def _cut(number: int, line: bytes, size: int, limit: int) -> Refused:
    message = f"the line is {counted(size, 'byte')} long, more than the limit of {limit:,}"
    return Refused(number, (Problem(ROOT, message, "lineLength"),), line[:KEPT_OF_LONG_LINE], size)
