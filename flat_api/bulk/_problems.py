"""The problems of an error as values: places in a text, and records for a file of rejected lines."""

from __future__ import annotations

import json
from typing import NamedTuple, TypedDict

from ..exceptions import OpenApiException, Problem

__all__ = ["Position", "ProblemRecord", "position_of", "problems_of", "record"]


class ProblemRecord(TypedDict):
    """A problem as JSON: *path* is a list of keys and indices, empty for the whole value."""

    path: list[str | int]
    message: str
    kind: str


class Position(NamedTuple):
    """Where a text stops being JSON, and why. *line* and *column* count characters from 1."""

    line: int
    column: int
    reason: str


def problems_of(error: OpenApiException) -> tuple[Problem, ...]:
    """Return the problems that *error* carries; at least one, made from its message where it carries none."""
    return error.problems or (Problem(("args[0]",), str(error), "unsupported"),)


def position_of(error: OpenApiException) -> Position | None:
    """Return where the text behind *error* stops being JSON; None if it is JSON, or is not JSON as a whole."""
    cause = error.__cause__
    if isinstance(cause, json.JSONDecodeError):
        return Position(cause.lineno, cause.colno, cause.msg)
    if isinstance(cause, UnicodeDecodeError):
        return _undecodable(cause)
    return None


def _undecodable(error: UnicodeDecodeError) -> Position:
    before = bytes(error.object[: error.start])
    line_start = before.rfind(b"\n") + 1
    column = len(before[line_start:].decode(errors="replace")) + 1
    found = " ".join(f"{byte:02x}" for byte in error.object[error.start : error.end])
    return Position(before.count(b"\n") + 1, column, f"the bytes {found} are not UTF-8 ({error.reason})")


def record(problem: Problem) -> ProblemRecord:
    """Return *problem* as a file of rejected lines and ``--json`` write it."""
    path = [step if isinstance(step, int) else str(step) for step in problem.path[1:]]
    return {"path": path, "message": problem.message, "kind": problem.kind}
