"""Waiting: at a rate limit together, after a failure alone, and never longer than until the end of the command."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from ...exceptions import (
    ApiConnectionError,
    ApiException,
    ApiResponseError,
    RateLimitError,
    ServerError,
    TaskCanceled,
    TaskFailed,
)

__all__ = ["PASSING", "Pauses", "Stopping"]

T = TypeVar("T")

ATTEMPTS = 6
"""How often something is tried that fails for a reason that may pass."""

MOST_LIMITS = 1000
"""How often the end of a rate limit is waited for, for one thing."""

USUAL_LIMIT = 30.0
"""Seconds to wait for the end of a rate limit where the API does not say when it is."""

LONGEST_LIMIT = 86_400.0
"""Seconds that the end of a rate limit is waited for at most."""

LONGEST_BACKOFF = 30.0

PASSING = (ServerError, ApiConnectionError, ApiResponseError, TaskFailed, TaskCanceled)
"""Errors whose reason may pass."""


class Stopping(Exception):
    """Raised in a worker when the command ends."""


class Pauses:
    """Lets several threads wait. *tell* is called once for each rate limit, with the seconds that it takes.

    It is a clock of `flat_api.tasks.TaskPoller`, whose waiting raises Stopping when `stop` was called.
    """

    def __init__(self, tell: Callable[[float], object]) -> None:
        self._tell = tell
        self._stopped = threading.Event()
        self._guard = threading.Lock()
        self._limited_until = 0.0

    def stop(self) -> None:
        """End all waiting, now and later."""
        self._stopped.set()

    def check(self, *_: object) -> None:
        """Raise Stopping when the command ends."""
        if self._stopped.is_set():
            raise Stopping

    def monotonic(self) -> float:
        """Return seconds from some beginning."""
        return time.monotonic()

    def time(self) -> float:
        """Return seconds since 1970."""
        return time.time()

    def sleep(self, seconds: float, /) -> None:
        """Wait. Raises Stopping when the command ends."""
        if self._stopped.wait(max(0.0, seconds)):
            raise Stopping

    def patiently(self, work: Callable[[], T]) -> T:
        """Return what *work* returns; after a failure that may pass, call it again, at a rate limit behind its end.

        Raises the error that did not pass, and Stopping.
        """
        failures = limits = 0
        while True:
            self._pass_limit()
            try:
                return work()
            except RateLimitError as error:
                limits += 1
                seconds = _seconds_of(error) or USUAL_LIMIT
                if limits > MOST_LIMITS or not seconds <= LONGEST_LIMIT:
                    raise
                self._limit(seconds)
            except PASSING as error:  # pyright: ignore[reportUnknownVariableType]  # of whatever answer
                failures += 1
                if failures == ATTEMPTS or (isinstance(error, ApiResponseError) and error.problems):
                    raise
                backoff = min(LONGEST_BACKOFF, 0.25 * 2**failures) * random.uniform(0.5, 1)
                self.sleep(min(LONGEST_BACKOFF, _seconds_of(error) or backoff))

    def _pass_limit(self) -> None:
        """Wait for the end of the rate limit that a thread ran into."""
        self.check()
        while (seconds := self._limited_until - time.monotonic()) > 0:
            self.sleep(seconds)

    def _limit(self, seconds: float) -> None:
        with self._guard:
            now = time.monotonic()
            is_told = self._limited_until > now
            self._limited_until = max(self._limited_until, now + seconds)
        if not is_told:
            self._tell(seconds)


def _seconds_of(error: object) -> float | None:
    """Return the seconds that the API asks to be left alone for, one at least; None where it does not say."""
    if not isinstance(error, ApiException):
        return None
    headers: Mapping[str, Any] = error.headers or {}
    try:
        return max(1.0, float(headers["Retry-After"]))
    except (KeyError, ValueError):
        pass
    if isinstance(error, RateLimitError) and error.reset_at is not None:
        return max(1.0, error.reset_at.timestamp() - time.time())
    return None
