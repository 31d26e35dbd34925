"""Cut a file into chunks of whole lines, in memory that depends on the longest line and not on the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from ._errors import UnreadableFileError, unreadable
from ._files import without_mark

__all__ = ["DEFAULT_LINE_LIMIT", "KEPT_OF_LONG_LINE", "Blocks", "Chunk", "chunks", "read_line"]

DEFAULT_LINE_LIMIT = 16 << 20
KEPT_OF_LONG_LINE = 4096


class Blocks(Protocol):
    """A file that is read in blocks, each as long as the reader likes; an empty one is the end."""

    @property
    def name(self) -> str: ...

    def read(self) -> bytes: ...


class Chunk(NamedTuple):
    """Whole lines of *file*, the first of them being line *first_line*.

    *over_long* is 0, or the length of the one line in the chunk, whose start alone is in *data*.
    """

    file: str
    first_line: int
    data: bytes
    over_long: int = 0

    @property
    def next_line(self) -> int:
        """The number of the line after this chunk."""
        return self.first_line + self.data.count(b"\n") + (self.data[-1:] not in (b"", b"\n"))


def chunks(source: Blocks, line_limit: int, first_line: int = 1) -> Iterator[Chunk]:
    """Yield the lines of *source* in chunks, each about a block long; they are counted from *first_line*.

    Of a line longer than *line_limit* bytes only the start is kept. Raises `UnreadableFileError` where *source* can't
    be read on; all whole lines before that place have been given out by then.
    """
    cutter = _Cutter(source.name, line_limit, first_line)
    try:
        while block := source.read():
            yield from cutter.feed(block)
    except UnreadableFileError as error:
        if cutter.line > 1:
            error.args = (f"{error} (after line {cutter.line - 1:,})",)
        raise
    yield from cutter.finish()


class _Cutter:
    """Takes blocks, gives whole lines. *line* is the number of the first line that was not given out."""

    def __init__(self, file: str, line_limit: int, first_line: int) -> None:
        self.line = first_line
        self._file = file
        self._limit = line_limit
        self._kept = min(line_limit, KEPT_OF_LONG_LINE)
        self._tail = bytearray()  # the start of a line whose end has not come yet
        self._dropped = 0  # bytes of that line which were not kept

    def feed(self, block: bytes) -> Iterator[Chunk]:
        """Yield the chunks that *block* completes."""
        if self._dropped and (end := block.find(b"\n") + 1):
            self._dropped += end - 1
            yield from self.finish()
            block = block[end:]
        end = block.rfind(b"\n") + 1
        if end:
            whole = bytes(self._tail) + block[:end]
            self._tail.clear()
            yield self._chunk(whole)
        self._keep(block[end:])

    def finish(self) -> Iterator[Chunk]:
        """Yield the chunk made of the line that has no end, if there is one."""
        if self._tail:
            data, dropped = bytes(self._tail), self._dropped
            self._tail.clear()
            self._dropped = 0
            yield self._chunk(data, over_long=len(data) + dropped if dropped else 0)

    def _keep(self, piece: bytes) -> None:
        if self._dropped:
            self._dropped += len(piece)
            return
        self._tail += piece
        if len(self._tail) > self._limit:
            self._dropped = len(self._tail) - self._kept
            del self._tail[self._kept :]

    def _chunk(self, data: bytes, over_long: int = 0) -> Chunk:
        if self.line == 1:
            data = without_mark(self._file, data)
        chunk = Chunk(self._file, self.line, data, over_long)
        self.line = chunk.next_line
        return chunk


def read_line(source: Blocks, number: int, line_limit: int = DEFAULT_LINE_LIMIT) -> bytes:
    """Return line *number* of *source*.

    Raises `UnreadableFileError` if there is none or it is longer than *line_limit*.
    """
    chunk = Chunk(source.name, 1, b"")
    for chunk in chunks(source, line_limit):
        if number < chunk.next_line:
            if chunk.over_long:
                raise unreadable(source.name, f"line {number:,} is {chunk.over_long:,} bytes long")
            return chunk.data.split(b"\n")[number - chunk.first_line]
    raise unreadable(source.name, f"there is no line {number:,}")
