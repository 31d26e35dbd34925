"""Export a score against the built-in server, and show what a program sees on the way: `flat-api demo`."""

from __future__ import annotations

import contextlib
import io
import itertools
import re
import sys
import tempfile
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.filesize import decimal as file_size
from rich.live import Live
from rich.text import Text

from ..model.task import Task
from ._connection import DEMO, Connection, Link, opened
from ._console import make_console
from ._exit import ExitCode
from ._following import facts_of
from ._targets import Target, writing
from ._text import PROGRAM, program, visible

if TYPE_CHECKING:
    from ..tasks import TaskPoller

__all__ = ["AFTER", "DURING", "demo", "sample_text"]

DURING: tuple[tuple[str, Callable[[Task], Any]], ...] = (
    ("task.state", lambda task: task.state),
    ('task["state"]', lambda task: task["state"]),
    ("task.progress.percent", lambda task: task.progress.percent),
)
"""Expressions as a program would write them, and what they do: these change while the task is followed."""

AFTER: tuple[tuple[str, Callable[[Task], Any]], ...] = (
    ("task.state is Task.State.DONE", lambda task: task.state is Task.State.DONE),
    ('task["progress"]["percent"]', lambda task: task["progress"]["percent"]),
    (
        "task.doneDate.as_datetime - task.creationDate.as_datetime",
        lambda task: task.doneDate.as_datetime - task.creationDate.as_datetime,
    ),
    ('task.result.url.rpartition("/")[2]', lambda task: task.result.url.rpartition("/")[2]),
)
"""The same, when the task is done."""

NAME = "flat-demo.wav"
BAR = 40
"""Columns of a bar."""

RECORDED_WIDTH = 100

NEXT = (
    ("export demo --sandbox --format mxl", "the same for another kind of file"),
    ("export SCORE --format mp3", "your own score; FLAT_ACCESS_TOKEN opens it"),
    ("sandbox", "this server, for your own programs and tests"),
    ("--help", "all there is"),
)


def sample_text() -> str:
    """A sample task as JSON text."""
    return files("flat_api.cli").joinpath("samples", "task.json").read_text(encoding="utf-8")


def demo(folder: str, record: str | None = None) -> ExitCode:
    """Export the score of the built-in server to a file in *folder*, and print each step.

    With *record* nothing is printed, and the file doesn't stay: what would have been seen goes there, as SVG. Raises
    TargetError where the file can't be written.
    """
    if record is not None:
        with writing(Path(record)):  # the current folder may have gone
            path = Path(record).absolute()
        _record(path)
        return ExitCode.GOOD
    _Demo(make_console(), program(), live=sys.stdout.isatty()).run(Path(folder))
    return ExitCode.GOOD


