"""Fetch the files of one score, and put them where they belong."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...exceptions import OpenApiException, UnauthorizedError
from .._errors import CommandError, TargetError
from .._formats import TASK_FORMATS
from .._targets import writing
from .._text import visible
from ._library import Found
from ._manifest import Kept, Manifest, same_name
from ._pauses import PASSING, Pauses
from ._progress import Reporter

if TYPE_CHECKING:
    from .._connection import Link

__all__ = ["Done", "Failure", "Fetcher"]

LONGEST_TASK = 3600.0
"""Seconds that the API may take to make a file."""


@dataclass(frozen=True)
class Failure:
    """What could not be fetched, and why: a score in a format, or a collection that could not be listed."""

    what: str
    id: str
    format: str
    error: OpenApiException | CommandError


@dataclass
class Done:
    """What became of the files of a score."""

    score: Found
    fetched: int = 0
    unchanged: int = 0
    size: int = 0
    """Bytes that were fetched."""
    failures: list[Failure] = field(default_factory=list[Failure])

    @property
    def may_pass(self) -> set[str]:
        """The formats that failed for a reason that may pass."""
        return {failure.format for failure in self.failures if isinstance(failure.error, PASSING)}

    def with_later(self, later: Done) -> Done:
        """Return this together with what came of a *later* attempt at what `may_pass`."""
        lasting = [failure for failure in self.failures if failure.format not in self.may_pass]
        return Done(
            self.score,
            self.fetched + later.fetched,
            self.unchanged + later.unchanged,
            self.size + later.size,
            lasting + later.failures,
        )


class Fetcher:
    """Fetches scores to *folder*. Several threads may use it at once.

    *reporter* is told of each file that comes.
    """

    def __init__(self, link: Link, folder: Path, manifest: Manifest, pauses: Pauses, reporter: Reporter) -> None:
        self._link = link
        self._folder = folder
        self._manifest = manifest
        self._pauses = pauses
        self._reporter = reporter

    def fetch(self, score: Found, files: Mapping[str, tuple[str, ...]]) -> Done:
        """Fetch *score* in each format of *files*, which maps formats to paths below the folder.

        Raises UnauthorizedError, after which nothing can be fetched, TargetError where nothing can be written at all,
        and Stopping.
        """
        done = Done(score)
        for format, paths in files.items():
            try:
                size = self._fetch_one(score, format, paths)
            except UnauthorizedError:
                raise
            except (OpenApiException, CommandError) as error:
                if _is_hopeless(error):
                    raise
                done.failures.append(Failure(score.title, score.id, format, error))
                continue
            done.fetched += size is not None
            done.unchanged += size is None
            done.size += size or 0
        return done

    def _fetch_one(self, score: Found, format: str, paths: tuple[str, ...]) -> int | None:
        """Have *score* at all of *paths*; return the bytes that were fetched, None where nothing had to be."""
        kept = self._manifest.find(score.id, format)
        there = [path for path in kept.files if self._is_whole(path, kept.size)] if kept and kept.changed else []
        is_current = kept is not None and bool(there) and bool(score.changed) and kept.changed == score.changed
        if kept is not None and is_current and there == list(kept.files) == list(paths):
            return None
        ours = kept.files if kept else ()
        for path in paths:
            self._make_room(path, ours)
        every = tuple(dict.fromkeys([*paths, *ours]))
        if kept is None or not is_current:
            self._manifest.note(Kept(score.id, format, None, 0, every))
            self._pauses.patiently(lambda: self._download(score.id, format, paths[0]))
            self._reporter.came(paths[0])
            there, size = [paths[0]], os.path.getsize(self._folder / paths[0])
        else:
            self._manifest.note(kept._replace(files=every))
            size = kept.size
        for path in paths:
            if path not in there:
                self._copy(there[0], path)
        self._manifest.note(Kept(score.id, format, score.changed, size, paths))
        for path in every:
            if path not in paths:
                self._remove(path, paths)
        return None if is_current else size

    def _is_whole(self, path: str, size: int) -> bool:
        try:
            return os.path.getsize(self._folder / path) == size
        except OSError:
            return False

    def _make_room(self, path: str, ours: tuple[str, ...]) -> None:
        """Make the folder of *path*. Raises TargetError where something else is at its place."""
        target = self._folder / path
        with writing(target):
            target.parent.mkdir(parents=True, exist_ok=True)
        if path not in ours and os.path.lexists(target):
            if any(same_name(path) == same_name(other) for other in ours):  # the same file, on many file systems
                return
            raise TargetError(f"{visible(str(target))} is there already, and not of this backup", "Move it away.")

    def _download(self, score: str, format: str, path: str) -> None:
        target, scores = self._folder / path, self._link.flat.scores
        given: Any = format
        show = self._reporter.watch(path)

        def progress(here: int, size: int | None) -> None:
            self._pauses.check()
            show(here, size)

        with writing(target):
            if format in TASK_FORMATS:
                poller = scores.export(score, given, pace=self._link.pace, clock=self._pauses)
                poller.download_to(target, overwrite=True, progress=progress, timeout=LONGEST_TASK)
                return
            scores.get_score_revision_data.download(
                target, score=score, revision="last", format=given, overwrite=True, progress=progress
            )

    def _copy(self, source: str, path: str) -> None:
        """Put a copy of *source* at *path*, whole or not at all."""
        target = self._folder / path
        with writing(target):
            part = target.with_name(f".{secrets.token_hex(8)}.part")
            try:
                shutil.copyfile(self._folder / source, part)
                os.replace(part, target)
            except BaseException:
                part.unlink(missing_ok=True)
                raise

    def _remove(self, path: str, kept: tuple[str, ...]) -> None:
        """Delete *path*, which has been moved to *kept*, and the folders that are empty without it."""
        target = self._folder / path
        with suppress(OSError):
            if not any(target.samefile(self._folder / other) for other in kept):
                target.unlink()
        for parent in target.parents:
            if parent == self._folder:
                break
            try:
                parent.rmdir()
            except OSError:
                break


def _is_hopeless(error: BaseException) -> bool:
    """Return whether *error* says that no file can be written any more."""
    cause = error.__cause__
    return isinstance(cause, OSError) and cause.errno in (errno.ENOSPC, errno.EDQUOT, errno.EROFS)
