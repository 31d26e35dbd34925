"""The rejects file: one JSON object for every refused line, each written whole or not at all."""

from __future__ import annotations

import base64
import io
import json
import os
import stat
from collections.abc import Iterable
from typing import Any, Self

from ._console import reason_of
from ._errors import ReaderGone, RejectsError
from ._judge import Refused
from ._problems import record
from ._text import STDIN, STDOUT, visible

__all__ = ["RejectsFile", "overwritten_input"]


class RejectsFile:
    """Takes refused lines and writes them at once, unbuffered; *name* ``-`` is standard output.

    Raises `RejectsError` when the file can't be opened, and from `write` when the disk is full.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.records = 0
        try:
            self._file = io.FileIO(1, "w", closefd=False) if name == STDOUT else io.FileIO(name, "w")
        except OSError as error:
            raise RejectsError(_sentence(name, reason_of(error))) from error

    def write(self, file: str, lines: Iterable[Refused]) -> None:
        """Add *lines*, which were read from *file*. After a failure it ends with its last whole record."""
        records = [_encoded(file, line) for line in lines]
        try:
            for encoded in records:
                self._write_all(encoded)
                self.records += 1
        except BrokenPipeError as error:
            if self.name == STDOUT:
                raise ReaderGone from error
            raise self._failed("its reader went away") from None
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

    def _failed(self, reason: str) -> RejectsError:
        return RejectsError(_sentence(self.name, f"{reason} (after {self.records:,} records)"))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()


def _sentence(name: str, reason: str) -> str:
    return f"can't write the rejects file {visible(name)}: {reason}"


def _encoded(file: str, refused: Refused) -> bytes:
    """*refused* as a line of the rejects file. ASCII, so that no terminal is harmed by looking at it."""
    fields: dict[str, Any] = {
        "file": file,
        "line": refused.line,
        "problems": [record(problem) for problem in refused.problems],
    }
    try:
        fields["text"] = refused.data.decode()
    except UnicodeDecodeError:
        # Not every JSON reader takes the lone surrogates of surrogateescape; base64 keeps the bytes for all
        # of them.
        fields["text"] = refused.data.decode(errors="backslashreplace")
        fields["base64"] = base64.b64encode(refused.data).decode()
    if refused.size:
        fields["truncated_from_bytes"] = refused.size
    return json.dumps(fields).encode() + b"\n"


def overwritten_input(rejects: str, inputs: Iterable[str]) -> str | None:
    """The one of *inputs* that writing to *rejects* would destroy, whatever names and links lead to it."""
    try:
        target = os.fstat(1) if rejects == STDOUT else os.stat(rejects)
    except OSError:  # there is no such file yet, or no standard output
        return None
    if not stat.S_ISREG(target.st_mode):
        return None
    return next((name for name in inputs if os.path.samestat(target, _status(name))), None)


def _status(name: str) -> os.stat_result:
    return os.fstat(0) if name == STDIN else os.stat(name)
