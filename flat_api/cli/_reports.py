"""What is said when a command ends early: a line or two for people, a JSON object for machines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from ..schemas import Schema
from ._errors import CommandError
from ._exit import ExitCode
from ._json import object_with

__all__ = ["Report", "notes_of", "report_of"]


_NO_FACTS: Mapping[str, Any] = {}


class Report(NamedTuple):
    """Why a command ended: a sentence, what to do about it, and *facts* that programs may want.

    A fact is an instance of a schema class, or what `json.dumps` takes.
    """

    code: ExitCode
    message: str
    hint: str | None = None
    facts: Mapping[str, Any] = _NO_FACTS
    kind: str | None = None

    def as_text(self) -> str:
        """The sentence, and below it what to do."""
        return f"Error: {self.message}\n{self.hint}" if self.hint else f"Error: {self.message}"

    def as_json(self) -> str:
        """A JSON object on one line, with the exit code and its name."""
        fields: dict[str, Any] = {
            "kind": self.kind or self.code.name.lower(),
            "message": self.message,
            "hint": self.hint,
            "exit_code": self.code,
        }
        fields |= {name: fact for name, fact in self.facts.items() if not isinstance(fact, Schema)}
        texts = {name: fact.to_json() for name, fact in self.facts.items() if isinstance(fact, Schema)}
        return object_with({}, error=object_with(fields, **texts))


def report_of(error: CommandError) -> Report:
    """The report of *error*."""
    hints = filter(None, [error.hint, notes_of(error)])
    return Report(error.exit_code, str(error), "\n".join(hints) or None)


def notes_of(error: BaseException) -> str | None:
    """What was noted on *error* on its way up: how to go on after it."""
    return "\n".join(getattr(error, "__notes__", ())) or None
