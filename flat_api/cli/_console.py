"""Where output goes: terminals get colour and their width, pipes get plain lines that are never broken."""

from __future__ import annotations

import io
import sys

from rich.console import Console

__all__ = ["make_console", "tame_streams"]

ENDLESS = 1 << 20
"""Columns of something that is no terminal."""


class _Console(Console):
    def on_broken_pipe(self) -> None:
        raise  # the error at hand, which ends the program quietly; Rich would exit with a code of its own


def make_console(*, stderr: bool = False) -> Console:
    """A console for standard output or error that prints text as it is: no markup, no guessed colours."""
    stream = sys.stderr if stderr else sys.stdout
    width = None if stream is not None and stream.isatty() else ENDLESS
    return _Console(stderr=stderr, width=width, markup=False, highlight=False, emoji=False)


def tame_streams() -> None:
    """Make the standard streams escape what their encoding lacks, and write long texts whole."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    raw: object = getattr(sys.stdout, "buffer", None)
    if isinstance(raw, io.FileIO):
        # PYTHONUNBUFFERED: of a text that the system takes only in part, the rest would be lost in silence.
        encoding, buffer = sys.stdout.encoding, io.BufferedWriter(raw)
        sys.stdout = io.TextIOWrapper(buffer, encoding, errors="backslashreplace")
