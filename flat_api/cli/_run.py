"""Run the commands, and turn whatever ends them into an exit code and a few lines of text."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from pathlib import PurePath

import click

from ..exceptions import OpenApiException
from ._app import commands
from ._console import prepared_streams, tell
from ._errors import CommandError, Declined, OutputError, ReaderGone, Stopped
from ._exit import ExitCode
from ._interrupts import ended_by_signals
from ._reports import Report, report_of

__all__ = ["run"]


def run(arguments: Sequence[str] | None) -> int:
    """Run the command line on *arguments* (None: those of the process) and return its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    with prepared_streams():
        try:
            with ended_by_signals():
                code: int | None = commands.main(given, prog_name="flat-api", standalone_mode=False)
                sys.stdout.flush()  # a full disk shows itself here, while something can be said about it
        except ReaderGone:
            return ExitCode.BROKEN_PIPE
        except (Exception, KeyboardInterrupt) as error:
            return _said(_report_of(error), as_json="--json" in given)
        return code or ExitCode.GOOD


def _said(report: Report, *, as_json: bool) -> ExitCode:
    """Say why a command ended, after all that it had to say before, and return its exit code."""
    with suppress(OutputError, ReaderGone):
        sys.stdout.flush()
    tell(report.as_json() if as_json else report.as_text())
    return report.code


def _report_of(error: BaseException) -> Report:
    """Return the report of *error*, which ended a command."""
    if isinstance(error, (click.Abort, KeyboardInterrupt)):
        error = Stopped(ExitCode(getattr(error, "exit_code", ExitCode.INTERRUPTED)))
    if isinstance(error, Stopped):
        return Report(error.exit_code, str(error), error.hint, lead="")
    if isinstance(error, Declined):
        return Report(error.exit_code, str(error), kind="declined", lead="")
    if isinstance(error, click.ClickException):
        return _misuse(error)
    if isinstance(error, (CommandError, OpenApiException)):
        return report_of(error)
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
