"""Back scores up: list them, fetch what is new or changed, say what came of it."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Container, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..._retry import RetryPolicy
from ...exceptions import ApiException
from ...rest import RESTClientObject
from .._connection import ANYTHING, COLLECTION, Connection, Link, looking_for, opened
from .._exit import ExitCode
from .._text import counted
from ._fetching import Done, Failure, Fetcher
from ._library import Found, Library, Selection
from ._manifest import Manifest
from ._manifest import opened as opened_manifest
from ._paths import Names
from ._pauses import Pauses
from ._progress import Reporter
from ._summary import Summary
from ._workers import results

__all__ = ["back_up"]

Files = Mapping[str, tuple[str, ...]]
"""The files of a score by format."""


def back_up(
    folder: Path,
    formats: Sequence[str],
    selection: Selection,
    jobs: int,
    connection: Connection,
    *,
    quiet: bool,
    as_json: bool,
) -> ExitCode:
    """Keep the selected scores in *folder*, print a summary, and return the exit code that tells of failures.

    Raises TargetError for a folder that can't be used, and what the client raises where nothing can be listed.
    """
    reporter = Reporter(bar=not quiet and not connection.verbose, lines=not quiet and not as_json)
    summary = Summary(folder)
    with opened_manifest(folder) as manifest, opened(connection) as link:
        backup = _Backup(link, manifest, reporter, summary, tells=not as_json)
        with looking_for(COLLECTION if selection.kind == "collection" else ANYTHING), reporter:
            backup.run(folder, selection, formats, jobs)
    summary.print(as_json=as_json)
    return summary.exit_code


class _Backup:
    """One run. *tells* says whether people are told of rate limits."""

    def __init__(self, link: Link, manifest: Manifest, reporter: Reporter, summary: Summary, *, tells: bool) -> None:
        self._link = link
        self._manifest = manifest
        self._reporter = reporter
        self._summary = summary
        self._pauses = Pauses(self._tell_limit if tells else lambda seconds: None)

    def run(self, folder: Path, selection: Selection, formats: Sequence[str], jobs: int) -> None:
        """Fetch what is new or changed, with *jobs* threads."""
        self._prepare_client(jobs)
        try:
            self._manifest.be_of(scores=str(selection), account=self._account(selection))
            library = Library(self._link.flat, self._pauses.patiently, self._note_unlisted)
            library.read(selection)
            self._fetch(library, folder, formats, jobs)
            self._summary.kept = len(self._manifest.scores() - library.scores.keys())
        except KeyboardInterrupt as stop:
            done = counted(self._summary.scores, "score")
            stop.add_note(f"{done} done, and no file is half written. The same command goes on from here.")
            raise
        finally:
            self._pauses.stop()

    def _prepare_client(self, jobs: int) -> None:
        client = self._link.flat.api_client
        # All threads wait for the end of a rate limit together, which a repetition inside a call would not know of.
        client.configuration.retries = RetryPolicy(max_wait=0, wait=self._pauses.sleep)
        client.rest_client = RESTClientObject(client.configuration, maxsize=jobs)

    def _account(self, selection: Selection) -> str | None:
        """Return whose scores `mine` are, so that those of another account never mix with them."""
        if selection.kind != "mine":
            return None
        account: Any = self._pauses.patiently(self._link.flat.account.get_authenticated_user)
        return str(account.get("id") or "") or None

    def _fetch(self, library: Library, folder: Path, formats: Sequence[str], jobs: int) -> None:
        names = Names(self._manifest, library.folders)
        wanted = {score.id: (score, names.files_of(score, formats)) for score in library.scores.values()}
        fetcher = Fetcher(self._link, folder, self._manifest, self._pauses, self._reporter)

        def work(item: tuple[Found, Files]) -> Done:
            return fetcher.fetch(*item)

        failed: list[Done] = []
        with contextlib.closing(results(work, wanted.values(), jobs, self._pauses)) as first:
            for done in first:
                if done.may_pass:
                    failed.append(done)
                else:
                    self._count(done, len(wanted))
        # Behind all others is the best time to try once more.
        again = [(done.score, _only(wanted[done.score.id][1], done.may_pass)) for done in failed]
        before = {done.score.id: done for done in failed}
        with contextlib.closing(results(work, again, jobs, self._pauses)) as second:
            for done in second:
                self._count(before[done.score.id].with_later(done), len(wanted))

    def _count(self, done: Done, total: int) -> None:
        self._summary.add(done)
        self._reporter.advance(self._summary.scores, total)

    def _note_unlisted(self, name: str, id: str, error: ApiException[Any]) -> None:
        self._summary.failures.append(Failure(name, id, "", error))

    def _tell_limit(self, seconds: float) -> None:
        end = datetime.datetime.now() + datetime.timedelta(seconds=seconds)
        self._reporter.say(f"The rate limit is reached: the backup goes on in {seconds:.0f} seconds, at {end:%H:%M:%S}")


def _only(files: Files, formats: Container[str]) -> Files:
    return {format: paths for format, paths in files.items() if format in formats}
