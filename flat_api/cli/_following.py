"""Follow a task to its end and fetch its file, with a progress bar on a terminal and a way to go on after Ctrl-C."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar, cast

from rich.filesize import decimal as file_size
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

from ..exceptions import NotFoundError, TaskCanceled, TaskFailed
from ._console import make_console, tell
from ._interrupts import Interrupts
from ._targets import Target, writing
from ._text import program, shortened, visible

if TYPE_CHECKING:
    from ..model.task import Task
    from ..tasks import TaskPoller
    from ._connection import Connection

__all__ = ["Reporter", "facts_of", "fetch", "follow", "resume_command", "waiting"]

T = TypeVar("T")

LONGEST_REQUEST = 60.0
"""Seconds that one request may take, however long the task may."""

_HOPELESS = (TaskFailed, TaskCanceled, NotFoundError)
"""After these there is nothing to go on with."""


class Reporter:
    """Tells people on standard error how far a task and its file are.

    On a terminal there is a bar; elsewhere a line for each new state of the task if *lines* is true. Nothing is said
    if *quiet*.
    """

    def __init__(self, *, quiet: bool, lines: bool, bar: bool = True) -> None:
        self._has_bar = bar and not quiet and sys.stderr.isatty()
        self._has_lines = lines and not quiet and not self._has_bar
        self._told = ""
        self._bar = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TaskProgressColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.fields[text]}", markup=False),
            console=make_console(stderr=True),
        )
        self._task = self._bar.add_task("task", total=100, text="")
        self._file = self._bar.add_task("file", total=None, text="", visible=False)

    def tell(self, task: Task) -> None:
        """Show the state of *task* and how far it is."""
        state, percent, text = facts_of(task)
        self._bar.update(self._task, description=f"task {state}", completed=percent, text=text)
        if self._has_lines and "state" in task and state != self._told:
            tell(f"task {visible(str(task.get('id', '')))}: {state}")
        self._told = state

    def count(self, here: int, size: int | None) -> None:
        """Show that *here* bytes of *size* have come."""
        if self._has_bar:
            text = file_size(here) if size is None else f"{file_size(here)} of {file_size(size)}"
            self._bar.update(self._file, total=size, completed=here, text=text, visible=True)

    def __enter__(self) -> Self:
        if self._has_bar:
            self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._has_bar:
            self._bar.stop()


def facts_of(task: Task) -> tuple[str, float, str]:
    """State, percent and text of *task*, fit to be shown."""
    found: object = task.get("progress")
    progress: Mapping[str, object] = cast("Mapping[str, object]", found) if isinstance(found, Mapping) else {}
    state, percent = shortened(str(task.get("state", ""))), progress.get("percent")
    done = 100.0 if state == "done" else float(percent) if isinstance(percent, Decimal) else 0.0
    return state, done, shortened(str(progress.get("text", "")))


def follow(poller: TaskPoller, reporter: Reporter, timeout: float | None, resume: str | None) -> Task:
    """Wait for the end of the task and return it; raises what `TaskPoller.result` raises, and `Interrupted`."""
    return _followed(poller, reporter, resume, lambda: poller.result(timeout))


def fetch(poller: TaskPoller, reporter: Reporter, target: Target, timeout: float | None, resume: str | None) -> Path:
    """Wait for the end of the task, write its file to *target*, and return where it is.

    Raises what `TaskPoller.download_to` raises, TargetError in place of OSError, and `Interrupted`.
    """

    def download() -> Path:
        with writing(target.path):
            return poller.download_to(target.path, overwrite=target.force, progress=reporter.count, timeout=timeout)

    return _followed(poller, reporter, resume, download)


def _followed(poller: TaskPoller, reporter: Reporter, resume: str | None, work: Callable[[], T]) -> T:
    """Return what *work* gives. Where it ends otherwise, *resume*, a command, is noted on the error: how to go on."""
    poller.add_progress_callback(reporter.tell)
    with Interrupts() as interrupts:
        try:
            with interrupts.allowed(), reporter:
                reporter.tell(poller.task)
                return work()
        except _HOPELESS:
            raise
        except (Exception, KeyboardInterrupt) as error:
            error.add_note(resume or ENDED)
            raise


def waiting(connection: Connection) -> Connection:
    """Return *connection* for a command whose time-out is that of a task: no single request may take as long."""
    return connection._replace(timeout=connection.timeout and min(connection.timeout, LONGEST_REQUEST))


ENDED = "The built-in server ended with this command, and the task with it."


def resume_command(task: str, target: Target | None, connection: Connection) -> str | None:
    """The sentence that says how to go on with *task*; None where its server ends with this process."""
    if connection.sandbox:
        return None
    words = [program(), "task", task, "--watch"]
    if target is not None:
        words += ["--output", target.name, *(["--force"] if target.force else [])]
    words += ["--host", connection.host] if connection.host else []
    return f"The task goes on. To come back to it: {visible(shlex.join(words))}"
