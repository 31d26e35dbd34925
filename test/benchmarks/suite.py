"""Everything there is to measure, and how much of it a run does."""

import re
from dataclasses import dataclass

from . import footprint
from .curves import CURVES, follow
from .report import Report
from .rows import ROWS, measure


@dataclass(frozen=True)
class Effort:
    """How long and how often to measure."""

    rounds: int
    burst_ns: float
    instances: int
    imports: int
    largest: int
    curve_rounds: int


QUICK = Effort(rounds=5, burst_ns=3e5, instances=200, imports=3, largest=1_000, curve_rounds=2)
FULL = Effort(rounds=60, burst_ns=3e6, instances=2_000, imports=31, largest=100_000, curve_rounds=7)


def run(only: re.Pattern[str], effort: Effort) -> Report:
    """Return the report of all rows and curves whose name *only* finds."""
    rows = [row for row in ROWS if only.search(row.name)]
    results = measure(rows, effort.rounds, effort.burst_ns)
    if only.search(footprint.MEMORY):
        results.append(footprint.memory(effort.instances))
    if only.search(footprint.IMPORT) or only.search(footprint.IMPORT_ALL):
        results += [result for result in footprint.import_times(effort.imports) if only.search(result.name)]
    curves = [curve for curve in CURVES if only.search(curve.name)]
    return Report(results, follow(curves, effort.largest, effort.curve_rounds, effort.burst_ns))
