"""How things are named: files by their path, or ``-`` for a standard stream; this program as it was called."""

from __future__ import annotations

import os
import sys

from ._text import visible

__all__ = ["PROGRAM", "STDIN", "STDOUT", "program", "shown_name"]

PROGRAM = "flat-api"

STDIN = STDOUT = "-"


def shown_name(name: str) -> str:
    """*name*, that of an input, as messages say it."""
    return "standard input" if name == STDIN else visible(name) or "''"


def program() -> str:
    """What to type for this program: its name, or where it is if the shell would not find this very one."""
    called = sys.argv[0]
    if os.path.basename(called) != PROGRAM:
        return PROGRAM
    import shutil

    return PROGRAM if shutil.which(PROGRAM) == called else called