def _record(path: Path) -> None:
    from rich._export_format import CONSOLE_SVG_FORMAT

    console = Console(
        record=True, file=io.StringIO(), width=RECORDED_WIDTH, force_terminal=True, color_system="truecolor",
        markup=False, highlight=False, emoji=False,
    )  # fmt: skip
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        console.print(Text(f"$ {PROGRAM} demo", "dim"))
        _Demo(console, PROGRAM, live=False).run(Path())
    # Nobody who looks at the picture is to be known to the host of a font.
    plain = re.sub(r"@font-face \{\{.*?\}\}", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
    with writing(path):
        console.save_svg(str(path), title="flat-api demo", code_format=plain, unique_id="demo")


class _Demo:
    """Prints what happens on *console*, with a bar that moves if *live*."""

    def __init__(self, console: Console, program: str, *, live: bool) -> None:
        self._console = console
        self._program = program
        self._live = Live(console=console, transient=True) if live else None
        self._width = max(len(expression) for expression, _ in (*DURING, *AFTER))

    def run(self, folder: Path) -> None:
        """Do the export, step by step."""
        target = Target(_free_name(folder))
        target.check()
        self._say("A score becomes a sound file. The server is built in: no account, no network.\n")
        with opened(Connection(sandbox=True)) as link, self._live or contextlib.nullcontext():
            self._step(f'flat = Flat(host="{link.flat.configuration.host}", access_token="...")')
            poller = self._started(link)
            self._followed(poller)
            self._fetched(poller, target)
        self._say_what_next(target.path)

    def _started(self, link: Link) -> TaskPoller:
        score = link.flat.scores.get_score(score=link.score(DEMO))
        self._step(f'score = flat.scores.get_score(score="{score.id}")')
        self._values([("score.title", score.title)])
        self._step('poller = flat.scores.export(score.id, format="wav")')
        return link.flat.scores.export(score.id, format="wav", pace=link.pace)

    def _followed(self, poller: TaskPoller) -> None:
        """Show the task whenever the poller has asked for it."""
        widths = [max(len(expression), 14) for expression, _ in DURING]
        heads = (expression.ljust(width) for (expression, _), width in zip(DURING, widths, strict=True))
        self._say(f"    {'  '.join(heads).rstrip()}", "bold")

        def show(task: Task) -> None:
            row = (repr(read(task)).ljust(width) for (_, read), width in zip(DURING, widths, strict=True))
            self._say(f"    {'  '.join(row).rstrip()}", "green")
            _, percent, text = facts_of(task)
            self._move(percent, text)

        show(poller.task)
        poller.add_progress_callback(show)
        task = poller.result()
        self._rest(100, "the task is done")
        self._step("task = poller.result()")
        self._values([(expression, read(task)) for expression, read in AFTER])

    def _fetched(self, poller: TaskPoller, target: Target) -> None:
        self._step(f'poller.download_to("{visible(str(target.path))}")')
        with writing(target.path):
            poller.download_to(target.path, progress=self._count)
        self._rest(100, file_size(target.path.stat().st_size))

    def _count(self, here: int, size: int | None) -> None:
        self._move(100 * here / size if size else 0, file_size(here))

    def _say_what_next(self, path: Path) -> None:
        self._say(f"\nThe file is {visible(str(path))}: play it. What to do next:\n", "bold")
        width = max(len(command) for command, _ in NEXT)
        for command, about in NEXT:
            line = Text(f"  {self._program} {command.ljust(width)}  ").append(about, "dim")
            self._console.print(line, soft_wrap=True)

    def _step(self, code: str) -> None:
        self._say(f">>> {code}", "bold cyan")

    def _values(self, pairs: list[tuple[str, object]]) -> None:
        for expression, value in pairs:
            line = Text(f"    {expression.ljust(self._width)}  ").append(repr(value), "green")
            self._console.print(line, soft_wrap=True)

    def _say(self, text: str, style: str = "") -> None:
        self._console.print(Text(text, style), soft_wrap=True)

    def _move(self, percent: float, text: str) -> None:
        """Set the moving bar, which is there as soon as something has moved."""
        if self._live and percent >= 1:
            self._live.update(_bar(self._console, percent, text), refresh=True)

    def _rest(self, percent: float, text: str) -> None:
        """Leave a bar where the moving one was."""
        if self._live:
            self._live.update("", refresh=True)
        self._console.print(_bar(self._console, percent, text))


def _bar(console: Console, percent: float, text: str) -> Text:
    piece = "#" if console.options.ascii_only else "\u2501"
    full = round(BAR * percent / 100)
    bar = Text("    ").append(piece * full, "green").append(piece * (BAR - full), "dim")
    return bar.append(f" {percent:3.0f} %  {text}")


def _free_name(folder: Path) -> Path:
    """A file in *folder* that isn't there yet."""
    stem, _, suffix = NAME.partition(".")
    names = (f"{stem}{'' if number == 1 else f'-{number}'}.{suffix}" for number in itertools.count(1))
    return next(folder / name for name in names if not (folder / name).exists())
