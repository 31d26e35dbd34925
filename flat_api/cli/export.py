"""Get a score as a file: `flat-api export`."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any, cast

import click

from ._connection import SCORE, Connection, Link, looking_for, opened
from ._exit import EPILOG, ExitCode
from ._formats import FORMATS, SUFFIXES, TASK_FORMATS, format_named
from ._listing import as_object
from ._options import connected, force_option, json_option, quiet_option, sharing_key_option
from ._types import IDENTIFIER, NEW_FILE

if TYPE_CHECKING:
    from ..tasks import Format

__all__ = ["command"]


@click.command("export", epilog=EPILOG)
@click.argument("score", type=IDENTIFIER)
@click.option(
    "--format",
    "-F",
    type=click.Choice(FORMATS),
    help="What kind of file; what the name of the output says, or else mp3.",
)
@click.option(
    "--output",
    "-o",
    metavar="FILE",
    type=NEW_FILE,
    help="The file to write, or the folder to put it in, called like the score; the current one if not given. "
    "- is standard output.",
)
@click.option(
    "--revision", type=IDENTIFIER, metavar="ID", default="last", show_default=True, help="Which state of the music."
)
@click.option(
    "--part", "parts", type=IDENTIFIER, metavar="UUID", multiple=True, help="Export this part only; may be repeated."
)
@sharing_key_option
@force_option
@quiet_option
@json_option
@connected
def command(
    connection: Connection,
    score: str,
    format: str | None,
    output: str | None,
    revision: str,
    parts: tuple[str, ...],
    sharing_key: str | None,
    force: bool,
    quiet: bool,
    as_json: bool,
) -> ExitCode:
    """Get a score as a file: sound, notation or a picture.

    SCORE is the identifier of a score. For sound the API starts a task; its progress is shown, then that of the
    download. The name of the file is printed. Ctrl-C leaves the task running and tells how to come back to it.

    \b
    Examples:
      flat-api export demo --sandbox --format wav
      flat-api export 56ae21579a127715a02901a6 --output song.mp3
      flat-api export 56ae21579a127715a02901a6 --format mxl --output scores/
      flat-api export 56ae21579a127715a02901a6 --format midi --json | jq -r .file
      flat-api export 56ae21579a127715a02901a6 --format xml --output - | less
    """
    from ._following import Reporter, fetch, resume_command, waiting
    from ._targets import print_file, target_for, writing

    place = output or "."
    is_folder = os.path.isdir(place)
    format = format_named("" if is_folder else place, format)
    options: dict[str, Any] = {"sharingKey": sharing_key} if sharing_key else {}
    with opened(waiting(connection)) as link, looking_for(SCORE):
        score = link.score(score)
        name = os.path.join(place, _file_name(link, score, format, options)) if is_folder else place
        with target_for(name, force=force) as target:
            reporter = Reporter(quiet=quiet, lines=not as_json, bar=not connection.verbose)
            if format in TASK_FORMATS:
                kind = cast("Format", format)
                poller = link.flat.scores.export(
                    score, kind, revision, parts=list(parts) or None, sharing_key=sharing_key, pace=link.pace
                )
                resume = resume_command(poller.id, target, connection)
                path = fetch(poller, reporter, target, connection.timeout, resume)
                print_file(target, path, poller.task, as_json=as_json)
                return ExitCode.GOOD
            options |= {"parts": ",".join(parts)} if parts else {}
            with writing(target.path), reporter:  # the API makes the file while it is asked for it
                path = link.flat.scores.get_score_revision_data.download(
                    target.path,
                    score=score,
                    revision=revision,
                    format=cast(Any, format),
                    overwrite=target.force,
                    progress=reporter.count,
                    **options,
                )
            print_file(target, path, None, as_json=as_json)
    return ExitCode.GOOD


def _file_name(link: Link, score: str, format: str, options: dict[str, Any]) -> str:
    """Return what the file is called where only its folder is given: like the score."""
    from ..files import safe_name

    found = as_object(link.flat.scores.get_score(score=score, **options))
    suffix = SUFFIXES[format][0]
    title = re.sub(r"[/\\]", "-", str(found.get("title") or score))
    return safe_name(f"{title}{suffix}") or f"score{suffix}"
