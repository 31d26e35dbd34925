"""Threads that work through a list, and can be left at any time."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Generator, Iterable
from typing import Generic, TypeVar

from ._pauses import Pauses, Stopping

__all__ = ["results"]

T = TypeVar("T")
R = TypeVar("R")

PATIENCE = 5.0
"""Seconds to wait for threads that are to stop."""


class _Ended(Generic[R]):
    """What came of a piece of work: a result, or an error."""

    def __init__(self, result: R | None = None, error: BaseException | None = None) -> None:
        self.result = result
        self.error = error


def results(work: Callable[[T], R], items: Iterable[T], count: int, pauses: Pauses) -> Generator[R, None, None]:
    """Yield what *work* returns for each of *items*, as it comes from *count* threads.

    An error in a thread, but for Stopping, is raised here. When the generator is left before its end, *pauses* are
    ended, and the threads waited for, a few seconds; they are daemons, so that none keeps the process alive.
    """
    waiting: queue.SimpleQueue[T] = queue.SimpleQueue()
    ended: queue.SimpleQueue[_Ended[R]] = queue.SimpleQueue()
    left = 0
    for item in items:
        waiting.put(item)
        left += 1

    def run() -> None:
        while True:
            try:
                item = waiting.get_nowait()
            except queue.Empty:
                return
            try:
                pauses.check()
                ended.put(_Ended(work(item)))
            except Stopping:
                return
            except BaseException as error:
                ended.put(_Ended(error=error))

    threads = [threading.Thread(target=run, daemon=True) for _ in range(min(count, left))]
    for thread in threads:
        thread.start()
    try:
        while left:
            found = ended.get()
            if found.error is not None:
                raise found.error
            left -= 1
            yield found.result  # type: ignore[misc]  # there is one where there is no error
    finally:
        if left:
            pauses.stop()
        end = time.monotonic() + PATIENCE
        for thread in threads:
            thread.join(max(0.0, end - time.monotonic()))
