"""Faults that wait for their requests: which of them strikes when."""

from __future__ import annotations

import random
import threading
import typing
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ._fault_grammar import Fault, Written, faults_of


@dataclass
class _Armed:
    """A fault that waits for its requests: how many it *saw* and how many it *struck*."""

    fault: Fault
    chance: random.Random
    saw: int = 0
    struck: int = 0
    resets_at: float = 0.0


class Strike(typing.NamedTuple):
    """A *fault* for the request at hand; *resets_at* is when a rate limit ends."""

    fault: Fault
    resets_at: float = 0.0


class Faults:
    """The faults of a running sandbox, which may be changed at any time and by any thread."""

    def __init__(self, written: Iterable[Written] | Written = ()) -> None:
        self._lock = threading.Lock()
        self._armed: list[_Armed] = []
        self.add(written)

    def add(self, written: Iterable[Written] | Written) -> None:
        """Add faults, as text or as `Fault`. Raises FaultError, and adds none, where one is written wrongly."""
        found = [_Armed(fault, random.Random(fault.seed)) for fault in faults_of(written)]
        with self._lock:
            self._armed += found

    def clear(self) -> None:
        """Let nothing go wrong any more."""
        with self._lock:
            self._armed.clear()

    def __iter__(self) -> Iterator[Fault]:
        with self._lock:
            return iter([armed.fault for armed in self._armed])

    def strikes(self, method: str, path: str, on: str, now: float) -> list[Strike]:
        """The faults that are for this request, each of which has one time less to come."""
        with self._lock:
            met = [armed for armed in self._armed if armed.fault.is_for(method, path, on)]
            return [Strike(armed.fault, armed.resets_at) for armed in met if _is_due(armed, now)]

    def __repr__(self) -> str:
        return f"Faults({[str(fault) for fault in self]})"


def _is_due(armed: _Armed, now: float) -> bool:
    fault = armed.fault
    if fault.kind == "rate-limit":
        return _is_over_limit(armed, now)
    armed.saw += 1
    if armed.saw <= fault.after or (fault.times is not None and armed.struck >= fault.times):
        return False
    if fault.chance < 1 and armed.chance.random() >= fault.chance:
        return False
    armed.struck += 1
    return True


def _is_over_limit(armed: _Armed, now: float) -> bool:
    """Return whether so many requests were let through that the rest of the window gets none."""
    fault = armed.fault
    if armed.resets_at and now >= armed.resets_at:
        armed.saw, armed.resets_at = 0, 0.0
    if not armed.resets_at and fault.times is not None and armed.struck >= fault.times:
        return False
    armed.saw += 1
    if armed.saw <= fault.after + int(fault.value):
        return False
    if not armed.resets_at:
        armed.struck += 1
        armed.resets_at = now + fault.window
    return True


def schedule(
    seed: int,
    requests: int = 20,
    chance: float = 0.3,
    kinds: Iterable[Written] = (
        "status=500",
        "status=503",
        "reset",
        "reset=after",
        "truncate=50",
        "rate-limit=0:window=0.01",
    ),
    on: Iterable[str] = ("api", "storage"),
) -> list[Fault]:
    """Faults for some of the first *requests* on each server, chosen by *seed*: the same seed, the same schedule.

    Each request meets one of *kinds* with this *chance*, and no request behind them meets any.
    """
    chosen = random.Random(seed)
    choices = faults_of(kinds)
    return [
        replace(chosen.choice(choices), on=server, after=number, times=1)
        for server in on
        for number in range(requests)
        if chosen.random() < chance
    ]
