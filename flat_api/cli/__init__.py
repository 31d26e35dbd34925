"""The command line, `flat-api`; its guide is docs/command-line.md.

A module without an underscore is a command, or a family of commands: its options, its body and what it prints. Those
with an underscore are what several commands share.

It comes with the extra ``cli``. Nothing else in the package imports it, and it needs the extra's libraries
only once `main` is called.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from ._exit import ExitCode

__all__ = ["main"]

EXTRA = frozenset({"click", "rich"})


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line on *arguments*, those of the process by default, and return its exit code.

    The codes are those of `ExitCode`. Without the libraries of the extra it says how to get them.
    """
    try:
        from ._run import run
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in EXTRA:
            raise
        message = "flat-api needs the libraries of its extra: pip install 'flat-api-frozen[cli]'"
        return _end(message, ExitCode.TROUBLE)
    except KeyboardInterrupt:
        return _end("Interrupted.", ExitCode.INTERRUPTED)
    return run(arguments)


def _end(message: str, code: ExitCode) -> ExitCode:
    if sys.stderr is not None:  # or it would be printed on standard output
        print(message, file=sys.stderr)
    return code
