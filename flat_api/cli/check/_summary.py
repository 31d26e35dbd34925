"""The summary of a check, for people and for machines."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from ...bulk._validation import INTERNAL, ChunkResult, RejectedLine
from .._exit import ExitCode
from .._text import STDOUT, counted, shown_name, visible

__all__ = ["Summary"]


@dataclass
class Summary:
    """What came of a check of *files* files as *model* by *jobs* workers with *rejects* as rejects file.

    After a *lenient* check, *unfit* counts the lines that were accepted with something in them that does not fit.

    `add` counts the result of a chunk, *errors* takes a sentence for each file that can't be read to its end, and
    `stop` notes why the check ended before all was read.
    """

    model: str
    files: int
    jobs: int
    rejects: str | None
    scheduler: str | None = None
    lenient: bool = False
    accepted: int = 0
    unfit: int = 0
    refused: int = 0
    blank: int = 0
    not_json: int = 0
    internal: int = 0
    errors: list[str] = field(default_factory=list[str])
    stopped: str | None = None
    reached: tuple[str, int] | None = None
    seconds: float = 0.0
    _stop_code: ExitCode = ExitCode.GOOD
    _started: float = field(default_factory=time.perf_counter)

    def add(self, result: ChunkResult) -> None:
        """Count *result*."""
        self.accepted += result.accepted
        self.unfit += result.unfit
        self.blank += result.blank
        self.refused += len(result.rejected)
        self.not_json += _of_kind("json", result.rejected)
        self.internal += _of_kind(INTERNAL, result.rejected)
        self.reached = result.file, result.next_line - 1
        self.seconds = time.perf_counter() - self._started

    def stop(self, why: str, code: ExitCode) -> None:
        """Note that the check ended early."""
        self.stopped = why
        self._stop_code = code

    @property
    def lines(self) -> int:
        """How many lines were read, blank ones not among them."""
        return self.accepted + self.refused

    @property
    def rate(self) -> int:
        """Lines per second."""
        return round(self.lines / self.seconds) if self.seconds else 0

    @property
    def exit_code(self) -> ExitCode:
        """The exit code of the check as a whole: the worst of all that happened."""
        happened = [
            (ExitCode.REFUSED, self.refused),
            (ExitCode.UNREADABLE, self.errors),
            (ExitCode.TROUBLE, self.internal),
            (self._stop_code, self.stopped),
        ]
        return max((code for code, yes in happened if yes), default=ExitCode.GOOD)

    def counts(self) -> str:
        """The counts so far, for the progress bar."""
        return f"{counted(self.lines, 'line')}, {self.refused:,} refused, {self.rate:,} lines/s"

    def as_text(self) -> str:
        """The summary for people."""
        return "\n".join(self._sentences())

    def _sentences(self) -> Iterator[str]:
        blank = f"; {counted(self.blank, 'blank line')} skipped" if self.blank else ""
        unfit = f" ({self.unfit:,} with something that does not fit)" if self.unfit else ""
        yield f"{counted(self.lines, 'line')}: {self.accepted:,} accepted{unfit}, {self.refused:,} refused{blank}"
        yield f"{self.seconds:.2f} s, {self.rate:,} lines/s"
        if self.stopped:
            file, line = self.reached or ("", 0)
            place = f"after line {line:,} of {shown_name(file)}" if self.reached else "before the first line"
            yield f"Stopped {place}: {self.stopped}"
        if self.errors:
            yield f"{counted(len(self.errors), 'file')} could not be read to the end"
        yield from self._hints()

    def _hints(self) -> Iterator[str]:
        if self.refused and self.rejects is None:
            yield "--rejects FILE keeps every refused line with its problems."
        elif self.refused and self.rejects != STDOUT:
            yield f"The refused lines are in {visible(self.rejects or '')}"
        if self.not_json and self.not_json == self.lines:
            yield "No line is JSON by itself: `show` reads a file with one value, `jq -c .` puts it on one."

    def as_json(self) -> str:
        """The summary as a JSON object on one line."""
        file, line = self.reached or (None, None)
        return json.dumps(
            {
                "model": self.model,
                "files": self.files,
                "lines": self.lines,
                "accepted": self.accepted,
                **({"unfit": self.unfit} if self.lenient else {}),
                "refused": self.refused,
                "blank": self.blank,
                "seconds": round(self.seconds, 3),
                "lines_per_second": self.rate,
                "jobs": self.jobs,
                **({"scheduler": self.scheduler} if self.scheduler else {}),
                "rejects": self.rejects,
                "errors": self.errors,
                "stopped": self.stopped,
                "last": {"file": file, "line": line},
                "exit_code": self.exit_code,
            }
        )


def _of_kind(kind: str, rejected: tuple[RejectedLine, ...]) -> int:
    return sum(line.problems[0].kind == kind for line in rejected)
