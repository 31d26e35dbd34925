"""Ctrl-C, SIGTERM and SIGHUP: the end of a command, where nothing is half done."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from types import FrameType
from typing import Any, Self

__all__ = ["Interrupted", "Interrupts", "ended_by_signals"]

_SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]

Handler = Callable[[int, FrameType | None], Any]


class Interrupted(KeyboardInterrupt):
    """The user, or the system, asked the program to stop."""

    def __init__(self, signal_number: int) -> None:
        super().__init__(signal.strsignal(signal_number))
        self.exit_code = 128 + signal_number


@contextmanager
def ended_by_signals() -> Generator[None, None, None]:
    """For a command: each signal raises `Interrupted`, wherever it comes."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise Interrupted(number)

    with _handled_by(stop):
        yield


@contextmanager
def _handled_by(handler: Handler) -> Generator[None, None, None]:
    """For the time within, let *handler* have the signals, which only the main thread can do."""
    numbers = _SIGNALS if threading.current_thread() is threading.main_thread() else []
    # Whoever had one ignored, nohup or a shell's background job, wants it ignored.
    heeded = [number for number in numbers if signal.getsignal(number) is not signal.SIG_IGN]
    earlier = {number: signal.signal(number, handler) for number in heeded}
    try:
        yield
    finally:
        for number, before in earlier.items():
            signal.signal(number, before)


class Interrupts:
    """While it is entered, signals raise `Interrupted` inside `allowed` and wait everywhere else."""

    def __init__(self) -> None:
        self._waiting: int | None = None
        self._allowed = False
        self._handled = _handled_by(self._receive)

    @contextmanager
    def allowed(self) -> Generator[None, None, None]:
        """For work that can be dropped. Raises `Interrupted`, also for a signal that came before."""
        self._allowed = True
        try:
            if self._waiting is not None:
                self._stop(self._waiting)
            yield
        finally:
            self._allowed = False

    def _receive(self, number: int, frame: FrameType | None) -> None:
        if self._allowed:
            self._stop(number)
        self._waiting = number

    def _stop(self, number: int) -> None:
        self._allowed = False
        self._waiting = None
        raise Interrupted(number)

    def __enter__(self) -> Self:
        self._handled.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        self._handled.__exit__(None, None, None)
