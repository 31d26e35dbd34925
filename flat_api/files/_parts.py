"""What has come of a file so far: a hidden file beside the target, which one transfer at a time writes to.

Its name tells what it is a part of::

    .{target}-{source}-{length}-{validator}.{random}.part

*target* and *source* are digests of the name of the file to be and of where it comes from; *length* and *validator*
are those of its `Version`. A transfer locks its part, so that a part whose process has ended, however it ended, can
be told from one that is still written to.
"""

from __future__ import annotations

import base64
import errno
import hashlib
import io
import os
import re
import secrets
import stat
import sys
import typing
from contextlib import suppress
from pathlib import Path

from ._locks import Lock, lock
from ._targets import put_in_place
from ._versions import Version

_DIGEST = "[0-9a-f]{12}"
_NAME = re.compile(rf"\.({_DIGEST})-({_DIGEST})-([0-9]{{0,18}})-([A-Za-z0-9_=-]*)\.[0-9a-f]{{8}}\.part")
_FLAGS = os.O_RDWR | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


class Place(typing.NamedTuple):
    """Where parts are: the *folder*, and digests of what they are to become and where they come from."""

    folder: Path
    target: str
    source: str

    @classmethod
    def of(cls, target: Path, source: str | None) -> Place:
        """Return the place of the parts for *target*, a file or a folder, of what comes from *source*.

        Where that is None, no part is ever found.
        """
        origin = secrets.token_hex(6) if source is None else _digest(source)
        if target.is_dir():
            return cls(target, _NO_TARGET, origin)  # what the file will be called is not known yet
        return cls(target.parent, _digest(target.name), origin)


_NO_TARGET = "0" * 12


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:12]


class Part:
    """A part that this process alone may write to. *version* is what it is a part of."""

    def __init__(self, path: Path, file: io.FileIO, version: Version) -> None:
        self.path = path
        self.version = version
        self._file = file

    @classmethod
    def found(cls, place: Place) -> Part | None:
        """Return the longest part that an earlier transfer left for *place*, None where there is none.

        Those that can't be continued, or were to become the same file, are removed.
        """
        kept: list[Part] = []
        for path, source, version in _left(place):
            part = _owned(path, version)
            if part is None:
                continue
            if source == place.source and version.validator and part.size:
                kept.append(part)
            else:
                part.discard()
        kept.sort(key=lambda part: part.size)
        best = kept.pop() if kept else None
        for part in kept:
            part.discard()
        return best

    @classmethod
    def new(cls, place: Place, version: Version) -> Part:
        """Return an empty part of *version*, in a file that wasn't there before."""
        length = "" if version.length is None else str(version.length)
        validator = base64.urlsafe_b64encode(version.validator.encode("latin-1")).decode()
        stem = f".{place.target}-{place.source}-{length}-{validator}"
        while True:
            path = place.folder / f"{stem}.{secrets.token_hex(4)}.part"
            descriptor = os.open(path, _FLAGS | os.O_CREAT | os.O_EXCL, 0o666)
            file = io.FileIO(descriptor, "r+")
            # Before it is locked, another transfer may have found it empty, and removed it.
            if lock(descriptor) is not Lock.OTHERS and _is_at(path, descriptor):
                return cls(path, file, version)
            file.close()

    @property
    def size(self) -> int:
        """The number of bytes that are here."""
        return os.fstat(self._file.fileno()).st_size

    def continue_at(self, start: int) -> None:
        """Write to the byte *start* next; those behind it are forgotten."""
        self._file.truncate(start)
        self._file.seek(start)

    def write(self, data: bytes) -> None:
        """Write *data* behind what is here. All of it is in the file afterwards, whatever happens to the process."""
        view = memoryview(data)
        while view:
            view = view[self._file.write(view) :]

    def put(self, target: Path, overwrite: bool) -> None:
        """Make the file *target* of this part, in one step; raises what `put_in_place` raises."""
        self._sync()
        if not _is_at(self.path, self._file.fileno()):
            raise FileNotFoundError(errno.ENOENT, "The part was moved or replaced by something else", str(self.path))
        if sys.platform == "win32":  # where what is open can't be moved
            self._file.close()
        put_in_place(self.path, target, overwrite)
        self._file.close()

    def _sync(self) -> None:
        try:
            os.fsync(self._file.fileno())  # or after a crash of the system, there may be a file without its bytes
        except OSError as error:
            if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.ENOSYS):  # a file system that doesn't know it
                raise

    def keep(self) -> None:
        """Leave what is here to a later transfer, if that can continue it, or remove it."""
        if self._file.closed:
            return
        if self.version.validator and self.size:
            self._file.close()
        else:
            self.discard()

    def discard(self) -> None:
        """Remove what is here."""
        if self._file.closed:
            return
        if sys.platform == "win32":
            self._file.close()
        elif not _is_at(self.path, self._file.fileno()):
            self._file.close()
            return
        self.path.unlink(missing_ok=True)
        self._file.close()


def _left(place: Place) -> typing.Iterator[tuple[Path, str, Version]]:
    """Yield the files that are named like parts for *place*, with their source and version."""
    try:
        entries = os.listdir(place.folder)
    except OSError:  # a folder that can be written to, and not be read
        return
    for entry in entries:
        found = _NAME.fullmatch(entry)
        if found is None:
            continue
        is_for_target = found[1] == place.target != _NO_TARGET
        if not (is_for_target or found[2] == place.source):
            continue
        with suppress(ValueError):  # somebody else's file
            validator = base64.urlsafe_b64decode(found[4].encode()).decode("latin-1")
            yield place.folder / entry, found[2], Version(validator, int(found[3]) if found[3] else None)


def _owned(path: Path, version: Version) -> Part | None:
    """Return the part at *path* if it is a regular file of this user, and no other transfer writes to it."""
    if os.path.islink(path):  # where the system has no O_NOFOLLOW
        return None
    try:
        descriptor = os.open(path, _FLAGS)
    except OSError:
        return None
    if not _is_our_file(descriptor):
        os.close(descriptor)
        return None
    file = io.FileIO(descriptor, "r+")
    if lock(descriptor) is Lock.OURS and _is_at(path, descriptor):
        if os.fstat(descriptor).st_nlink == 1:
            return Part(path, file, version)
        path.unlink(missing_ok=True)  # its last owner ended between giving it its name and taking this one away
    file.close()
    return None


def _is_our_file(descriptor: int) -> bool:
    facts = os.fstat(descriptor)
    return stat.S_ISREG(facts.st_mode) and (sys.platform == "win32" or facts.st_uid == os.geteuid())


def _is_at(path: Path, descriptor: int) -> bool:
    """Return whether the open file is still that at *path*: its last owner may have moved it meanwhile."""
    try:
        return os.path.samestat(os.lstat(path), os.fstat(descriptor))
    except OSError:
        return False
