"""Validate chunks here, in local processes or wherever an executor runs, and take the results in order.

An executor is one of `concurrent.futures`. At most a few chunks per worker are in flight, so memory stays constant.
"""

from __future__ import annotations

import multiprocessing
import multiprocessing.connection
import os
import pickle
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import CancelledError, Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing.process import BaseProcess
from queue import Empty, SimpleQueue

from ._errors import WorkerError, reason_of
from ._lines import Chunk
from ._validation import ChunkResult, Rules, validate_chunk

__all__ = ["InFlight", "Workers", "local_workers"]

CHUNKS_PER_WORKER = 3
"""One being validated, one waiting beside it, one on its way: more would only cost memory."""

SECONDS_TO_LEAVE = 1.0

SECONDS_BETWEEN_LOOKS = 1.0
"""How often it is asked whether results can come still."""


@dataclass(frozen=True)
class Workers:
    """Where chunks are validated: in *count* workers behind *executor*, or in this process where that is None.

    *explain* turns what ended a chunk, other than its result, into an error. *are_lost* tells whether no
    result can come any more.
    """

    count: int = 1
    executor: Executor | None = None
    explain: Callable[[Exception], WorkerError] = lambda error: WorkerError(f"a worker failed: {error}")
    are_lost: Callable[[], bool] = lambda: False


class InFlight:
    """Chunks that are being validated by *rules*, and their results in the order of the chunks.

    Chunks go in by `put`. While `full`, a result must be taken out by `take` first. Both raise `WorkerError`. What may
    be interrupted half-way runs inside *interruptible*.
    """

    def __init__(
        self, rules: Rules, workers: Workers, interruptible: Callable[[], AbstractContextManager[None]] = nullcontext
    ) -> None:
        self._rules = rules
        self._workers = workers
        self._interruptible = interruptible
        self._futures: deque[Future[ChunkResult]] = deque()
        self._finished: SimpleQueue[None] = SimpleQueue()
        self._capacity = 1 if workers.executor is None else workers.count * CHUNKS_PER_WORKER

    @property
    def full(self) -> bool:
        """Whether no chunk may be put before a result is taken."""
        return len(self._futures) >= self._capacity

    @property
    def busy(self) -> bool:
        """Whether there is a result to take."""
        return bool(self._futures)

    def put(self, chunk: Chunk) -> None:
        """Have *chunk* validated."""
        executor = self._workers.executor
        if executor is None:
            future = self._validated_here(chunk)
        else:
            try:
                future = executor.submit(validate_chunk, self._rules, chunk)
            except Exception as error:
                raise self._workers.explain(error) from error
            future.add_done_callback(lambda _: self._finished.put(None))
        self._futures.append(future)

    def _validated_here(self, chunk: Chunk) -> Future[ChunkResult]:
        future: Future[ChunkResult] = Future()
        with self._interruptible():
            result = validate_chunk(self._rules, chunk)  # may take as long as a line makes it
        future.set_result(result)
        return future

    def take(self, seconds: float | None = None) -> ChunkResult:
        """Return the result of the oldest chunk that has not been taken.

        Raises TimeoutError when it is not there within *seconds*.
        """
        future = self._futures[0]
        end = None if seconds is None else time.monotonic() + seconds
        while not future.done():
            if end is not None and time.monotonic() >= end:
                raise TimeoutError
            if self._workers.are_lost():
                self._futures.clear()
                raise self._workers.explain(CancelledError())
            # A queue can be left in the middle of a wait; the lock of a future must not be.
            with self._interruptible(), suppress(Empty):
                self._finished.get(timeout=min(SECONDS_BETWEEN_LOOKS, seconds or SECONDS_BETWEEN_LOOKS))
        self._futures.popleft()
        try:
            return future.result()
        except Exception as error:
            self._futures.clear()  # results after a gap are worth nothing: nobody would know where to go on
            raise self._workers.explain(error) from error


@contextmanager
def local_workers(rules: Rules, count: int) -> Generator[Workers, None, None]:
    """Start *count* worker processes, which end with the context; one worker is this process itself.

    Raises `WorkerError` when they can't be started.
    """
    if count == 1:
        yield Workers()
        return
    _require_picklable(rules)
    before = set(multiprocessing.active_children())
    with ExitStack() as stack:
        try:
            # spawn on every system: other threads, as that of a progress bar, make a fork unsafe.
            context = multiprocessing.get_context("spawn")
            executor = stack.enter_context(ProcessPoolExecutor(count, context, _prepare_process))
            stack.callback(lambda: _end(executor, set(multiprocessing.active_children()) - before))
            with _without_ctrl_c():
                for _ in range(count):
                    executor.submit(os.getpid)  # starts a process, since none is ready for it yet
        except OSError as error:
            raise WorkerError(f"can't start a worker process: {reason_of(error)}") from error
        processes = set(multiprocessing.active_children()) - before
        yield Workers(count, executor, partial(_explained, processes=processes))


def _require_picklable(rules: Rules) -> None:
    try:
        pickle.dumps(rules)
    except (AttributeError, TypeError, pickle.PicklingError) as error:
        raise WorkerError(f"the model can't be handed to another process: {error}") from error


def _prepare_process() -> None:
    """Leave it to the parent to end this process: by what it says, or by its own end."""
    for name in ("SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        multiprocessing.connection.wait([parent.sentinel])
        os._exit(0)


def _end(executor: Executor, processes: Iterable[BaseProcess]) -> None:
    """End *processes*, in the middle of a chunk if it takes long."""
    calls = getattr(executor, "_call_queue", None)
    executor.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        process.join(SECONDS_TO_LEAVE)
        if process.is_alive():
            process.kill()
    if calls is not None:  # early releases of Python 3.11 wait for ever until all is written to processes that are dead
        calls._reader.close()


def _explained(error: Exception, processes: Iterable[BaseProcess]) -> WorkerError:
    if not isinstance(error, BrokenProcessPool):
        return WorkerError(f"a worker process failed: {error}")
    codes = [code for code in map(_exit_code, processes) if code]
    codes.sort(key=lambda code: code == -signal.SIGTERM)  # with which the pool ends the others
    return WorkerError(_death(codes[0] if codes else None))


def _exit_code(process: BaseProcess) -> int | None:
    """Return how *process* ended; None where it did not within a second."""
    end = time.monotonic() + SECONDS_TO_LEAVE
    process.join(SECONDS_TO_LEAVE)
    while process.exitcode is None and time.monotonic() < end:
        time.sleep(0.01)  # the system tells it once, perhaps a thread of the pool, which notes it a moment later
    return process.exitcode


def _death(exit_code: int | None) -> str:
    """Return how a worker process with *exit_code* ended, as a sentence."""
    if exit_code is None or exit_code >= 0:
        return f"a worker process died (exit code {exit_code})"
    # The system kills with signal 9 when memory runs out.
    hint = ", perhaps because memory ran out: try a smaller --jobs" if exit_code == -9 else ""
    return f"a worker process died (signal {-exit_code}, {signal.strsignal(-exit_code)}){hint}"


@contextmanager
def _without_ctrl_c() -> Generator[None, None, None]:
    """Processes started within never see Ctrl-C and SIGHUP, which a terminal sends to them as well as to this one."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    earlier = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, earlier)
