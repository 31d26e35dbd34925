"""Get a score as a file: `flat-api export`."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from ._connection import SCORE, Connection, Link, looking_for, opened
from ._console import put, tell
from ._exit import ExitCode
from ._following import Reporter, fetch, resume_command
from ._formats import SUFFIXES, TASK_FORMATS, format_named
from ._listing import as_object
from ._targets import Target, target_for, writing
from ._text import STDOUT, object_with, visible

if TYPE_CHECKING:
    from ..model.task import Task
    from ..tasks import Format

__all__ = ["Wish", "export", "print_file"]

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
    output = wish.output or "."
    is_folder = os.path.isdir(output)
    wish = wish._replace(format=format_named("" if is_folder else output, wish.format))
    timeout = connection.timeout
    with opened(waiting(connection)) as link, looking_for(SCORE):
        wish = wish._replace(score=link.score(wish.score))
        name = os.path.join(output, _file_name(link, wish)) if is_folder else output
        with target_for(name, force=wish.force) as target:
            reporter = Reporter(quiet=wish.quiet, lines=not wish.as_json, bar=not connection.verbose)
            if wish.format in TASK_FORMATS:
                path, task = _made(link, wish, target, reporter, timeout)
            else:
                path, task = _saved(link, wish, target, reporter), None
            print_file(target, path, task, as_json=wish.as_json)
    return ExitCode.GOOD


def waiting(connection: Connection) -> Connection:
    """*connection* for a command whose time-out is that of a task: no single request may take as long."""
    return connection._replace(timeout=connection.timeout and min(connection.timeout, LONGEST_REQUEST))


def print_file(target: Target, path: Path, task: Task | None, *, as_json: bool) -> None:
    """Print where the file is that came of *task*, for machines with what is known of both.

    Where the file itself goes to standard output, only machines are told, on standard error.
    """
    goes_out = target.name == STDOUT
    if as_json:
        facts = {"file": STDOUT if goes_out else str(path), "bytes": path.stat().st_size}
        (tell if goes_out else put)(object_with(facts, task="null" if task is None else task.to_json()))
    elif not goes_out:
        put(visible(str(path)))


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


def _file_name(link: Link, wish: Wish) -> str:
    """Return what the file is called where only its folder is given: like the score."""
    from ..files import safe_name

    score = as_object(link.flat.scores.get_score(score=wish.score, **wish.options))
    suffix = SUFFIXES[wish.format or ""][0]
    title = re.sub(r"[/\\]", "-", str(score.get("title") or wish.score))
    return safe_name(f"{title}{suffix}") or f"score{suffix}"
