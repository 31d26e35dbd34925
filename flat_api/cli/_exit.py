"""What an exit code of the command line says."""

from __future__ import annotations

from enum import IntEnum

__all__ = ["ExitCode", "explain_exit_codes"]


class ExitCode(IntEnum):
    """The exit codes of every command. Where several apply, the one that stands later in the list counts."""

    GOOD = 0
    REFUSED = 1
    UNREADABLE = 2
    TROUBLE = 3
    INTERRUPTED = 130
    BROKEN_PIPE = 141
    TERMINATED = 143


MEANINGS = {
    ExitCode.GOOD: "everything was accepted",
    ExitCode.REFUSED: "a value was refused, or is not JSON",
    ExitCode.UNREADABLE: "wrong usage, or a file that cannot be read",
    ExitCode.TROUBLE: "trouble here: a library is missing, output cannot be written, a worker died",
    ExitCode.INTERRUPTED: "interrupted (Ctrl-C)",
    ExitCode.BROKEN_PIPE: "the reader of the output went away (| head)",
    ExitCode.TERMINATED: "terminated (SIGTERM)",
}


def explain_exit_codes() -> str:
    """The exit codes and their meanings, one per line."""
    return "\n".join(f"  {code:>3}  {meaning}" for code, meaning in MEANINGS.items())
