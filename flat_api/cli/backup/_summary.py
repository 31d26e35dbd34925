"""What came of a backup: counts, and what failed and why."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

from rich.filesize import decimal as file_size

from .._console import put
from .._exit import ExitCode
from .._reports import Report, report_of
from .._text import counted, shortened
from ._fetching import Done, Failure

__all__ = ["Summary"]


class Summary:
    """The counts of a backup to *folder*."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._begun = time.monotonic()
        self.scores = self.fetched = self.unchanged = self.size = 0
        self.kept = 0
        """How many scores of earlier runs are listed no more."""
        self.failures: list[Failure] = []

    def add(self, done: Done) -> None:
        """Count what became of a score."""
        self.scores += 1
        self.fetched += done.fetched
        self.unchanged += done.unchanged
        self.size += done.size
        self.failures += done.failures

    @property
    def exit_code(self) -> ExitCode:
        """The code that stands last in the list of exit codes, out of those of all failures."""
        return max((_report(failure).code for failure in self.failures), default=ExitCode.GOOD)

    def print(self, *, as_json: bool) -> None:
        """Print the summary on standard output, for machines as one JSON object."""
        seconds = time.monotonic() - self._begun
        put(json.dumps(self._facts(seconds)) if as_json else "\n".join(self._lines(seconds)))

    def _lines(self, seconds: float) -> list[str]:
        lines = [
            f"{counted(self.scores, 'score')}: {counted(self.fetched, 'file')} fetched ({file_size(self.size)}), "
            f"{self.unchanged:,} unchanged, {len(self.failures):,} failed",
            f"{seconds:.1f} s",
        ]
        if self.kept:
            lines.append(f"{counted(self.kept, 'score')} of earlier runs not listed any more; the files are kept")
        for failure in self.failures:
            where = f" as {failure.format}" if failure.format else ""
            lines.append(f"Failed: {shortened(failure.what)} ({failure.id}){where}: {_report(failure).message}")
        return lines

    def _facts(self, seconds: float) -> dict[str, Any]:
        return {
            "folder": str(self._folder),
            "scores": self.scores,
            "fetched": self.fetched,
            "unchanged": self.unchanged,
            "failed": len(self.failures),
            "not_listed": self.kept,
            "bytes": self.size,
            "seconds": round(seconds, 3),
            "failures": [_record(failure) for failure in self.failures],
            "exit_code": self.exit_code,
        }


def _report(failure: Failure) -> Report:
    return report_of(failure.error)


def _record(failure: Failure) -> dict[str, Any]:
    report = _report(failure)
    known = {"id": failure.id, "title": failure.what, "format": failure.format or None}
    return {**known, "kind": report.code.name.lower(), "message": report.message, "exit_code": report.code}
