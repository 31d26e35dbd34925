"""Everything there is to measure, and how much of it a run does."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from . import calls, footprint, polling, sandbox
from .curves import CURVES, follow
from .pure import with_pure
from .report import Report
from .rows import ROWS, Result, measure


@dataclass(frozen=True)
class Effort:
    """How long and how often to measure."""

    rounds: int
    burst_ns: float
    instances: int
    imports: int
    largest: int
    curve_rounds: int
    call_burst_ns: float
    mebibytes: int
    seconds: float
    tasks: int


QUICK = Effort(5, 3e5, 200, 3, 1_000, 2, call_burst_ns=3e6, mebibytes=16, seconds=0.2, tasks=20)
FULL = Effort(60, 3e6, 2_000, 31, 100_000, 7, call_burst_ns=3e7, mebibytes=calls.GIB, seconds=3.0, tasks=polling.TASKS)


def run(only: re.Pattern[str], effort: Effort, rows_alone: bool = False) -> Report:
    """Return the report of all rows and curves whose name *only* finds, or of the *rows_alone*."""
    rows = [row for row in ROWS if only.search(row.name)]
    results = measure(rows, effort.rounds, effort.burst_ns)
    if only.search(footprint.MEMORY):
        results.append(footprint.memory(effort.instances))
    if only.search(footprint.IMPORT) or only.search(footprint.IMPORT_ALL):
        results += [result for result in footprint.import_times(effort.imports) if only.search(result.name)]
    if only.search(footprint.FIRST):
        results.append(footprint.first_values(effort.imports))
    if rows_alone:
        return Report(results, [], [])
    results = with_pure(results, only, effort is QUICK)
    curves = [curve for curve in CURVES if only.search(curve.name)]
    growths = follow(curves, effort.largest, effort.curve_rounds, effort.burst_ns)
    return Report(results, growths, list(_over_the_wire(only, effort)))


def _over_the_wire(only: re.Pattern[str], effort: Effort) -> Iterator[Result]:
    """What there is to measure with a server at the other end."""
    if only.search(calls.CALL):
        yield calls.call(effort.rounds, effort.call_burst_ns)
    if only.search(calls.AWAITED_CALL):
        yield calls.awaited_call(effort.rounds, effort.call_burst_ns)
    if only.search(polling.POLLING):
        yield from polling.polling(effort.tasks)
    if only.search(calls.DOWNLOAD):
        yield calls.download(effort.mebibytes)
    if only.search(sandbox.ANSWERING):
        yield sandbox.answering(effort.seconds)
