"""Run the commands, and turn whatever ends them into an exit code and at most two lines of text."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence

import click

from ..exceptions import OpenApiException
from ._app import commands
from ._console import tame_streams
from ._errors import CommandError, Declined, ReaderGone, Stopped
from ._exit import ExitCode
from ._reports import Report, report_of

__all__ = ["run"]


def run(arguments: Sequence[str] | None) -> int:
    """Run the command line on *arguments* (None: those of the process) and return its exit code."""
    tame_streams()
    given = list(sys.argv[1:] if arguments is None else arguments)
    as_json = "--json" in given
    try:
        return _run(given, as_json)
    except ReaderGone:
        _discard_output()
        return ExitCode.BROKEN_PIPE
    except OSError as error:
        _discard_output()
        reason = f"the output can't be written: {error.strerror or error}"
        return _fail(Report(ExitCode.TROUBLE, reason), as_json)
    except Exception:
        reason = f"flat-api itself is at fault.\n{traceback.format_exc()}"
        return _fail(Report(ExitCode.TROUBLE, reason, kind="internal"), as_json)


def _run(arguments: list[str], as_json: bool) -> int:
    try:
        code: int | None = commands.main(arguments, prog_name="flat-api", standalone_mode=False)
    except click.ClickException as error:
        return _misused(error, as_json)
    except (click.Abort, KeyboardInterrupt):
        return _end(_stopped(Stopped(ExitCode.INTERRUPTED)), as_json)
    except Stopped as stop:
        return _end(_stopped(stop), as_json)
    except Declined as error:
        return _end(report_of(error)._replace(kind="declined"), as_json)
    except CommandError as error:
        return _fail(report_of(error), as_json)
    except OpenApiException as error:
        from ._api_reports import api_report

        return _fail(api_report(error), as_json)
    return code or ExitCode.GOOD


def _misused(error: click.ClickException, as_json: bool) -> int:
    if not as_json:
        error.show()
        return error.exit_code
    return _fail(Report(ExitCode(error.exit_code), error.format_message(), kind="usage"), as_json)


def _stopped(stop: Stopped) -> Report:
    return Report(stop.exit_code, str(stop), stop.hint)


def _end(report: Report, as_json: bool) -> ExitCode:
    """Say why a command ended early, where nothing went wrong."""
    text = "\n".join(filter(None, [report.message, report.hint]))
    print(report.as_json() if as_json else text, file=sys.stderr)
    return report.code


def _fail(report: Report, as_json: bool) -> ExitCode:
    print(report.as_json() if as_json else report.as_text(), file=sys.stderr)
    return report.code


def _discard_output() -> None:
    """Let the interpreter flush what is left of the output into nothing when it exits."""
    if sys.stdout is None:
        return
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())
    os.close(nothing)
