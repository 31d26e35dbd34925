"""Answers that a test gives in place of those of the sandbox."""

from __future__ import annotations

import difflib
import threading
import typing
from collections.abc import Mapping
from dataclasses import dataclass

from ..operations._catalogue import operations


@dataclass
class Canned:
    """An answer to the operation with this *name*, with *status* if that isn't the one it has otherwise."""

    name: str
    body: typing.Any
    times: int | None
    status: int | None
    headers: Mapping[str, str]


class CannedAnswers:
    """The answers that wait for their requests; those for one operation come in the order in which they were given."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: list[Canned] = []

    def add(self, canned: Canned) -> None:
        """Let an answer wait. Raises ValueError where there is no such operation."""
        names = {listed.operation.name for listed in operations()}
        if canned.name not in names:
            near = difflib.get_close_matches(canned.name, names, 1)
            hint = f"; did you mean {near[0]!r}?" if near else ""
            raise ValueError(f"there is no operation {canned.name!r}{hint}")
        with self._lock:
            self._waiting.append(canned)

    def clear(self) -> None:
        """Take back all that wait."""
        with self._lock:
            self._waiting.clear()

    def take(self, name: str) -> Canned | None:
        """Return the next answer to the operation with this *name*, which has one time less to come; None for none."""
        with self._lock:
            found = next((canned for canned in self._waiting if canned.name == name), None)
            if found is not None and found.times is not None:
                found.times -= 1
                if found.times <= 0:
                    self._waiting.remove(found)
        return found
