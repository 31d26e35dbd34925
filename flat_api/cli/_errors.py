"""What ends a command early: a sentence for the user, and the exit code it comes with."""

from __future__ import annotations

from typing import ClassVar

from ._exit import ExitCode

__all__ = [
    "AnswerError",
    "CommandError",
    "Declined",
    "ExtraMissingError",
    "NoTokenError",
    "OutputError",
    "ProfileError",
    "ReaderGone",
    "SandboxError",
    "Stopped",
    "TargetError",
]


class CommandError(Exception):
    """The base: the message is a sentence, or part of one, that a user can act on; *hint* says how, if given."""

    exit_code: ClassVar[ExitCode] = ExitCode.TROUBLE

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint


class OutputError(CommandError):
    """Standard output can't be written."""


class TargetError(CommandError):
    """The file that a download goes to can't be written, or is there already."""


class ExtraMissingError(CommandError):
    """A library is missing that an extra brings."""


class SandboxError(CommandError):
    """The built-in server can't be started."""


class AnswerError(CommandError):
    """The API answers something else than what was asked for."""

    exit_code = ExitCode.API_FAILED


class NoTokenError(CommandError):
    """There is no access token to sign requests with."""

    exit_code = ExitCode.UNAUTHORIZED


class ProfileError(CommandError):
    """What is kept of who has signed in can't be written, or can't be read."""


class Declined(CommandError):
    """Whoever was asked said no; the message says what was not done."""

    exit_code = ExitCode.REFUSED


class ReaderGone(Exception):
    """Whoever read the output has gone away, so there is nobody to say anything to."""


class Stopped(Exception):
    """Ctrl-C, SIGTERM or SIGHUP, in a shape that click leaves alone: *hint* says how to go on, if there is a way."""

    def __init__(self, exit_code: ExitCode, hint: str | None = None) -> None:
        super().__init__("Interrupted.")
        self.exit_code = exit_code
        self.hint = hint
