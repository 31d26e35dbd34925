"""The log of answers that do not fit their declarations: a line for each kind of misfit, once per process."""

from __future__ import annotations

import logging
import threading
import typing

from .._response import ApiResponse
from ..schemas import Schema, declaration_of

if typing.TYPE_CHECKING:
    from ..exceptions import Path

logger = logging.getLogger("flat_api.responses")

MOST = 1000
"""Lines that are written before the log falls silent, so that no server can fill memory or disk."""

DEEPEST = 20
"""Steps of a path that a line shows."""


class ProblemLog:
    """Tells each combination of operation, place and kind of problem once, without any value of the answer."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._told: set[tuple[str, str, str]] = set()
        self._lock = threading.Lock()

    def tell(self, operation: str, answer: ApiResponse[typing.Any]) -> None:
        """Log the problems of *answer*, to the operation called *operation*, that were not told before."""
        places = {(_any_item(problem.path), problem.kind): problem.path for problem in answer.problems}
        for (_, kind), path in places.items():
            entry = (operation, declared_path(answer.body, path), kind)
            with self._lock:
                count = len(self._told)
                if count >= self._most or entry in self._told:
                    continue
                self._told.add(entry)
            logger.warning("%s: the answer does not fit its declaration at %s (%s)", *entry)
            if count + 1 == self._most:
                logger.warning("further answers that do not fit their declarations are not told")


def _any_item(path: Path) -> Path:
    """Return *path* with the same index for each item of an array."""
    return tuple(0 if isinstance(step, int) else step for step in path)


def declared_path(value: typing.Any, path: Path) -> str:
    """Return the JSONPath (RFC 9535) of *path* into *value*, with ``*`` for indices and for keys that are data.

    >>> from flat_api.model.task import Task
    >>> task = Task({"errorHistory": ["a"], "secret": 1})
    >>> declared_path(task, ("args[0]", "errorHistory", 0)), declared_path(task, ("args[0]", "secret"))
    ('$.errorHistory[*]', '$.*')
    """
    text = "$"
    for step in path[1 : 1 + DEEPEST]:
        if isinstance(step, int):
            text += "[*]"
        else:
            text += f".{step}" if _is_declared(value, step) else ".*"
        value = _member(value, step)
    return text if len(path) <= 1 + DEEPEST else f"{text}…"


def _is_declared(value: object, key: object) -> bool:
    classes = declaration_of(type(value)).matched if isinstance(value, Schema) else ()
    return any(key in declaration_of(cls).properties for cls in classes)


def _member(value: typing.Any, step: typing.Any) -> object:
    try:
        return value[step]
    except (LookupError, TypeError):  # a name that is missing
        return None


problem_log = ProblemLog()
"""That of this process."""
