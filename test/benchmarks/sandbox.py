"""How many requests a second the sandbox answers, on one core, for eight threads of another process.

Run as ``python -m test.benchmarks.sandbox serve``, it is that server, and as ``python -m test.benchmarks.sandbox ask
URL TASK SECONDS`` that other process.
"""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from statistics import median

import urllib3

from .footprint import ROOT
from .rows import Result
from .timing import Spread

ANSWERING = "sandbox, reads of a task by 8 threads"
FLOOR = 500
"""Requests a second."""

THREADS = 8
CEILING = 1e6 / FLOOR
"""Microseconds for each request."""


def answering(seconds: float = 3.0, rounds: int = 3) -> Result:
    """Return what a request takes while eight threads read the state of a task, each over a connection of its own."""
    with _serving() as (url, task):
        costs = [_asked(url, task, seconds) for _ in range(rounds)]
    cost = median(costs)
    name = f"{ANSWERING}, {1e6 / cost:,.0f} requests/s"
    nothing: dict[str, Spread] = {}
    return Result(name, cost, "µs", nothing, CEILING, cost, f"{CEILING:g} µs")


@contextmanager
def _serving() -> Iterator[tuple[str, str]]:
    command = [sys.executable, "-m", __name__, "serve"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        try:
            url, task = process.stdout.readline().split()
            yield url, task
        finally:
            process.stdin.close()


def _asked(url: str, task: str, seconds: float) -> float:
    """The microseconds for each request, as the other process found them."""
    command = [sys.executable, "-m", __name__, "ask", url, task, str(seconds)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return 1e6 / float(done.stdout)


def _serve() -> None:
    """Be the server, on one core where the system lets one choose, until standard input closes."""
    from flat_api.sandbox import Sandbox

    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with Sandbox(task_seconds=0) as sandbox, sandbox.client() as flat:
        task = flat.scores.create_export_task(score=sandbox.score, revision="last", format="wav")
        sys.stdout.write(f"{sandbox.url} {task.id}\n")
        sys.stdout.flush()
        sys.stdin.read()


def _ask(url: str, task: str, seconds: float) -> None:
    """Be the client: print how many requests a second were answered, all of them rightly."""
    counts = [0] * THREADS
    begin = threading.Barrier(THREADS + 1)

    def ask(number: int) -> None:
        with urllib3.connection_from_url(url, maxsize=1) as pool:
            headers = {"Authorization": "Bearer sandbox"}
            begin.wait()
            until = time.monotonic() + seconds
            while time.monotonic() < until:
                response = pool.request("GET", f"{url}/tasks/{task}", headers=headers)
                assert json.loads(response.data)["state"] == "done"
                counts[number] += 1

    with ThreadPoolExecutor(THREADS) as threads:
        asked = [threads.submit(ask, number) for number in range(THREADS)]
        begin.wait()
        for thread in asked:
            thread.result()
    sys.stdout.write(f"{sum(counts) / seconds}\n")


if __name__ == "__main__":
    if sys.argv[1] == "serve":
        _serve()
    else:
        _ask(sys.argv[2], sys.argv[3], float(sys.argv[4]))
