"""The manifest of a backup: which file holds which score, so that nothing is fetched twice, and one run at a time.

It is `.flat-backup/manifest.ndjson` in the folder of the backup: a line that says what the backup is of, then a line
for each score and format. A line is appended when names are claimed, before anything is written there, and when the
files are complete; the last line counts. A line that a crash cut off is ignored.
"""

from __future__ import annotations

import json
import os
import threading
import unicodedata
from collections.abc import Generator, Iterable
from contextlib import ExitStack, contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, Any, NamedTuple

from ...files._locks import Lock, lock
from .._errors import TargetError
from .._targets import writing
from .._text import visible

__all__ = ["Kept", "Manifest", "opened", "same_name"]

FOLDER = ".flat-backup"
VERSION = 1
MENDING = "Move the folder {} out of the way to fetch everything anew."

Key = tuple[str, str]
"""The identifier of a score, and a format."""


class Kept(NamedTuple):
    """A score in one format: what it was when it was fetched, and where it is, below the folder of the backup.

    *changed* is None where the files are claimed, but not known to be complete.
    """

    score: str
    format: str
    changed: str | None
    size: int
    files: tuple[str, ...]

    @property
    def key(self) -> Key:
        """What the manifest finds it by."""
        return self.score, self.format


def same_name(path: str) -> str:
    """Return what is the same for all spellings of *path* that a file system may take for one name."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


class Manifest:
    """The files of a backup. Several threads may use it at once."""

    def __init__(self, file: IO[bytes], of: dict[str, Any], kept: Iterable[Kept]) -> None:
        self.of = of
        self._file = file
        self._guard = threading.Lock()
        self._kept = {entry.key: entry for entry in kept}

    def find(self, score: str, format: str) -> Kept | None:
        """Return what is known of *score* in *format*; None where it was never fetched."""
        return self._kept.get((score, format))

    def scores(self) -> set[str]:
        """Return the identifiers of all scores that the backup has files of."""
        return {entry.score for entry in self._kept.values()}

    def owners(self) -> dict[str, str]:
        """Return the score that each file belongs to, by `same_name` of the file."""
        return {same_name(path): entry.score for entry in self._kept.values() for path in entry.files}

    def note(self, entry: Kept) -> None:
        """Keep *entry*; it is on the disk afterwards."""
        with self._guard:
            self._kept[entry.key] = entry
            self._write(entry._asdict())

    def be_of(self, **facts: Any) -> None:
        """Say what the backup is of. Raises TargetError where an earlier run said something else."""
        with self._guard:
            if self.of:
                if self.of != facts:
                    told = ", ".join(f"{name} {value}" for name, value in self.of.items() if facts.get(name) != value)
                    raise TargetError(
                        f"the folder holds a backup of something else: {visible(told)}",
                        "Each account and each choice of scores needs a folder of its own.",
                    )
                return
            self.of = facts
            self._write(_head(facts))

    def _write(self, record: dict[str, Any]) -> None:
        with writing(Path(FOLDER)):
            _append(self._file, [record])


def _head(facts: dict[str, Any]) -> dict[str, Any]:
    return {"flat-backup": VERSION, **facts}


def _append(file: IO[bytes], records: Iterable[dict[str, Any]]) -> None:
    data = b"".join(json.dumps(record).encode() + b"\n" for record in records)
    file.write(data)
    file.flush()
    os.fsync(file.fileno())


@contextmanager
def opened(folder: Path) -> Generator[Manifest, None, None]:
    """Open the manifest of the backup in *folder*, both made where there are none, for this process alone.

    Raises TargetError where another run is at it, where it can't be read, and where nothing can be written.
    """
    home = folder / FOLDER
    path = home / "manifest.ndjson"
    with ExitStack() as stack:
        with writing(home):
            home.mkdir(parents=True, exist_ok=True)
            guard = stack.enter_context(open(home / "lock", "ab"))
        if lock(guard.fileno()) is Lock.OTHERS:
            raise TargetError(
                f"another backup to {visible(str(folder))} is running", "Wait for its end, or take another folder."
            )
        with writing(path):
            of, kept = _read(path)
            _rewrite(path, of, kept)
            file = stack.enter_context(open(path, "ab", buffering=0))
        yield Manifest(file, of, kept)


def _read(path: Path) -> tuple[dict[str, Any], list[Kept]]:
    """Return what the backup is of, and its files. Raises TargetError for a manifest that can't be understood."""
    try:
        *lines, _ = path.read_bytes().split(b"\n")  # behind the last line break is nothing, or a line that was cut off
    except FileNotFoundError:
        return {}, []
    try:
        records = [json.loads(line) for line in lines]
        head = dict(records.pop(0)) if records else _head({})
        kept = {entry.key: entry for entry in map(_entry, records)}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise TargetError(f"{visible(str(path))} is damaged", MENDING.format(visible(str(path.parent)))) from error
    if head.pop("flat-backup", None) != VERSION:
        raise TargetError(
            f"{visible(str(path))} was written by another version of this program",
            MENDING.format(visible(str(path.parent))),
        )
    return head, list(kept.values())


def _entry(record: dict[str, Any]) -> Kept:
    """Return what *record* says. Raises ValueError for a file that is not below the folder of the backup."""
    files = tuple(map(str, record["files"]))
    for name in files:
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or "\\" in name or not path.parts:
            raise ValueError(name)
    changed = record["changed"]
    known = None if changed is None else str(changed)
    return Kept(str(record["score"]), str(record["format"]), known, int(record["size"]), files)


def _rewrite(path: Path, of: dict[str, Any], kept: list[Kept]) -> None:
    """Write the manifest anew, in one step, without what later lines replaced."""
    if not of and not kept:
        path.unlink(missing_ok=True)
        return
    new = path.with_suffix(".new")
    with open(new, "wb") as file:
        _append(file, [_head(of), *(entry._asdict() for entry in kept)])
    os.replace(new, path)
