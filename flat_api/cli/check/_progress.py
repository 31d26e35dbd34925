"""The progress bar of a check, on a terminal; the rejected lines that are shown while it runs, anywhere."""

from __future__ import annotations

import sys
from typing import Self

from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.text import Text

from .._console import make_console

__all__ = ["Reporter"]


class Reporter:
    """Tells people on standard error how far a check is; says nothing if *quiet*.

    *size* is the number of bytes of all files, None where nobody knows. There is a bar on a terminal only.
    """

    def __init__(self, size: int | None, *, quiet: bool) -> None:
        self._quiet = quiet
        self._bar = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.fields[counts]}"),
            TimeRemainingColumn(),
            console=make_console(stderr=True),
            transient=True,
        )
        self._has_bar = not quiet and sys.stderr.isatty()
        self._task = self._bar.add_task("", total=size, counts="")

    def update(self, file: str, position: int, counts: str) -> None:
        """Show that *position* bytes are read, the last of them from *file*, and what came of them."""
        self._bar.update(self._task, description=file, completed=position, counts=counts)

    def say(self, text: str) -> None:
        """Print *text* above the bar."""
        if not self._quiet:
            self._bar.console.print(Text(text), soft_wrap=True)

    def complain(self, text: str) -> None:
        """Print *text*, an error, above the bar; also if everything is quiet."""
        self._bar.console.print(Text(f"Error: {text}"), soft_wrap=True)

    def __enter__(self) -> Self:
        if self._has_bar:
            self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._has_bar:
            self._bar.stop()
