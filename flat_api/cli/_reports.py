"""What is said when a command ends early: a line or two for people, a JSON object for machines."""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any, NamedTuple

import click

from ..exceptions import OpenApiException
from ..schemas import Schema
from ._errors import CommandError, Declined, Stopped
from ._exit import ExitCode
from ._json import object_with

__all__ = ["Report", "notes_of", "report_of"]


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


def report_of(error: BaseException) -> Report:
    """Return the report of *error*, which ended a command."""
    if isinstance(error, (click.Abort, KeyboardInterrupt)):
        error = Stopped(ExitCode(getattr(error, "exit_code", ExitCode.INTERRUPTED)))
    if isinstance(error, Stopped):
        return Report(error.exit_code, str(error), error.hint, lead="")
    if isinstance(error, Declined):
        return Report(error.exit_code, str(error), kind="declined", lead="")
    if isinstance(error, CommandError):
        hints = filter(None, [error.hint, notes_of(error)])
        return Report(error.exit_code, str(error), "\n".join(hints) or None)
    if isinstance(error, click.ClickException):
        return _misuse(error)
    if isinstance(error, OpenApiException):
        from ._api_reports import api_report

        return api_report(error)
    return _fault(error)


def _misuse(error: click.ClickException) -> Report:
    context = error.ctx if isinstance(error, click.UsageError) else None
    usage = f"{context.get_usage()}\nTry '{context.command_path} --help' for help.\n\n" if context else ""
    code = ExitCode(error.exit_code)
    return Report(code, error.format_message(), kind="usage", lead=f"{usage}Error: ")


def _fault(error: BaseException) -> Report:
    """Return the report of an error that nobody expected: where it came from, and for machines the whole way to it."""
    trace = traceback.extract_tb(error.__traceback__)
    place = f"{PurePath(trace[-1].filename).name}, line {trace[-1].lineno}" if trace else "an unknown place"
    what = "".join(traceback.format_exception_only(error)).strip()
    facts = {"traceback": traceback.format_exception(error)}
    return Report(ExitCode.TROUBLE, f"flat-api itself is at fault: {what} ({place})", None, facts, "internal")


def notes_of(error: BaseException) -> str | None:
    """Return what was noted on *error* on its way up, how to go on after it; None where there is nothing."""
    return "\n".join(getattr(error, "__notes__", ())) or None
