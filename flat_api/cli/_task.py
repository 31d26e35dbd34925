"""Look at a task, follow it, and fetch its file: `flat-api task`."""

from __future__ import annotations

from contextlib import ExitStack
from typing import NamedTuple

from ..tasks import TaskPoller, read_task
from ._connection import SANDBOX_TASK, TASK, Connection, looking_for, opened
from ._console import make_console, put
from ._exit import ExitCode
from ._export import print_file, waiting
from ._following import Reporter, fetch, follow, resume_command
from ._nodes import describe
from ._targets import target_for
from ._tree import print_tree

__all__ = ["Look", "look_at_task"]


class Look(NamedTuple):
    """Which task, and what is wanted of it: the options of `flat-api task`."""

    task: str
    watch: bool = False
    output: str | None = None
    force: bool = False
    quiet: bool = False
    as_json: bool = False


def look_at_task(look: Look, connection: Connection) -> ExitCode:
    """Print the task, or where its file is, or the file itself; with *watch* or *output* when it is done.

    Raises TargetError where the file can't be written, and what the client raises, with a note how to go on.
    """
    timeout = connection.timeout
    with ExitStack() as stack:
        target = stack.enter_context(target_for(look.output, force=look.force)) if look.output else None
        link = stack.enter_context(opened(waiting(connection)))
        stack.enter_context(looking_for(SANDBOX_TASK if connection.sandbox else TASK))
        if target is None and not look.watch:
            task = read_task(link.flat.api_client, look.task)
        else:
            poller = TaskPoller(link.flat, look.task, pace=link.pace)
            reporter = Reporter(quiet=look.quiet, lines=not look.as_json, bar=not connection.verbose)
            resume = resume_command(look.task, target, connection)
            if target is not None:
                path = fetch(poller, reporter, target, timeout, resume)
                print_file(target, path, poller.task, as_json=look.as_json)
                return ExitCode.GOOD
            task = follow(poller, reporter, timeout, resume)
    if look.as_json:
        put(task.to_json())
    else:
        print_tree(make_console(), describe(task))
    return ExitCode.GOOD
