"""Get a score as a file: `flat-api export`."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import click

from ._connection import Connection, Link, opened
from ._exit import ExitCode
from ._following import Reporter, Target, fetch, resume_command, writing
from ._hints import SCORE, looking_for
from ._json import object_with
from ._listing import as_object
from ._text import visible

if TYPE_CHECKING:
    from ..model.task import Task
    from ..tasks import Format

__all__ = ["FORMATS", "Wish", "export", "print_file"]

TASK_FORMATS = frozenset({"mp3", "wav"})
"""The formats that the API makes in the background."""

SUFFIXES = {
    "mp3": ".mp3",
    "wav": ".wav",
    "xml": ".musicxml",
    "mxl": ".mxl",
    "midi": ".mid",
    "json": ".json",
    "thumbnail.png": ".png",
}
ALSO = {".xml": "xml", ".midi": "midi"}
"""Suffixes that files have, too."""

FORMATS = tuple(SUFFIXES)

DEFAULT = "mp3"

LONGEST_REQUEST = 60.0
"""Seconds that one request may take, however long the task may."""


class Wish(NamedTuple):
    """What is to be exported, and where to: the options of `flat-api export`."""

    score: str
    format: str | None = None
    output: str | None = None
    revision: str = "last"
    parts: Sequence[str] = ()
    sharing_key: str | None = None
    force: bool = False
    quiet: bool = False
    as_json: bool = False

    @property
    def options(self) -> dict[str, Any]:
        """What every request about the score has beside its identifier."""
        return {"sharingKey": self.sharing_key} if self.sharing_key else {}


def export(wish: Wish, connection: Connection) -> ExitCode:
    """Write the score to a file and print where that is.

    Raises TargetError where it can't be written, click.UsageError for a name that belongs to another format, and what
    the client raises, with a note how to go on.
    """
    _check_name(wish)
    timeout = connection.timeout
    with opened(waiting(connection)) as link, looking_for(SCORE):
        wish = wish._replace(score=link.score(wish.score), format=wish.format or _format_of(wish.output) or DEFAULT)
        target = Target(_path(link, wish), force=wish.force)
        target.check()
        reporter = Reporter(quiet=wish.quiet, lines=not wish.as_json, bar=not connection.verbose)
        if wish.format in TASK_FORMATS:
            path, task = _made(link, wish, target, reporter, timeout)
        else:
            path, task = _saved(link, wish, target, reporter), None
    print_file(path, task, as_json=wish.as_json)
    return ExitCode.GOOD


def waiting(connection: Connection) -> Connection:
    """*connection* for a command whose time-out is that of a task: no single request may take as long."""
    return connection._replace(timeout=connection.timeout and min(connection.timeout, LONGEST_REQUEST))


def print_file(path: Path, task: Task | None, *, as_json: bool) -> None:
    """Print where the file is that came of *task*, for machines with what is known of both."""
    if not as_json:
        print(path)
        return
    facts = {"file": str(path), "bytes": path.stat().st_size}
    print(object_with(facts, task="null" if task is None else task.to_json()))


def _made(link: Link, wish: Wish, target: Target, reporter: Reporter, timeout: float | None) -> tuple[Path, Task]:
    """Have the file made by a task."""
    poller = link.flat.scores.export(
        wish.score,
        cast("Format", wish.format),
        wish.revision,
        parts=list(wish.parts) or None,
        sharing_key=wish.sharing_key,
        pace=link.pace,
    )
    resume = resume_command(poller.id, target, link.connection)
    path = fetch(poller, reporter, target, timeout, resume)
    return path, poller.task


def _saved(link: Link, wish: Wish, target: Target, reporter: Reporter) -> Path:
    """Fetch the file, which the API makes while it is asked for it."""
    options: dict[str, Any] = {**wish.options, "format": wish.format}
    if wish.parts:
        options["parts"] = ",".join(wish.parts)
    with writing(target.path), reporter:
        return link.flat.scores.get_score_revision_data.download(
            target.path,
            score=wish.score,
            revision=wish.revision,
            overwrite=target.force,
            progress=reporter.count,
            **options,
        )


def _format_of(output: str | None) -> str | None:
    """The format that the name of the file asks for, None where it asks for none."""
    suffix = Path(output or "").suffix.lower()
    return next((name for name, usual in SUFFIXES.items() if usual == suffix), ALSO.get(suffix))


def _check_name(wish: Wish) -> None:
    """Raise click.UsageError where the file is to be called like one of another format."""
    named = _format_of(wish.output)
    if wish.output is None or wish.format is None or named in (None, wish.format) or os.path.isdir(wish.output):
        return
    raise click.UsageError(
        f"{visible(wish.output)} is a name for the format {named}, and --format {wish.format} asks for another: "
        "leave out --format, or change the name."
    )


def _path(link: Link, wish: Wish) -> Path:
    """The file to write: in a folder, it is called like the score."""
    path = Path(wish.output or ".")
    with writing(path):  # looking at it can fail, too
        if not path.is_dir():
            return path
    from ..files import safe_name

    score = as_object(link.flat.scores.get_score(score=wish.score, **wish.options))
    suffix = SUFFIXES[wish.format or ""]
    title = re.sub(r"[/\\]", "-", str(score.get("title") or wish.score))
    return path / (safe_name(f"{title}{suffix}") or f"score{suffix}")
