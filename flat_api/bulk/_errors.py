"""What can go wrong with files and worker processes, as errors with a sentence that names the place."""

from __future__ import annotations

import errno

from ..exceptions import ApiValueError, OpenApiException, Problem, visible

__all__ = [
    "STDIN",
    "STDOUT",
    "RejectedLineError",
    "UnreadableFileError",
    "UnwritableFileError",
    "WorkerError",
    "reason_of",
    "shown_name",
    "unreadable",
]

STDIN = STDOUT = "-"
"""How a standard stream is named in the place of a file."""


class UnreadableFileError(OpenApiException, OSError):
    """A file can't be read, or can't be read to its end."""


class UnwritableFileError(OpenApiException, OSError):
    """A file of rejected lines can't be written."""


class WorkerError(OpenApiException, RuntimeError):
    """A worker process or a cluster can't be started or reached, or ended in the middle of its work."""


class RejectedLineError(ApiValueError):
    """A line is not what it should be: line number *line* of *file*; `problems` has all that is wrong with it."""

    def __init__(self, file: str, line: int, problems: tuple[Problem, ...]) -> None:
        self.file = file
        self.line = line
        first = problems[0]
        place = f"{shown_name(file)}:{line}"
        more = f" (and {len(problems) - 1:,} more)" if problems[1:] else ""
        super().__init__(f"{place}: {visible(first.message)}{more}", first.path)
        self.problems = problems

    def __reduce__(self) -> tuple[type[RejectedLineError], tuple[str, int, tuple[Problem, ...]]]:
        return type(self), (self.file, self.line, self.problems)


def shown_name(name: str) -> str:
    """Return *name*, that of an input, as messages say it."""
    return "standard input" if name == STDIN else visible(name) or "''"


def reason_of(error: OSError) -> str:
    """Return what the system says of *error*, without number and file name."""
    return "it is closed" if error.errno == errno.EBADF else error.strerror or str(error)


def unreadable(name: str, reason: str) -> UnreadableFileError:
    """Return the error for the file *name* that can't be read for *reason*."""
    return UnreadableFileError(f"{shown_name(name)}: {reason}")
