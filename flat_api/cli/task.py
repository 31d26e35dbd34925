"""Look at a task, follow it, and fetch its file: `flat-api task`."""

from __future__ import annotations

from contextlib import ExitStack

import click

from ._connection import SANDBOX_TASK, TASK, Connection, looking_for, opened
from ._console import make_console, put
from ._exit import EPILOG, ExitCode
from ._options import connected, force_option, json_option, quiet_option
from ._types import IDENTIFIER, NEW_FILE

__all__ = ["command"]


@click.command("task", epilog=EPILOG)
@click.argument("task", type=IDENTIFIER, metavar="ID")
@click.option("--watch", "-w", is_flag=True, help="Follow the task to its end.")
@click.option(
    "--output",
    "-o",
    metavar="FILE",
    type=NEW_FILE,
    help="Follow the task, then write its file to FILE, a file or a folder; - is standard output.",
)
@force_option
@quiet_option
@json_option
@connected
def command(
    connection: Connection, task: str, watch: bool, output: str | None, force: bool, quiet: bool, as_json: bool
) -> ExitCode:
    """Show a task, follow it to its end, fetch its file.

    The task is shown as a tree, as `show` does. With --output the name of the file is printed instead. A download
    that broke off goes on where it broke.

    \b
    Examples:
      flat-api task 5fe2c0a1f7d24b0012c3a9e4
      flat-api task 5fe2c0a1f7d24b0012c3a9e4 --watch --output song.mp3
      flat-api task 5fe2c0a1f7d24b0012c3a9e4 --json | jq -r .state
    """
    from ..tasks import TaskPoller, read_task
    from ._following import Reporter, fetch, follow, resume_command, waiting
    from ._nodes import describe
    from ._targets import print_file, target_for
    from ._tree import print_tree

    with ExitStack() as stack:
        target = stack.enter_context(target_for(output, force=force)) if output else None
        link = stack.enter_context(opened(waiting(connection)))
        stack.enter_context(looking_for(SANDBOX_TASK if connection.sandbox else TASK))
        if target is None and not watch:
            found = read_task(link.flat.api_client, task)
        else:
            poller = TaskPoller(link.flat, task, pace=link.pace)
            reporter = Reporter(quiet=quiet, lines=not as_json, bar=not connection.verbose)
            resume = resume_command(task, target, connection)
            if target is not None:
                path = fetch(poller, reporter, target, connection.timeout, resume)
                print_file(target, path, poller.task, as_json=as_json)
                return ExitCode.GOOD
            found = follow(poller, reporter, connection.timeout, resume)
    if as_json:
        put(found.to_json())
    else:
        print_tree(make_console(), describe(found))
    return ExitCode.GOOD
