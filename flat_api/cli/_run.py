"""Run the commands, and turn whatever ends them into an exit code and a few lines of text."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress

from ._app import commands
from ._console import prepared_streams, tell
from ._errors import OutputError, ReaderGone
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
            return _said(report_of(error), as_json="--json" in given)
        return code or ExitCode.GOOD


def _said(report: Report, *, as_json: bool) -> ExitCode:
    """Say why a command ended, after all that it had to say before, and return its exit code."""
    with suppress(OutputError, ReaderGone):
        sys.stdout.flush()
    tell(report.as_json() if as_json else report.as_text())
    return report.code
