"""Open what is to be read: a file, a gzip file or standard input, block by block."""

from __future__ import annotations

import gzip
import io
import os
import stat
import sys
import zlib
from collections.abc import Iterable
from functools import cached_property
from typing import Self

from ._console import reason_of
from ._errors import SourceError
from ._text import STDIN

__all__ = ["Source", "check_readable", "known_size", "read_raw", "read_whole", "without_mark"]

BLOCK = 1 << 18
LARGEST_WHOLE = 64 << 20
GZIP_FIRST_BYTE = b"\x1f"  # no JSON text starts with it

_UTF_8_MARK = b"\xef\xbb\xbf"
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")


class Source:
    """An open file, plain or gzip (told by its content), or standard input (*name* is ``-``).

    With *unpack* false gzip is left as it is. *size* is the number of bytes on disk, None where nobody knows it. Raises
    `SourceError`, as `read` does.
    """

    def __init__(self, name: str, *, unpack: bool = True) -> None:
        self.name = name
        self._unpack = unpack
        try:
            self._raw = _open(name)
        except OSError as error:
            raise SourceError(name, reason_of(error)) from error
        self.size = _size(self._raw)
        self._buffer = io.BufferedReader(self._raw, BLOCK)

    @cached_property
    def _data(self) -> io.BufferedReader[io.FileIO] | gzip.GzipFile:
        if not self._unpack:
            return self._buffer
        if self._buffer.peek(1)[:1] == GZIP_FIRST_BYTE:
            return gzip.GzipFile(fileobj=self._buffer)
        if self.name.endswith(".gz"):
            raise SourceError(self.name, "it is called .gz but is not gzip data")
        return self._buffer

    @property
    def position(self) -> int:
        """How many of the `size` bytes have been read; 0 where `size` is None."""
        return 0 if self.size is None else self._raw.tell()

    def read(self) -> bytes:
        """What is there to read, at most a block; empty at the end. Waits only when there is nothing."""
        try:
            return self._data.read1(BLOCK)
        except EOFError as error:
            raise SourceError(self.name, "the gzip data ends too early, the file was cut off") from error
        except (gzip.BadGzipFile, zlib.error) as error:
            raise SourceError(self.name, f"the gzip data is damaged ({error})") from error
        except OSError as error:
            raise SourceError(self.name, reason_of(error)) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._buffer.close()


def _open(name: str) -> io.FileIO:
    if name != STDIN:
        return io.FileIO(name)
    _refuse_closed_stdin()
    # A parent process may have left it non-blocking; "nothing there yet" would then look like the end.
    if sys.platform != "win32":
        os.set_blocking(0, True)
    return io.FileIO(0, closefd=False)


def _refuse_closed_stdin() -> None:
    if sys.stdin is None:
        raise SourceError(STDIN, "is closed", joint=" ")


def _size(file: io.FileIO) -> int | None:
    status = os.fstat(file.fileno())
    return status.st_size if stat.S_ISREG(status.st_mode) else None


def check_readable(name: str) -> None:
    """Raise `SourceError` if *name* is no file that can be opened, without opening it."""
    try:
        status = _status(name)
    except OSError as error:
        raise SourceError(name, reason_of(error)) from error
    if stat.S_ISDIR(status.st_mode):
        raise SourceError(name, "it is a directory")
    if name != STDIN and not os.access(name, os.R_OK):
        raise SourceError(name, "permission denied")


def _status(name: str) -> os.stat_result:
    if name != STDIN:
        return os.stat(name)
    _refuse_closed_stdin()
    return os.fstat(0)


def known_size(names: Iterable[str]) -> int | None:
    """The size of the files *names* on disk, together; None if one of them is a pipe or the like."""
    try:
        statuses = [_status(name) for name in names]
    except OSError:  # a file that has gone since it was looked at
        return None
    if not all(stat.S_ISREG(status.st_mode) for status in statuses):
        return None
    return sum(status.st_size for status in statuses)


def without_mark(name: str, start: bytes) -> bytes:
    """*start*, the first bytes of the file *name*, without a UTF-8 byte order mark.

    Raises `SourceError` if the mark says UTF-16, which is what PowerShell writes with ``>``.
    """
    if start.startswith(_UTF_16_MARKS):
        raise SourceError(name, "the text is UTF-16; JSON files are UTF-8, so convert it first")
    return start.removeprefix(_UTF_8_MARK)


def read_whole(name: str) -> bytes:
    """Return all of the file *name*, unpacked and without a byte order mark. Raises `SourceError`."""
    with Source(name) as source:
        return without_mark(name, _all_of(source, "one value; is it NDJSON, for `check`?"))


def read_raw(name: str) -> bytes:
    """Return all of the file *name* as it is. Raises `SourceError`."""
    with Source(name, unpack=False) as source:
        return _all_of(source, "one score")


def _all_of(source: Source, thing: str) -> bytes:
    blocks: list[bytes] = []
    total = 0
    while block := source.read():
        blocks.append(block)
        total += len(block)
        if total > LARGEST_WHOLE:
            raise SourceError(source.name, f"more than {LARGEST_WHOLE >> 20} MiB for {thing}")
    return b"".join(blocks)
