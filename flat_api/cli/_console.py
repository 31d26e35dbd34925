"""Where output goes: plain lines that make no terminal obey, and consoles with colour and the width of a terminal.

`prepared_streams` makes the streams of the process fit for that: an error while output is written is an OutputError or
a ReaderGone, and messages that nobody can read are not errors at all.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from typing import Any

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

from ..bulk._errors import reason_of
from ._errors import OutputError, ReaderGone
from ._text import visible

__all__ = ["make_console", "prepared_streams", "put", "reason_of", "tell"]

ENDLESS = 1 << 20
"""Columns of something that is not a terminal."""

_CLOSED_MODES = (os.O_WRONLY, os.O_RDONLY, os.O_RDONLY)
"""How the null device is opened in the place of a closed stream: every use fails, as with the closed one."""


def put(text: str = "") -> None:
    """Print the lines of *text* on standard output. Raises OutputError and ReaderGone."""
    print(_lines(text), flush=True)


def tell(text: str) -> None:
    """Print the lines of *text* on standard error."""
    print(_lines(text), file=sys.stderr, flush=True)


def _lines(text: str) -> str:
    return "\n".join(map(visible, text.split("\n")))


class _Console(Console):
    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        for text, style, control in super().render(renderable, options):
            yield Segment(text if control else _lines(text), style, control)

    def on_broken_pipe(self) -> None:
        raise  # the error at hand, which ends the program quietly; Rich would exit with a code of its own


def make_console(*, stderr: bool = False) -> Console:
    """Return a console for standard output or error that prints text as it is: no markup, no guessed colours."""
    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() else ENDLESS
    return _Console(stderr=stderr, width=width, markup=False, highlight=False, emoji=False)


class _Output(io.RawIOBase):
    """Standard output. The first error is told from those of other files; what comes after it goes nowhere."""

    def __init__(self, raw: Any) -> None:
        self._raw = raw
        self._is_lost = False

    def write(self, data: Any, /) -> int | None:
        if self._is_lost:
            return len(data)
        try:
            written: int | None = self._raw.write(data)
        except OSError as error:
            self._is_lost = True
            return self._failed(error, len(data))
        return written

    def _failed(self, error: OSError, size: int) -> int:
        if isinstance(error, BrokenPipeError):
            raise ReaderGone from error
        reason = "standard output is closed" if error.errno == errno.EBADF else reason_of(error)
        raise OutputError(f"the output can't be written: {reason}") from error

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        number: int = self._raw.fileno()
        return number

    def isatty(self) -> bool:
        on_terminal: bool = self._raw.isatty()
        return on_terminal


class _Messages(_Output):
    """Standard error: where it can't be written, there is nobody to tell."""

    def _failed(self, error: OSError, size: int) -> int:
        return size


@contextmanager
def prepared_streams() -> Generator[None, None, None]:
    """For a command: standard output and error escape what their encoding lacks, and fail as the module says.

    Closed descriptors are taken first, or the next file that is opened would get their numbers. Where standard input
    is closed, ``sys.stdin`` stays None.
    """
    for number, mode in enumerate(_CLOSED_MODES):
        try:
            os.fstat(number)
        except OSError:
            os.set_inheritable(os.open(os.devnull, mode), True)
    earlier = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = _prepared(sys.stdout, 1, _Output), _prepared(sys.stderr, 2, _Messages)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = earlier


def _prepared(stream: Any, number: int, cls: type[_Output]) -> Any:
    """Return *stream*, or what stands for it where it is closed, with a *cls* at its bottom."""
    if stream is not None and not hasattr(stream, "buffer"):  # whoever put it there knows what it is for
        return stream
    raw: Any = io.FileIO(number, "w", closefd=False)
    if stream is not None:
        stream.flush()
        raw = getattr(stream.buffer, "raw", stream.buffer)  # with PYTHONUNBUFFERED there is no buffer
    if sys.platform != "win32":
        os.set_blocking(number, True)  # a parent process may have left it otherwise
    encoding = getattr(stream, "encoding", None) or "utf-8"
    buffer = io.BufferedWriter(cls(raw))
    return io.TextIOWrapper(buffer, encoding, errors="backslashreplace", line_buffering=raw.isatty())
