"""The rejects file: one JSON object for every rejected line, each written whole or not at all."""

from __future__ import annotations

import base64
import io
import json
import os
import stat
from collections.abc import Iterable
from typing import Any, Self

from ..exceptions import visible
from ._errors import STDIN, STDOUT, UnwritableFileError, reason_of
from ._problems import record
from ._validation import RejectedLine

__all__ = ["RejectsFile", "overwritten_input"]


class RejectsFile:
    """Writes rejected lines at once, unbuffered; *name* ``-`` is standard output.

    Raises `UnwritableFileError` when the file can't be opened, and from `write` when the disk is full.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.records = 0
        try:
            self._file = io.FileIO(1, "w", closefd=False) if name == STDOUT else io.FileIO(name, "w")
        except OSError as error:
            raise UnwritableFileError(_sentence(name, reason_of(error))) from error

    def write(self, lines: Iterable[RejectedLine]) -> None:
        """Add *lines*. After a failure the file ends with its last whole record."""
        records = [_encoded(line) for line in lines]
        try:
            for encoded in records:
                self._write_all(encoded)
                self.records += 1
        except BrokenPipeError as error:
            raise self._failed("its reader went away") from error
        except OSError as error:
            raise self._failed(reason_of(error)) from error

    def _write_all(self, encoded: bytes) -> None:
        rest = memoryview(encoded)
        try:
            while rest:
                rest = rest[self._file.write(rest) or 0 :]
        except OSError:
            self._take_back(len(encoded) - len(rest))
            raise

    def _take_back(self, size: int) -> None:
        """Remove the last *size* bytes, the start of a record that found no room."""
        if stat.S_ISREG(os.fstat(self._file.fileno()).st_mode):
            self._file.truncate(self._file.tell() - size)

    def _failed(self, reason: str) -> UnwritableFileError:
        return UnwritableFileError(_sentence(self.name, f"{reason} (after {self.records:,} records)"))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()


def _sentence(name: str, reason: str) -> str:
    return f"can't write the rejects file {visible(name)}: {reason}"


def _encoded(rejected: RejectedLine) -> bytes:
    """Return *rejected* as a line of the rejects file. ASCII, so that no terminal is harmed by looking at it."""
    fields: dict[str, Any] = {
        "file": rejected.file,
        "line": rejected.line,
        "problems": [record(problem) for problem in rejected.problems],
    }
    try:
        fields["text"] = rejected.data.decode()
    except UnicodeDecodeError:
        # Not every JSON reader takes the lone surrogates of surrogateescape; base64 keeps the bytes for all
        # of them.
        fields["text"] = rejected.data.decode(errors="backslashreplace")
        fields["base64"] = base64.b64encode(rejected.data).decode()
    if rejected.size:
        fields["truncated_from_bytes"] = rejected.size
    return json.dumps(fields).encode() + b"\n"


def overwritten_input(rejects: str, inputs: Iterable[str]) -> str | None:
    """Return the one of *inputs* that writing to *rejects* would destroy, whatever names and links lead to it."""
    try:
        target = os.fstat(1) if rejects == STDOUT else os.stat(rejects)
    except OSError:  # there is no such file yet, or no standard output
        return None
    if not stat.S_ISREG(target.st_mode):
        return None
    return next((name for name in inputs if os.path.samestat(target, _status(name))), None)


def _status(name: str) -> os.stat_result:
    return os.fstat(0) if name == STDIN else os.stat(name)
