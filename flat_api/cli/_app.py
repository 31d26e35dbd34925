"""The commands and their options. Each loads its own modules when it runs: none waits for the others."""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib import import_module
from typing import Any

import click

from .. import __version__
from ..schemas import Schema, is_compiled
from ._console import put
from ._errors import Stopped
from ._exit import EPILOG, EXIT_CODES, ExitCode
from ._options import Group, lenient_option, model_option
from ._reports import notes_of
from ._text import STDIN
from ._types import FILE

__all__ = ["commands"]

_VERSION = f"flat-api {__version__} ({'compiled' if is_compiled() else 'pure Python'})"

MODULES = (
    *("login", "logout", "whoami"),
    *("export", "backup", "task", "me", "scores", "collections", "classes", "api"),
    *("sandbox", "completion", "check"),
)
"""The commands that have a module of their own, each called like its command, in the order in which they are shown."""


class _Commands(Group):
    """Lists its commands with the first steps first, and loads a command's module when the command is asked for.

    It handles Ctrl-C in the place of click, which would lose the notes on the exception.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        first, *rest = self.commands
        return [first, *MODULES, *rest]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return super().get_command(ctx, cmd_name) or _loaded(cmd_name)

    def _main_shell_completion(self, *args: Any, **kwargs: Any) -> None:
        with suppress(KeyError, ValueError):  # of variables that are not those of a shell that completes
            super()._main_shell_completion(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as stop:
            code = ExitCode(getattr(stop, "exit_code", ExitCode.INTERRUPTED))
            raise Stopped(code, notes_of(stop)) from stop


def _loaded(name: str) -> click.Command | None:
    """Return the command called *name* out of the module of that name; None where there is none."""
    if name not in MODULES:
        return None
    command: click.Command = import_module(f".{name}", __package__).command
    return command


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=EXIT_CODES,
)
@click.version_option(__version__, "-V", "--version", message=_VERSION)
def commands() -> None:
    """The Flat API from the command line: scores as files, and a look at any data of the API.

    \b
    Examples:
      flat-api demo
      flat-api export demo --sandbox --format wav
      flat-api scores list
      flat-api show task.json
      flat-api check tasks.ndjson.gz --rejects rejects.ndjson
    """


@commands.command("demo", epilog=EPILOG)
@click.option(
    "--output",
    "-o",
    type=FILE,
    metavar="DIR",
    default=".",
    help="The folder to leave the file in; the current one if not given.",
)
@click.option("--sample", is_flag=True, help="Print the JSON of a sample task and nothing else.")
@click.option("--record", type=FILE, metavar="FILE", hidden=True, help="Write what is seen to FILE, as SVG.")
def demo_command(output: str, sample: bool, record: str | None) -> ExitCode:
    """Export a score on a built-in server, step by step.

    It needs neither an account nor a network, shows what a program sees on the way, and leaves the file.

    \b
    Examples:
      flat-api demo
      flat-api demo --output /tmp
      flat-api demo --sample | flat-api show --all
    """
    from ._demo import demo, sample_text

    if sample:
        put(sample_text().removesuffix("\n"))
        return ExitCode.GOOD
    return demo(output, record)


@commands.command("show", epilog=EPILOG)
@click.argument("file", default=None, required=False)
@model_option
@click.option(
    "--line",
    "-n",
    type=click.IntRange(min=1),
    metavar="N",
    help="Show the value in line N of an NDJSON file.",
)
@click.option("--all", "absent", is_flag=True, help="Show optional properties that are absent, too.")
@click.option("--full", is_flag=True, help="Show long values whole.")
@lenient_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of a tree.")
def show_command(
    file: str | None, model: type[Schema], line: int | None, absent: bool, full: bool, lenient: bool, as_json: bool
) -> ExitCode:
    """Show a value as a tree, with types and dates.

    FILE holds one JSON value and may be gzip; - or nothing is standard input. Bad input is explained, problem
    by problem, with the path of each; for what is not JSON at all, line and column are told.

    \b
    Examples:
      flat-api show task.json
      curl -s https://example.org/task.json | flat-api show
      flat-api show --model Task.Progress --all progress.json
      flat-api show tasks.ndjson --line 17
      flat-api scores get 56ae21579a127715a02901a6 --json | flat-api show --model ScoreDetails --lenient
      flat-api show task.json --json | jq -r '.nodes[] | select(.date).date'
    """
    from ._show import View, show

    if file is None and sys.stdin is not None and sys.stdin.isatty():
        raise click.UsageError("There is no FILE, and standard input is a terminal; use - to type the JSON here.")
    return show(STDIN if file is None else file, model, line, View(absent, full, as_json, lenient))
