"""What is wrong with a value, for people and for machines."""

from __future__ import annotations

import json
import re
from typing import NamedTuple, TypedDict

from ..exceptions import OpenApiException, Problem
from ._text import quoted, visible

__all__ = ["Position", "ProblemRecord", "json_path", "position_of", "problems_of", "record", "sentence"]

_PLAIN_NAME = re.compile(r"[A-Za-z_]\w*", re.ASCII).fullmatch


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
    """The problems that *error* carries; at least one, made from its message where it carries none."""
    return error.problems or (Problem(("args[0]",), str(error), "unsupported"),)


def position_of(error: OpenApiException) -> Position | None:
    """Where the text behind *error* stops being JSON; None if it is JSON, or is none as a whole."""
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
    return Position(before.count(b"\n") + 1, column, f"the bytes {found} are no UTF-8 ({error.reason})")


def json_path(path: tuple[object, ...]) -> str:
    """*path* as a JSONPath; its first step names the value itself and is written ``$``.

    >>> json_path(("args[0]", "errorHistory", 1, "not a name"))
    "$.errorHistory[1]['not a name']"
    """
    return "$" + "".join(map(_step, path[1:]))


def _step(step: object) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    key = str(step)
    return f".{key}" if _PLAIN_NAME(key) and len(key) <= 80 else f"[{quoted(key)}]"


def sentence(problem: Problem) -> str:
    """*problem* with its path on one line that a terminal can be trusted with."""
    return f"{json_path(problem.path)}: {visible(problem.message)}"


def record(problem: Problem) -> ProblemRecord:
    """*problem* as the rejects file and ``--json`` write it."""
    path = [step if isinstance(step, int) else str(step) for step in problem.path[1:]]
    return {"path": path, "message": problem.message, "kind": problem.kind}
