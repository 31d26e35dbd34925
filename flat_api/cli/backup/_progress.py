"""Two progress bars, one for the scores and one for the files on their way; elsewhere than on a terminal, lines."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING, Self

from rich.filesize import decimal as file_size
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from .._console import make_console
from .._text import shortened, visible

if TYPE_CHECKING:
    from ...files import Progress as Count

__all__ = ["Reporter"]


class Reporter:
    """Tells people on standard error how far a backup is. Several threads may use it at once.

    On a terminal there are two bars if *bar* is true; elsewhere a line for each file that came if *lines* is true.
    """

    def __init__(self, *, bar: bool, lines: bool) -> None:
        self._has_bar = bar and sys.stderr.isatty()
        self._has_lines = lines and not self._has_bar
        self._guard = threading.Lock()
        self._coming: dict[str, tuple[int, int | None]] = {}
        self._bar = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TextColumn("{task.fields[text]}", markup=False),
            TimeRemainingColumn(),
            console=make_console(stderr=True),
            transient=True,
        )
        self._scores = self._bar.add_task("scores", total=None, text="looking for scores")
        self._files = self._bar.add_task("files ", total=None, text="")

    def advance(self, done: int, total: int) -> None:
        """Show that *done* of *total* scores are complete."""
        self._bar.update(self._scores, completed=done, text=f"{done:,} of {total:,}")

    def watch(self, path: str) -> Count:
        """Return what shows how many bytes of the file *path* have come."""

        def count(here: int, size: int | None) -> None:
            if not self._has_bar:
                return
            with self._guard:
                self._coming[path] = here, size
                came = sum(here for here, _ in self._coming.values())
                whole = [size for _, size in self._coming.values()]
            total = None if None in whole else sum(filter(None, whole))
            name = shortened(path.rpartition("/")[2], 40)
            self._bar.update(self._files, completed=came, total=total, text=f"{file_size(came)}  {name}")

        return count

    def came(self, path: str) -> None:
        """Say that the file *path* is complete."""
        with self._guard:
            self._coming.pop(path, None)
        if self._has_lines:
            self.say(path)

    def say(self, text: str) -> None:
        """Print *text* above the bars."""
        self._bar.console.print(Text(visible(text)), soft_wrap=True)

    def __enter__(self) -> Self:
        if self._has_bar:
            self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._has_bar:
            self._bar.stop()
