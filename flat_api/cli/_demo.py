"""Show the package at work on a task that comes with it: `flat-api demo`."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from typing import Any

from rich.text import Text

from ..model.task import Task
from ._console import make_console
from ._exit import ExitCode
from ._nodes import describe
from ._tree import print_tree

__all__ = ["demo", "sample_text"]

ACCESS: tuple[tuple[str, Callable[[Task], Any]], ...] = (
    ("task.state", lambda task: task.state),
    ('task["state"]', lambda task: task["state"]),
    ("task.state is Task.State.DONE", lambda task: task.state is Task.State.DONE),
    ("task.progress.percent", lambda task: task.progress.percent),
    ('task["progress"]["percent"]', lambda task: task["progress"]["percent"]),
    ("task.doneDate", lambda task: task.doneDate),
    ("task.doneDate.as_datetime", lambda task: task.doneDate.as_datetime),
    (
        "task.doneDate.as_datetime - task.creationDate.as_datetime",
        lambda task: task.doneDate.as_datetime - task.creationDate.as_datetime,
    ),
    ("task.errorHistory[0]", lambda task: task.errorHistory[0]),
    ('task["queue"]["priority"]', lambda task: task["queue"]["priority"]),
    ('task.get("score", "none")', lambda task: task.get("score", "none")),
    ('task.replace(state="error").state', lambda task: task.replace(state="error").state),
)
"""Expressions as a program would write them, and what they do."""


def sample_text() -> str:
    """The sample task as JSON text."""
    return files("flat_api.cli").joinpath("samples", "task.json").read_text(encoding="utf-8")


def demo() -> ExitCode:
    """Print the sample as a tree, and then ways to get at what is in it."""
    task = Task.from_json(sample_text())
    console = make_console()
    console.print(Text("task = Task.from_json(text)", "bold"))
    print_tree(console, describe(task))
    console.print()
    width = max(len(expression) for expression, _ in ACCESS)
    for expression, access in ACCESS:
        console.print(
            Text(expression.ljust(width), "bold").append(f"  {access(task)!r}", "green"), soft_wrap=True
        )
    return ExitCode.GOOD
