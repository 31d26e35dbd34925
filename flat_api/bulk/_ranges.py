"""Cut plain files into ranges of bytes that are read side by side: each line belongs to the range that it begins in."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import NamedTuple

from ._errors import reason_of, unreadable
from ._files import BLOCK, Source

__all__ = ["ByteRange", "RangeSource", "count_line_ends", "ranges_of"]


class ByteRange(NamedTuple):
    """The bytes of *file* from *start* to before *end*; None is the end of a file that is read as a whole."""

    file: str
    start: int = 0
    end: int | None = None


def ranges_of(file: str, size: int) -> list[ByteRange]:
    """Return ranges of *size* bytes that make up *file*; one without an end where it is compressed or short."""
    with Source(file) as source:
        length = source.size
        if length is None or length <= size or source.compression is not None:
            return [ByteRange(file)]
    return [ByteRange(file, start, min(start + size, length)) for start in range(0, length, size)]


def count_line_ends(part: ByteRange) -> int:
    """Return how many lines end in *part*; 0 for a whole file, which no other range comes after."""
    if part.end is None:
        return 0
    return sum(block.count(b"\n") for block in _blocks(part.file, part.start, part.end))


class RangeSource:
    """The lines that begin in *part*, in blocks; *line_ends* is how many lines end before it.

    `first_line` is the number of the first of them. Raises `UnreadableFileError`, as `read` does.
    """

    def __init__(self, part: ByteRange, line_ends: int = 0) -> None:
        self.name = part.file
        begin = _first_line_start(part)
        self.first_line = line_ends + 1 + (begin > part.start)  # the line that is left out ends in the range
        self._blocks = _whole_lines(part, begin)

    def read(self) -> bytes:
        """Return the next block; empty at the end."""
        return next(self._blocks, b"")


def _first_line_start(part: ByteRange) -> int:
    """Return where the first line that begins at or after the start of *part* begins, or the end of the file."""
    if part.start == 0:
        return 0
    position = part.start - 1
    for block in _blocks(part.file, position):
        if (found := block.find(b"\n")) >= 0:
            return position + found + 1
        position += len(block)
    return position


def _whole_lines(part: ByteRange, begin: int) -> Iterator[bytes]:
    """Yield the lines of *part*, from *begin* to the end of the last line that begins before its end."""
    end, position = part.end, begin
    if end is not None and begin >= end:
        return
    for block in _blocks(part.file, begin):
        following = position + len(block)
        if end is not None and following >= end and (found := block.find(b"\n", max(0, end - 1 - position))) >= 0:
            yield block[: found + 1]
            return
        yield block
        position = following


def _blocks(name: str, start: int, end: int | None = None) -> Iterator[bytes]:
    """Yield the bytes of the file *name* from *start* to before *end*."""
    try:
        with io.FileIO(name) as file:
            file.seek(start)
            while block := file.read(BLOCK if end is None else min(BLOCK, end - file.tell())):
                yield block
    except OSError as error:
        raise unreadable(name, reason_of(error)) from error
