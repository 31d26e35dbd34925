"""What is wrong with a value, for people."""

from __future__ import annotations

import re

from ..exceptions import Problem
from ._text import quoted, visible

__all__ = ["json_path", "sentence"]

_PLAIN_NAME = re.compile(r"[A-Za-z_]\w*", re.ASCII).fullmatch


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
