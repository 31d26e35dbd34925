"""How the time of some work grows with its input: a measure that holds on slow and on busy machines alike."""

from __future__ import annotations

import time
import typing

TIMES = 10
"""How many times larger the large input is."""

MOST = 40
"""How many times longer it may take: linear work takes ten times as long, quadratic work a hundred times."""

LEAST = 200e-6
"""Seconds below which the clock tells nothing."""

T = typing.TypeVar("T")


def assert_linear(work: typing.Callable[[T], object], make: typing.Callable[[int], T], size: int) -> None:
    """Assert that *work* on an input that is `TIMES` as large takes no more than `MOST` times as long.

    *make* makes an input of a size. What *work* raises as a ValueError is its result.
    """
    small, large = (_cost(work, make(count)) for count in (size, TIMES * size))
    assert large < MOST * max(small, LEAST), f"{small:.6f} s for {size:,}, {large:.6f} s for {TIMES * size:,}"


def _cost(work: typing.Callable[[T], object], data: T) -> float:
    return min(_once(work, data) for _ in range(3))


def _once(work: typing.Callable[[T], object], data: T) -> float:
    begin = time.thread_time()
    try:
        work(data)
    except ValueError:
        pass
    return time.thread_time() - begin
