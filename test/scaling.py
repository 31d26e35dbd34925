"""How the time of some work grows with its input: a measure that holds on slow and on busy machines alike."""

from __future__ import annotations

import contextlib
import gc
import time
import typing

from flat_api.exceptions import OpenApiException

TIMES = 10
"""How many times larger the large input is."""

MOST = 40
"""How many times longer it may take: linear work takes ten times as long, quadratic work a hundred times."""

LEAST = 200e-6
"""Seconds below which the clock tells nothing."""

ROUNDS = 5
"""How often both sizes are measured before a bad ratio counts: noise only ever adds time."""

T = typing.TypeVar("T")


def assert_linear(
    work: typing.Callable[[T], object],
    make: typing.Callable[[int], T],
    size: int,
    *,
    clock: typing.Callable[[], float] = time.thread_time,
) -> None:
    """Assert that *work* on an input that is `TIMES` as large takes no more than `MOST` times as long.

    *make* makes an input of a size, anew for each measure. What *work* refuses counts as well. Work in
    other threads is measured with another *clock*, such as `time.process_time`.
    """
    small, large = float("inf"), float("inf")
    for _ in range(ROUNDS):
        small = min(small, *(_cost(work, make(size), clock) for _ in range(3)))
        large = min(large, _cost(work, make(TIMES * size), clock))
        if large < MOST * max(small, LEAST):
            return
    raise AssertionError(f"{small:.6f} s for {size:,}, {large:.6f} s for {TIMES * size:,}")


def _cost(work: typing.Callable[[T], object], data: T, clock: typing.Callable[[], float]) -> float:
    with _no_collector():
        begin = clock()
        with contextlib.suppress(ValueError, OpenApiException):
            work(data)
        return clock() - begin


@contextlib.contextmanager
def _no_collector() -> typing.Iterator[None]:
    """Keep the garbage collector out of a measure: its cost depends on everything that other tests left behind."""
    enabled = gc.isenabled()
    gc.collect(0)
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
