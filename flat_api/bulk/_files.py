"""Open what is to be read: a file, plain or compressed, or standard input, block by block."""

from __future__ import annotations

import gzip
import importlib
import io
import os
import stat
import sys
import zlib
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any, NamedTuple, Protocol, Self

from ._errors import STDIN, UnreadableFileError, reason_of, unreadable

__all__ = ["Source", "check_readable", "known_size", "read_raw", "read_whole", "without_mark"]

BLOCK = 1 << 18
LARGEST_WHOLE = 64 << 20

_UTF_8_MARK = b"\xef\xbb\xbf"
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")


class _Readable(Protocol):
    def read1(self, size: int = ..., /) -> bytes: ...


class _Compression(NamedTuple):
    """A format of compressed files: how names end and data begins, how it is opened, and what damage raises."""

    name: str
    suffix: str
    magic: bytes
    open: Callable[[Any], _Readable]
    errors: Callable[[], tuple[type[Exception], ...]]

    def starts(self, data: bytes) -> bool:
        """Return whether *data*, of which a pipe may have given a byte or two only, is the start of such a file."""
        start = data[: len(self.magic)]
        return bool(start) and self.magic.startswith(start)


def _zstd() -> Any:
    return importlib.import_module("compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd")


def _open_gzip(file: Any) -> _Readable:
    return gzip.GzipFile(fileobj=file)


def _open_zstd(file: Any) -> _Readable:
    opened: _Readable = _zstd().ZstdFile(file)
    return opened


COMPRESSIONS = (
    _Compression("gzip", ".gz", b"\x1f\x8b", _open_gzip, lambda: (gzip.BadGzipFile, zlib.error)),
    _Compression("zstd", ".zst", b"\x28\xb5\x2f\xfd", _open_zstd, lambda: (_zstd().ZstdError,)),
)


class Source:
    """An open file, plain or compressed (told by its content), or standard input (*name* is ``-``).

    With *unpack* false compressed data is left as it is. *size* is the number of bytes on disk, None where nobody knows
    it. Raises `UnreadableFileError`, as `read` does.
    """

    def __init__(self, name: str, *, unpack: bool = True) -> None:
        self.name = name
        self._unpack = unpack
        self._damage: tuple[type[Exception], ...] = ()
        _require_stdin(name)
        try:
            self._raw = _open(name)
        except OSError as error:
            raise unreadable(name, reason_of(error)) from error
        self.size = _size(self._raw)
        self._buffer = io.BufferedReader(self._raw, BLOCK)

    @cached_property
    def compression(self) -> str | None:
        """The name of the format that the data is compressed in; None where it is plain."""
        return self._format.name if self._format else None

    @cached_property
    def _format(self) -> _Compression | None:
        start = self._buffer.peek(1)
        found = next((format for format in COMPRESSIONS if format.starts(start)), None)
        for format in COMPRESSIONS:
            if self.name.endswith(format.suffix) and format is not found:
                raise unreadable(self.name, f"it is called {format.suffix} but is not {format.name} data")
        return found

    @cached_property
    def _data(self) -> _Readable:
        if not self._unpack or self._format is None:
            return self._buffer
        try:
            self._damage = self._format.errors()
            return self._format.open(self._buffer)
        except ModuleNotFoundError as error:
            raise unreadable(self.name, "zstd data needs the library backports.zstd, of the extra 'bulk'") from error

    @property
    def position(self) -> int:
        """How many of the `size` bytes have been read; 0 where `size` is None."""
        return 0 if self.size is None else self._raw.tell()

    def read(self) -> bytes:
        """Return what is there to read, at most a block; empty at the end. Waits only when there is nothing."""
        try:
            return self._data.read1(BLOCK)
        except UnreadableFileError:
            raise
        except EOFError as error:
            reason = f"the {self.compression} data ends too early, the file was cut off"
            raise unreadable(self.name, reason) from error
        except self._damage as error:
            raise unreadable(self.name, f"the {self.compression} data is damaged ({error})") from error
        except OSError as error:
            raise unreadable(self.name, reason_of(error)) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._buffer.close()


def _open(name: str) -> io.FileIO:
    if name != STDIN:
        return io.FileIO(name)
    # A parent process may have left it non-blocking; "nothing there yet" would then look like the end.
    if sys.platform != "win32":
        os.set_blocking(0, True)
    return io.FileIO(0, closefd=False)


def _require_stdin(name: str) -> None:
    if name == STDIN and sys.stdin is None:
        raise UnreadableFileError("standard input is closed")


def _size(file: io.FileIO) -> int | None:
    status = os.fstat(file.fileno())
    return status.st_size if stat.S_ISREG(status.st_mode) else None


def check_readable(name: str) -> None:
    """Raise `UnreadableFileError` if the file *name* can't be opened, without opening it."""
    _require_stdin(name)
    try:
        status = _status(name)
    except OSError as error:
        raise unreadable(name, reason_of(error)) from error
    if stat.S_ISDIR(status.st_mode):
        raise unreadable(name, "it is a directory")
    if name != STDIN and not os.access(name, os.R_OK):
        raise unreadable(name, "permission denied")


def _status(name: str) -> os.stat_result:
    return os.fstat(0) if name == STDIN else os.stat(name)


def known_size(names: Iterable[str]) -> int | None:
    """Return the size of the files *names* on disk, together; None if one of them is a pipe or the like."""
    try:
        statuses = [_status(name) for name in names]
    except OSError:  # a file that has gone since it was looked at
        return None
    if not all(stat.S_ISREG(status.st_mode) for status in statuses):
        return None
    return sum(status.st_size for status in statuses)


def without_mark(name: str, start: bytes) -> bytes:
    """Return *start*, the first bytes of the file *name*, without a UTF-8 byte order mark.

    Raises `UnreadableFileError` if the mark says UTF-16, which is what PowerShell writes with ``>``.
    """
    if start.startswith(_UTF_16_MARKS):
        raise unreadable(name, "the text is UTF-16; JSON files are UTF-8, so convert it first")
    return start.removeprefix(_UTF_8_MARK)


def read_whole(name: str) -> bytes:
    """Return all of the file *name*, unpacked and without a byte order mark. Raises `UnreadableFileError`."""
    with Source(name) as source:
        return without_mark(name, _all_of(source, "one value; is it NDJSON, for `check`?"))


def read_raw(name: str) -> bytes:
    """Return all of the file *name* as it is. Raises `UnreadableFileError`."""
    with Source(name, unpack=False) as source:
        return _all_of(source, "one score")


def _all_of(source: Source, thing: str) -> bytes:
    blocks: list[bytes] = []
    total = 0
    while block := source.read():
        blocks.append(block)
        total += len(block)
        if total > LARGEST_WHOLE:
            raise unreadable(source.name, f"more than {LARGEST_WHOLE >> 20} MiB for {thing}")
    return b"".join(blocks)
