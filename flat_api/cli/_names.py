"""How files are named on the command line: by their path, or ``-`` for a standard stream."""

from __future__ import annotations

from ._text import visible

__all__ = ["STDIN", "STDOUT", "shown_name"]

STDIN = STDOUT = "-"


def shown_name(name: str) -> str:
    """*name*, that of an input, as messages say it."""
    return "standard input" if name == STDIN else visible(name)
