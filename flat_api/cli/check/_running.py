"""A check under way: files are read, results counted, rejected lines kept and shown; signals end it in good order."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from typing import NamedTuple

from ...bulk._cluster import cluster_workers
from ...bulk._errors import UnreadableFileError, UnwritableFileError, WorkerError
from ...bulk._executors import InFlight, Workers, local_workers
from ...bulk._files import Source, known_size
from ...bulk._lines import Chunk, chunks
from ...bulk._rejects import RejectsFile
from ...bulk._validation import ChunkResult, RejectedLine, Rules
from ...schemas import Schema
from .._console import put, tell
from .._errors import ReaderGone
from .._exit import ExitCode
from .._interrupts import Interrupted, Interrupts
from .._models import model_name
from .._problems import sentence
from .._text import STDOUT, counted, shown_name
from ._progress import Reporter
from ._summary import Summary

__all__ = ["CheckOptions", "check"]

LINES_SHOWN = 10
"""Rejected lines that are shown while a check runs; the rejects file has them all."""

PROBLEMS_SHOWN = 5
"""Problems that are shown of each."""

SECONDS_TO_FINISH = 5.0
"""How long a check that was stopped waits for what its workers have begun."""


class CheckOptions(NamedTuple):
    """How a check is done: the options of `flat-api check`."""

    jobs: int
    scheduler: str | None
    rejects: str | None
    line_limit: int
    quiet: bool
    as_json: bool
    lenient: bool = False


def check(files: Sequence[str], model: type[Schema], options: CheckOptions) -> ExitCode:
    """Check that every line of *files* is a *model*; print a summary, and return what it came to.

    Raises `UnwritableFileError` when the rejects file can't be opened, `WorkerError` when workers can't be started.
    """
    rules = Rules(model, options.line_limit, options.lenient)
    summary = Summary(model_name(model), len(files), options.jobs, options.rejects, options.scheduler, options.lenient)
    with ExitStack() as stack:
        interrupts = stack.enter_context(Interrupts())
        rejects = stack.enter_context(RejectsFile(options.rejects)) if options.rejects else None
        reporter = stack.enter_context(Reporter(known_size(files), quiet=options.quiet))
        workers = _started(stack, rules, options)
        summary.jobs = workers.count
        in_flight = InFlight(rules, workers, interrupts.allowed)
        to_show = 0 if options.rejects == STDOUT else LINES_SHOWN
        _Check(options.line_limit, summary, interrupts, rejects, reporter, in_flight, to_show).run(files)
    say = tell if options.rejects == STDOUT else put
    say(summary.as_json() if options.as_json else summary.as_text())
    return summary.exit_code


def _started(stack: ExitStack, rules: Rules, options: CheckOptions) -> Workers:
    try:
        return stack.enter_context(_workers(rules, options))
    except WorkerError as error:
        if options.scheduler is None:
            error.add_note("--jobs 1 does without other processes.")
        raise


def _workers(rules: Rules, options: CheckOptions) -> AbstractContextManager[Workers]:
    if options.scheduler is None:
        return local_workers(rules, options.jobs)
    logging.disable()  # distributed logs with tracebacks what the errors say in a sentence
    return cluster_workers(options.scheduler)


@dataclass
class _Check:
    """A check under way. A result is written, counted and shown in one go; signals wait meanwhile."""

    _line_limit: int
    _summary: Summary
    _interrupts: Interrupts
    _rejects: RejectsFile | None
    _reporter: Reporter
    _in_flight: InFlight
    _to_show: int
    _bytes_before: int = 0  # in the files that are done
    _bytes: int = 0

    def run(self, files: Sequence[str]) -> None:
        """Check *files*, to the end or until something stops it; the summary says which."""
        try:
            for file in files:
                self._check_file(file)
            self._take_all(None)
        except Interrupted as signal:
            self._summary.stop(str(signal).lower(), ExitCode(signal.exit_code))
            self._finish()
        except WorkerError as error:
            self._stopped_by(error)
            self._finish()
        except UnwritableFileError as error:
            self._stopped_by(error)

    def _stopped_by(self, error: WorkerError | UnwritableFileError) -> None:
        self._summary.stop(str(error), ExitCode.TROUBLE)
        self._reporter.complain(str(error))

    def _check_file(self, file: str) -> None:
        """Check *file* as far as it can be read."""
        try:
            for chunk in self._interruptible(self._chunks(file)):
                self._in_flight.put(chunk)
                while self._in_flight.full:
                    self._note(self._in_flight.take())
        except UnreadableFileError as error:
            self._summary.errors.append(str(error))
            self._reporter.complain(str(error))

    def _chunks(self, file: str) -> Iterator[Chunk]:
        with Source(file) as source:
            for chunk in chunks(source, self._line_limit):
                self._bytes = self._bytes_before + source.position
                yield chunk
            self._bytes_before += source.position

    def _interruptible(self, source: Iterator[Chunk]) -> Iterator[Chunk]:
        while True:
            with self._interrupts.allowed():
                chunk = next(source, None)
            if chunk is None:
                return
            yield chunk

    def _take_all(self, seconds: float | None) -> None:
        """Note what is still to come, if it comes within *seconds*. Raises TimeoutError if not."""
        end = None if seconds is None else time.monotonic() + seconds
        while self._in_flight.busy:
            self._note(self._in_flight.take(None if end is None else max(0.0, end - time.monotonic())))

    def _finish(self) -> None:
        """Note what the workers have begun when something stopped the check; a second stop counts at once."""
        try:
            self._take_all(SECONDS_TO_FINISH)
        except (Interrupted, TimeoutError, WorkerError):
            pass
        except UnwritableFileError as error:
            self._reporter.complain(str(error))

    def _note(self, result: ChunkResult) -> None:
        if self._rejects:
            self._write(self._rejects, result.rejected)
        self._summary.add(result)
        self._show(result.rejected[: self._to_show])
        self._reporter.update(shown_name(result.file), self._bytes, self._summary.counts())

    def _write(self, rejects: RejectsFile, lines: Sequence[RejectedLine]) -> None:
        try:
            rejects.write(lines)
        except UnwritableFileError as error:
            if rejects.name == STDOUT and isinstance(error.__cause__, BrokenPipeError):
                raise ReaderGone from error
            raise

    def _show(self, lines: Sequence[RejectedLine]) -> None:
        for rejected in lines:
            place = f"{shown_name(rejected.file)}:{rejected.line}"
            for problem in rejected.problems[:PROBLEMS_SHOWN]:
                self._reporter.say(f"{place}: {sentence(problem)}")
            if (more := len(rejected.problems) - PROBLEMS_SHOWN) > 0:
                self._reporter.say(f"{place}: ... and {counted(more, 'more problem')}")
        self._to_show -= len(lines)
        if lines and not self._to_show:
            self._reporter.say("... further refused lines are counted, not shown")
