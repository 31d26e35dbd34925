"""What an exit code of the command line says."""

from __future__ import annotations

from enum import IntEnum

__all__ = ["EPILOG", "EXIT_CODES", "MEANINGS", "ExitCode"]


class ExitCode(IntEnum):
    """The exit codes of every command. Where several apply, the one that stands later in the list counts."""

    GOOD = 0
    REFUSED = 1
    UNREADABLE = 2
    TROUBLE = 3
    BAD_REQUEST = 4
    UNAUTHORIZED = 5
    FORBIDDEN = 6
    NOT_FOUND = 7
    RATE_LIMITED = 8
    API_FAILED = 9
    NO_CONNECTION = 10
    TASK_FAILED = 11
    TASK_CANCELED = 12
    TASK_TIMEOUT = 13
    HUNG_UP = 129
    INTERRUPTED = 130
    BROKEN_PIPE = 141
    TERMINATED = 143


MEANINGS = {
    ExitCode.GOOD: "all went well; everything was accepted",
    ExitCode.REFUSED: "a value was refused, or is not JSON; or you said no when asked",
    ExitCode.UNREADABLE: "wrong usage, or a file that cannot be read",
    ExitCode.TROUBLE: "trouble here: a library is missing, output cannot be written or is there already, a worker died",
    ExitCode.BAD_REQUEST: "the API refuses the request (400, 409, 413, 422)",
    ExitCode.UNAUTHORIZED: "no access token, or one that the API does not accept (401)",
    ExitCode.FORBIDDEN: "not allowed, or not included in the plan (403, 402)",
    ExitCode.NOT_FOUND: "no such thing, or none that you may see (404)",
    ExitCode.RATE_LIMITED: "too many requests (429, or the 403 that says so)",
    ExitCode.API_FAILED: "the API failed, or its answer cannot be read (5xx)",
    ExitCode.NO_CONNECTION: "no answer from the API: no connection, or a time-out",
    ExitCode.TASK_FAILED: "the task ended in an error",
    ExitCode.TASK_CANCELED: "the task was canceled",
    ExitCode.TASK_TIMEOUT: "the task was not done in time; it goes on",
    ExitCode.HUNG_UP: "the terminal was closed (SIGHUP)",
    ExitCode.INTERRUPTED: "interrupted (Ctrl-C)",
    ExitCode.BROKEN_PIPE: "the reader of the output went away (| head)",
    ExitCode.TERMINATED: "terminated (SIGTERM)",
}

_LINES = "\n".join(f"  {code:>3}  {meaning}" for code, meaning in MEANINGS.items())

EXIT_CODES = f"\b\nExit codes:\n{_LINES}"
"""What the help of the program ends with."""

EPILOG = "Exit codes: see flat-api --help."
"""What the help of each of its commands ends with."""
