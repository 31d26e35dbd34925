"""Time statements side by side: many short rounds, and ratios taken within a round.

On a shared machine no minute is like the next one, but the few milliseconds in which contenders take turns
are alike. A ratio is therefore computed round by round; what is reported is the median of these ratios,
with the 10th and the 90th percentile beside it.
"""

import gc
import timeit
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import quantiles
from time import perf_counter_ns
from typing import Any

Costs = dict[str, list[float]]


@dataclass(frozen=True)
class Spread:
    """The middle of many measurements, and how far most of them are from it."""

    low: float
    median: float
    high: float

    @classmethod
    def of(cls, measured: Iterable[float]) -> "Spread":
        """Return 10th percentile, median and 90th percentile of *measured*, two values or more."""
        tenths = quantiles(measured, n=10, method="inclusive")
        return cls(tenths[0], tenths[4], tenths[8])


class Stopwatch:
    """Times one statement in bursts of about *burst_ns* nanoseconds.

    The statement is compiled by `timeit`, so that `task.id` is timed and not a call around it.
    """

    def __init__(self, statement: str, names: Mapping[str, Any], burst_ns: float) -> None:
        self._timer = timeit.Timer(statement, timer=perf_counter_ns, globals=dict(names))
        self._repetitions = self._calibrated(burst_ns)

    def cost(self) -> float:
        """Return what one execution took in a burst, in nanoseconds."""
        return self._timer.timeit(self._repetitions) / self._repetitions

    def _calibrated(self, burst_ns: float) -> int:
        repetitions = 1
        self._timer.timeit(1)  # what happens only once, such as compiling a converter, is not timed
        while (elapsed := self._timer.timeit(repetitions)) < burst_ns / 2:
            repetitions *= 2
        return max(1, round(repetitions * burst_ns / elapsed))


def race(heats: Sequence[Mapping[str, Stopwatch]], rounds: int) -> list[Costs]:
    """Return what every contender's bursts cost, heat by heat, in nanoseconds per execution.

    Each round visits every contender of every heat once, each time beginning with another contender, so a
    slow moment of the machine meets all of them alike.
    """
    costs: list[Costs] = [{name: [] for name in heat} for heat in heats]
    with garbage_at_rest():
        for turn in range(rounds):
            gc.collect()
            for heat, spent in zip(heats, costs, strict=True):
                for name in _rotated(list(heat), turn):
                    spent[name].append(heat[name].cost())
    return costs


def ratios(costs: Costs, name: str, other: str) -> Spread:
    """Return what *name* cost divided by what *other* cost in the same round."""
    return Spread.of(mine / theirs for mine, theirs in zip(costs[name], costs[other], strict=True))


@contextmanager
def garbage_at_rest() -> Iterator[None]:
    """Keep the cyclic garbage collector from running on its own, and from walking what is already there."""
    gc.collect()
    gc.freeze()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.unfreeze()


def _rotated(names: list[str], turn: int) -> list[str]:
    start = turn % len(names)
    return names[start:] + names[:start]
