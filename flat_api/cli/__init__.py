"""The command line, `flat-api`; its guide is docs/command-line.md.

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
        return _say_what_is_missing()
    except KeyboardInterrupt:
        print("Interrupted.", file=sys.stderr)
        return ExitCode.INTERRUPTED
    return run(arguments)


def _say_what_is_missing() -> int:
    print("flat-api needs the libraries of its extra: pip install 'flat-api-frozen[cli]'", file=sys.stderr)
    return ExitCode.TROUBLE
