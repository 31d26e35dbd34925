"""What is said when a command ends early: a line or two for people, a JSON object for machines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from ..schemas import Schema
from ._exit import ExitCode
from ._json import object_with

__all__ = ["Report", "notes_of"]


LONGEST = 1500
"""Characters of a sentence, which may repeat what was typed."""

_NO_FACTS: Mapping[str, Any] = {}


class Report(NamedTuple):
    """Why a command ended: a sentence, what to do about it, and *facts* that programs may want.

    A fact is an instance of a schema class, or what `json.dumps` takes. *lead* stands before the sentence in a text.
    """

    code: ExitCode
    message: str
    hint: str | None = None
    facts: Mapping[str, Any] = _NO_FACTS
    kind: str | None = None
    lead: str = "Error: "

    def as_text(self) -> str:
        """The sentence, and below it what to do."""
        return "\n".join(filter(None, [f"{self.lead}{_cut(self.message)}", self.hint]))

    def as_json(self) -> str:
        """A JSON object on one line, with the exit code and its name."""
        fields: dict[str, Any] = {
            "kind": self.kind or self.code.name.lower(),
            "message": _cut(self.message),
            "hint": self.hint,
            "exit_code": self.code,
        }
        fields |= {name: fact for name, fact in self.facts.items() if not isinstance(fact, Schema)}
        texts = {name: fact.to_json() for name, fact in self.facts.items() if isinstance(fact, Schema)}
        return object_with({}, error=object_with(fields, **texts))


def _cut(text: str) -> str:
    """Return *text*, of which the middle is left out if it is long: what was typed is mostly there."""
    half = LONGEST // 2
    return text if len(text) <= LONGEST else f"{text[:half]} ... {text[-half:]}"


def notes_of(error: BaseException) -> str | None:
    """Return what was noted on *error* on its way up, how to go on after it; None where there is nothing."""
    return "\n".join(getattr(error, "__notes__", ())) or None
