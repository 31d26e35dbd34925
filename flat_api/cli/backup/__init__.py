"""Keep all scores as files: `flat-api backup`.

`_library` finds the scores and the folders they lie in, `_paths` gives their files names, `_manifest` remembers what is
there, `_fetching` fetches a score, in threads of `_workers`, which wait with `_pauses`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .._connection import Connection
from .._exit import EPILOG, ExitCode
from .._formats import FORMATS
from .._options import connected, json_option, quiet_option
from .._types import FILE, IDENTIFIER

__all__ = ["command"]

MOST_JOBS = 16

ALIASES = {"musicxml": "xml"}

NO_PDF = (
    "the API does not make PDF files. musicxml opens in notation programs, which print it; thumbnail.png is a picture "
    "of the first page"
)

KINDS = ("collection", "user")
"""What an identifier behind --scores can be of."""


if TYPE_CHECKING:
    Choice = click.Choice[str]
else:
    Choice = click.Choice  # which older releases of click can't be asked for what it makes


class _Format(Choice):
    """A format of files, by the name that the API has for it or the one that people have."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if str(value).lower() == "pdf":
            self.fail(NO_PDF, param, ctx)
        found = super().convert(value, param, ctx)
        return ALIASES.get(found, found)


class _Command(click.Command):
    """A command with an option, --scores, that has one or two values."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        joined: list[str] = []
        rest = iter(args)
        for arg in rest:
            joined.append(arg)
            name, _, kind = arg.partition("=")
            if name != "--scores" or arg == "--":
                continue
            if arg == name:
                kind = next(rest, "")
                joined += [kind] if kind else []
            if kind in KINDS and (id := next(rest, None)) is not None:
                joined[-1] += f" {id}"
        return super().parse_args(ctx, joined)


def _selection(context: click.Context, parameter: click.Parameter, value: str) -> tuple[str, str]:
    kind, _, id = value.partition(" ")
    if value == "mine":
        return "mine", ""
    if kind in KINDS and id:
        return kind, IDENTIFIER.convert(id, parameter, context)
    raise click.BadParameter(f"expected mine, collection ID or user ID, got {value!r}", context, parameter)


@click.command("backup", cls=_Command, epilog=EPILOG)
@click.argument("folder", type=FILE, metavar="DIR")
@click.option(
    "--format",
    "-F",
    "formats",
    type=_Format([*ALIASES, *FORMATS]),
    multiple=True,
    default=["musicxml"],
    show_default=True,
    help="What kind of file to keep; may be repeated.",
)
@click.option(
    "--scores",
    "selection",
    metavar="mine|collection ID|user ID",
    default="mine",
    show_default=True,
    callback=_selection,
    help="Which scores.",
)
@click.option("--jobs", "-j", type=click.IntRange(1, MOST_JOBS), default=4, show_default=True, help="Files at once.")
@quiet_option
@json_option
@connected
def command(
    connection: Connection,
    folder: str,
    formats: tuple[str, ...],
    selection: tuple[str, str],
    jobs: int,
    quiet: bool,
    as_json: bool,
) -> ExitCode:
    """Keep all scores as files in DIR.

    They lie in folders like the collections that hold them. A later run fetches what is new or has changed, and nothing
    else; files of scores that are gone stay. What failed is told at the end, with the reason. Ctrl-C leaves no file
    half written, and the same command goes on from there.

    \b
    Examples:
      flat-api backup ~/music
      flat-api backup ~/music --format musicxml --format mp3 --jobs 2
      flat-api backup ~/choir --scores collection 56ae21579a127715a02901a7
      flat-api backup ~/music --json | jq -r '.failures[].message'
    """
    from ._library import Selection
    from ._run import back_up

    kinds = tuple(dict.fromkeys(formats))
    return back_up(Path(folder), kinds, Selection(*selection), jobs, connection, quiet=quiet, as_json=as_json)
