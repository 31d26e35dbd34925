"""How long it takes to follow many tasks at once in one event loop, and how long that loop is blocked meanwhile."""

import sys
import time
from functools import partial

import anyio

from flat_api.aio import AsyncFlat, AsyncTaskPoller
from flat_api.models import Task
from flat_api.tasks import Pace

from .answering import answering
from .rows import Result
from .timing import Spread

POLLING = "tasks polled at once"
TASKS = 200
SECONDS = 2
CEILING = 1.3
BLOCKED_CEILING = 50.0
EVERY_HALF_SECOND = Pace(first=0.5, growth=1)
"""With the usual pace, intervals grow by half, and so the last one alone may be a third of the time of a task."""
BACKENDS = ("asyncio", "trio")


def polling(tasks: int = TASKS, seconds: float = SECONDS) -> list[Result]:
    """Return how much longer than the slowest the *tasks* take that are all done after *seconds*, and the blocks."""
    found: list[Result] = []
    nothing: dict[str, Spread] = {}
    for backend in BACKENDS:
        with answering() as url:
            took, blocked = anyio.run(partial(_followed, url, tasks, seconds), backend=backend)
        ratio = took / seconds
        name = f"{tasks} {POLLING}, {backend}"
        found.append(Result(name, ratio, "x the slowest", nothing, CEILING, ratio, f"{CEILING:g} x the slowest"))
        name = f"{tasks} {POLLING}, {backend}: longest block of the loop"
        ceiling = f"{BLOCKED_CEILING:g} ms"
        found.append(Result(name, blocked * 1000, "ms", nothing, BLOCKED_CEILING, blocked * 1000, ceiling))
    return found


async def _followed(url: str, tasks: int, seconds: float) -> tuple[float, float]:
    """Return the seconds until all tasks are seen to be done, and the most that another coroutine had to wait."""
    blocked = 0.0

    async def tick() -> None:
        nonlocal blocked
        while True:
            before = time.perf_counter()
            await anyio.sleep(0.001)
            blocked = max(blocked, time.perf_counter() - before - 0.001)

    async with AsyncFlat(host=url, access_token="t") as flat, anyio.create_task_group() as group:
        group.start_soon(tick)
        await anyio.sleep(0.01)
        begun, end = time.perf_counter(), int((time.time() + seconds) * 1000)
        pollers = [_poller(flat, f"until-{end}-{number}") for number in range(tasks)]
        async with anyio.create_task_group() as followers:
            for poller in pollers:
                followers.start_soon(poller.result, 60)
        took = time.perf_counter() - begun
        group.cancel_scope.cancel()
    return took, blocked


def _poller(flat: AsyncFlat, name: str) -> AsyncTaskPoller:
    return flat.tasks.poller(Task(id=name, state="created"), pace=EVERY_HALF_SECOND)  # as an export returns it


if __name__ == "__main__":
    for row in polling():
        sys.stdout.write(f"{row.name}: {row.cost:.2f} {row.unit}\n")
