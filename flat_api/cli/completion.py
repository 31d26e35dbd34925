"""What makes a shell complete the command line: `flat-api completion`."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from ._console import put
from ._exit import EPILOG, ExitCode
from ._text import PROGRAM

__all__ = ["command"]


@click.command("completion", epilog=EPILOG)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(context: click.Context, shell: str) -> ExitCode:
    """Print the script that makes a shell complete commands, options, models and file names.

    \b
    Examples:
      flat-api completion fish | source
      eval "$(flat-api completion bash)"
      eval "$(flat-api completion zsh)"
    """
    maker = get_completion_class(shell)
    assert maker is not None
    root = context.find_root().command
    put(maker(root, {}, PROGRAM, f"_{PROGRAM.replace('-', '_').upper()}_COMPLETE").source().rstrip())
    return ExitCode.GOOD
