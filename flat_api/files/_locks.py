"""Locks of open files, which the system releases when the process ends, however it ends."""

from __future__ import annotations

import enum
import errno
import os
import sys

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class Lock(enum.Enum):
    """Whose lock a file has after one was asked for."""

    OURS = enum.auto()
    OTHERS = enum.auto()
    NOBODYS = enum.auto()
    """The file system has no locks. What is left there isn't continued, since nobody can tell if it is written to."""


def lock(descriptor: int) -> Lock:
    """Lock the open file for this process until it is closed; the system does that for a process that ends."""
    try:
        if sys.platform == "win32":
            os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            os.lseek(descriptor, 0, os.SEEK_SET)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        is_taken = error.errno in (errno.EACCES, errno.EAGAIN, errno.EDEADLK, errno.EWOULDBLOCK)
        return Lock.OTHERS if is_taken else Lock.NOBODYS
    return Lock.OURS


_LOCKED_BYTE = 2**31 - 2
"""Windows locks ranges of bytes, for reading too: this one is behind most files."""
