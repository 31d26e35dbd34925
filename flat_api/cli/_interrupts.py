"""Ctrl-C and SIGTERM, let in only where nothing is half done."""

from __future__ import annotations

import signal
from collections.abc import Callable, Generator
from contextlib import contextmanager
from types import FrameType
from typing import Any, Self

__all__ = ["Interrupted", "Interrupts"]

_SIGNALS = (signal.SIGINT, signal.SIGTERM)

Handler = Callable[[int, FrameType | None], Any] | int | None


class Interrupted(KeyboardInterrupt):
    """The user, or the system, asked the program to stop."""

    def __init__(self, signal_number: int) -> None:
        super().__init__(signal.strsignal(signal_number))
        self.exit_code = 128 + signal_number


class Interrupts:
    """While it is entered, signals raise `Interrupted` inside `allowed` and wait everywhere else."""

    def __init__(self) -> None:
        self._waiting: int | None = None
        self._allowed = False
        self._earlier: dict[signal.Signals, Handler] = {}

    @contextmanager
    def allowed(self) -> Generator[None]:
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
        for number in _SIGNALS:
            # Whoever had it ignored, nohup or a shell's background job, wants it ignored.
            if signal.getsignal(number) is not signal.SIG_IGN:
                self._earlier[number] = signal.signal(number, self._receive)
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._earlier.items():
            signal.signal(number, handler)
