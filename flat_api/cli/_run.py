"""Run the commands, and turn whatever ends them into an exit code and at most a line of text."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence

import click

from ._app import commands
from ._console import tame_streams
from ._errors import CommandError, ReaderGone
from ._exit import ExitCode

__all__ = ["run"]


def run(arguments: Sequence[str] | None) -> int:
    """Run the command line on *arguments* (None: those of the process) and return its exit code."""
    tame_streams()
    try:
        return _run(arguments)
    except ReaderGone:
        _discard_output()
        return ExitCode.BROKEN_PIPE
    except OSError as error:
        _discard_output()
        return _fail(f"the output can't be written: {error.strerror or error}", ExitCode.TROUBLE)
    except Exception:
        return _fail(f"flat-api itself is at fault.\n{traceback.format_exc()}", ExitCode.TROUBLE)


def _run(arguments: Sequence[str] | None) -> int:
    try:
        code: int | None = commands.main(arguments, prog_name="flat-api", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return ExitCode.INTERRUPTED
    except CommandError as error:
        return _fail(str(error), error.exit_code)
    return code or ExitCode.GOOD


def _fail(text: str, code: ExitCode) -> ExitCode:
    print(f"Error: {text}", file=sys.stderr)
    return code


def _discard_output() -> None:
    """Let the interpreter flush what is left of the output into nothing when it exits."""
    if sys.stdout is None:
        return
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())
    os.close(nothing)
