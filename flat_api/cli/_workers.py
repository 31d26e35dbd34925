"""Have chunks judged, here or in worker processes, and take the verdicts in the order of the chunks.

A worker has a pipe of its own rather than a share in a pool: when either end dies the other one reads the end
of the file, so a killed worker is noticed at once and a killed parent leaves no workers behind.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
from collections import deque
from collections.abc import Generator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Thread
from typing import Protocol, Self

from ._console import reason_of
from ._errors import WorkerError
from ._interrupts import Interrupts
from ._judge import Rules, Verdict, judge
from ._ndjson import Chunk

__all__ = ["Workers"]

CHUNKS_PER_WORKER = 3
"""One being judged, one waiting beside it, one on its way: more would only cost memory."""

SECONDS_TO_LEAVE = 1.0


def _death(exit_code: int | None) -> str:
    """How a worker process with *exit_code* ended, as a sentence."""
    if exit_code is None or exit_code >= 0:
        return f"a worker process died (exit code {exit_code})"
    # The system kills with signal 9 when memory runs out.
    hint = ", perhaps because memory ran out: try a smaller --jobs" if exit_code == -9 else ""
    return f"a worker process died (signal {-exit_code}, {signal.strsignal(-exit_code)}){hint}"


class _Worker(Protocol):
    def send(self, chunk: Chunk) -> None: ...
    def wait(self, seconds: float | None) -> bool: ...
    def receive(self) -> Verdict: ...
    def close(self) -> None: ...


class Workers:
    """Judges chunks by *rules* in *jobs* processes; with one job in this one.

    Chunks go in by `put`. While `full`, a verdict must be taken out by `take` first, so that memory stays
    constant. All of them raise `WorkerError`.
    """

    def __init__(self, rules: Rules, jobs: int, interrupts: Interrupts) -> None:
        self._interrupts = interrupts
        self._workers: deque[_Worker] = deque()
        self._pending: deque[_Worker] = deque()  # whose verdicts are to come, in the order of the chunks
        self._capacity = 1 if jobs == 1 else jobs * CHUNKS_PER_WORKER
        for _ in range(jobs):
            self._workers.append(_Here(rules) if jobs == 1 else _Process(rules))

    @property
    def full(self) -> bool:
        """Whether no chunk may be put before a verdict is taken."""
        return len(self._pending) >= self._capacity

    @property
    def busy(self) -> bool:
        """Whether there is a verdict to take."""
        return bool(self._pending)

    def put(self, chunk: Chunk) -> None:
        """Hand *chunk* to the worker whose turn it is."""
        worker = self._workers[0]
        self._workers.rotate(-1)
        with self._interrupts.allowed():
            worker.send(chunk)  # may take as long as a line makes it
        self._pending.append(worker)

    def take(self, seconds: float | None = None) -> Verdict:
        """The verdict on the oldest chunk without one. Raises TimeoutError when it takes over *seconds*."""
        worker = self._pending[0]
        with self._interrupts.allowed():
            if not worker.wait(seconds):
                raise TimeoutError
        self._pending.popleft()
        try:
            return worker.receive()
        except WorkerError:
            self._pending.clear()  # verdicts after a gap are worth nothing: nobody would know where to go on
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.close()


class _Here:
    """Judges in this process, as soon as a chunk comes."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._verdicts: deque[Verdict] = deque()

    def send(self, chunk: Chunk) -> None:
        self._verdicts.append(judge(self._rules, chunk))

    def wait(self, seconds: float | None) -> bool:
        return True

    def receive(self) -> Verdict:
        return self._verdicts.popleft()

    def close(self) -> None:
        self._verdicts.clear()


class _Process:
    """Judges in a process of its own."""

    def __init__(self, rules: Rules) -> None:
        # spawn on every system: the progress bar's thread makes a fork unsafe.
        context = multiprocessing.get_context("spawn")
        try:
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(target=_serve, args=(theirs, rules), daemon=True)
            with theirs, _without_ctrl_c():
                self._process.start()
        except OSError as error:
            raise WorkerError(f"can't start a worker process: {reason_of(error)}") from error
        except (AttributeError, TypeError, pickle.PicklingError) as error:
            hint = "--jobs 1 does without other processes."
            raise WorkerError(f"the model can't be handed to another process: {error}", hint) from error

    def send(self, chunk: Chunk) -> None:
        try:
            self._pipe.send(chunk)
        except OSError as error:
            raise self._died() from error

    def wait(self, seconds: float | None) -> bool:
        return self._pipe.poll(seconds)

    def receive(self) -> Verdict:
        try:
            verdict: Verdict = self._pipe.recv()
        except (EOFError, OSError) as error:
            raise self._died() from error
        return verdict

    def _died(self) -> WorkerError:
        self._process.join(SECONDS_TO_LEAVE)
        return WorkerError(_death(self._process.exitcode))

    def close(self) -> None:
        self._pipe.close()
        self._process.join(SECONDS_TO_LEAVE)
        if self._process.exitcode is None:
            self._process.kill()
            self._process.join()


@contextmanager
def _without_ctrl_c() -> Generator[None]:
    """Processes started within never see Ctrl-C and SIGHUP, which a terminal sends to them as well as to this one."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    earlier = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, earlier)


def _serve(pipe: Connection[Verdict, Chunk], rules: Rules) -> None:
    """The life of a worker process: judge what comes, until the other end of *pipe* is closed."""
    for name in ("SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    arrived: SimpleQueue[Chunk] = SimpleQueue()
    # Chunks are taken off the pipe as they come: two ends that only send would wait for each other for ever.
    Thread(target=_receive, args=(pipe, arrived), daemon=True).start()
    with suppress(OSError):
        while True:
            pipe.send(judge(rules, arrived.get()))


def _receive(pipe: Connection[Verdict, Chunk], arrived: SimpleQueue[Chunk]) -> None:
    with suppress(EOFError, OSError):
        while True:
            arrived.put(pipe.recv())
    os._exit(0)  # nobody is left to hear the verdicts
