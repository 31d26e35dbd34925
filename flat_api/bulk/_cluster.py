"""The workers of a Dask cluster, for chunks that are sent to them."""

from __future__ import annotations

import importlib
import time
from collections.abc import Generator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from functools import partial
from typing import Any

from ..exceptions import visible
from ._errors import WorkerError
from ._executors import Workers

__all__ = ["cluster_workers"]

SECONDS_TO_NOTICE = 1.0
SECONDS_TO_CONNECT = 10


@contextmanager
def cluster_workers(scheduler: str) -> Generator[Workers, None, None]:
    """Connect with the cluster whose scheduler has the address *scheduler*, such as ``tcp://10.0.0.1:8786``.

    A chunk whose worker dies is given to another one by the scheduler. Raises `WorkerError` where there is no scheduler
    or it has no workers.
    """
    with _connected(scheduler) as client:
        executor = client.get_executor(pure=False)
        try:
            yield Workers(
                sum(client.nthreads().values()),
                executor,
                partial(_explained, client, scheduler),
                lambda: client.status != "running",  # a future that is under way then has no end
            )
        finally:
            executor.shutdown(wait=False)


@contextmanager
def _connected(scheduler: str) -> Generator[Any, None, None]:
    try:
        distributed: Any = importlib.import_module("distributed")
    except ModuleNotFoundError as error:
        raise WorkerError("a cluster needs the library distributed, of the extra 'dask'") from error
    try:
        client = distributed.Client(scheduler, timeout=SECONDS_TO_CONNECT, set_as_default=False)
    except (OSError, ValueError) as error:
        raise WorkerError(f"can't reach the scheduler {visible(scheduler)}: {_first_line(error)}") from error
    with client:
        try:
            client.wait_for_workers(1, timeout=SECONDS_TO_CONNECT)
        except TimeoutError as error:
            raise WorkerError(f"the cluster of {visible(scheduler)} has no workers") from error
        yield client


def _explained(client: Any, scheduler: str, error: Exception) -> WorkerError:
    if isinstance(error, CancelledError) or _is_lost(client):
        return WorkerError(f"the connection to the scheduler {visible(scheduler)} was lost")
    while error.__cause__ is not None and isinstance(error.__cause__, Exception):
        error = error.__cause__
    return WorkerError(f"the cluster failed: {type(error).__name__}: {_first_line(error)}")


def _is_lost(client: Any) -> bool:
    """Return whether *client* has no connection any more, which it may find out a moment after other errors."""
    end = time.monotonic() + SECONDS_TO_NOTICE
    while client.status == "running" and time.monotonic() < end:
        time.sleep(0.05)
    return bool(client.status != "running")


def _first_line(error: Exception) -> str:
    return visible(str(error).partition("\n")[0])
