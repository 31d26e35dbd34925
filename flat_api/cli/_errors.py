"""What ends a command early: a sentence for the user, and the exit code it comes with."""

from __future__ import annotations

from typing import ClassVar

from ._exit import ExitCode
from ._names import shown_name

__all__ = ["CommandError", "ReaderGone", "RejectsError", "SourceError", "WorkerError"]


class CommandError(Exception):
    """The base: the message is a sentence, or part of one, that a user can act on."""

    exit_code: ClassVar[ExitCode] = ExitCode.TROUBLE


class SourceError(CommandError):
    """A file can't be read, or can't be read to its end; the message names it."""

    exit_code = ExitCode.UNREADABLE

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{shown_name(name)}: {reason}")


class RejectsError(CommandError):
    """The rejects file can't be written."""


class WorkerError(CommandError):
    """A worker process could not be started, or ended in the middle of its work."""


class ReaderGone(Exception):
    """Whoever read the output has gone away, so there is nobody to say anything to."""
