"""Read the lines of a chunk as a model, and keep those that are rejected. This is what workers do."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from ..exceptions import ApiTypeError, ApiValueError, Problem
from ..schemas import Reading, Schema, read_json
from ._lines import KEPT_OF_LONG_LINE, Chunk
from ._problems import position_of, problems_of

__all__ = ["INTERNAL", "ChunkResult", "RejectedLine", "Rules", "parsed_lines", "validate_chunk"]

INTERNAL = "internal"
"""The kind of a problem that is not a fault of the line."""

ROOT = ("args[0]",)

_JSON_BLANKS = b" \t\r"


class Rules(NamedTuple):
    """How lines are read: as which *model*, up to how many bytes, and whether leniently."""

    model: type[Schema]
    line_limit: int
    lenient: bool = False


class RejectedLine(NamedTuple):
    """Line number *line* of *file*, which is not what it should be, with everything that is wrong with it.

    *data* is the line without its end. *size* is 0, or the length in bytes of a line that is too long: *data* is its
    start then.
    """

    file: str
    line: int
    problems: tuple[Problem, ...]
    data: bytes
    size: int = 0


class ChunkResult(NamedTuple):
    """What came of a chunk: how many lines were accepted, how many are blank, and all that were rejected.

    *unfit* is how many of the accepted ones have something in them that does not fit, after a lenient reading.
    """

    file: str
    next_line: int
    accepted: int
    blank: int
    rejected: tuple[RejectedLine, ...]
    unfit: int = 0


def validate_chunk(rules: Rules, chunk: Chunk) -> ChunkResult:
    """Read every line of *chunk* by *rules*. Never raises: what goes wrong with a line is kept with it."""
    accepted = unfit = 0
    rejected: list[RejectedLine] = []
    for line in parsed_lines(rules, chunk):
        if isinstance(line, RejectedLine):
            rejected.append(line)
        else:
            accepted += 1
            unfit += isinstance(line, Reading) and bool(line.problems)
    blank = chunk.next_line - chunk.first_line - accepted - len(rejected)
    return ChunkResult(chunk.file, chunk.next_line, accepted, blank, tuple(rejected), unfit)


def parsed_lines(rules: Rules, chunk: Chunk) -> Iterator[Schema | Reading[Schema] | RejectedLine]:
    """Yield what comes of each line of *chunk* that is not blank: an instance, by lenient rules a reading of one."""
    read = partial(read_json, rules.model) if rules.lenient else rules.model.from_json
    for number, line in enumerate(_lines(chunk), chunk.first_line):
        if chunk.over_long or len(line) > rules.line_limit:
            yield _too_long(chunk, number, line, rules.line_limit)
        elif line.strip(_JSON_BLANKS):
            try:
                parsed = read(line)
            except Exception as error:
                yield RejectedLine(chunk.file, number, _problems(error), line.removesuffix(b"\r"))
            else:
                yield parsed


def _lines(chunk: Chunk) -> list[bytes]:
    lines = chunk.data.split(b"\n")
    if not lines[-1]:
        lines.pop()  # what follows the end of the last line is not a line
    return lines


def _problems(error: Exception) -> tuple[Problem, ...]:
    """Return the problems of *error*; of unreadable JSON the column, since the line is known."""
    if not isinstance(error, (ApiTypeError, ApiValueError)):
        # One line must not end a run over millions, even where this package is at fault.
        trace = "".join(traceback.format_exception(error, limit=-3))
        return (Problem(ROOT, f"this package failed: {trace}", INTERNAL),)
    position = position_of(error)
    if position is None:
        return problems_of(error)
    return (Problem(ROOT, f"not JSON: {position.reason} at column {position.column:,}", "json"),)


def _too_long(chunk: Chunk, number: int, line: bytes, limit: int) -> RejectedLine:
    size = chunk.over_long or len(line)
    message = f"the line is {size:,} bytes long, more than the limit of {limit:,}"
    problems = (Problem(ROOT, message, "lineLength"),)
    return RejectedLine(chunk.file, number, problems, line[:KEPT_OF_LONG_LINE], size)
