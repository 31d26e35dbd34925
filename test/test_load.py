"""Many callers at once share a client: each gets its own answer, over few connections.

``CALLS=2000 pytest test/test_load.py`` makes it 16,000 calls of 8 threads, and 10,000 of 200 tasks.
"""

import gc
import os
import threading
import warnings
from concurrent.futures import ThreadPoolExecutor

import anyio
import pytest

from flat_api import AsyncFlat, Configuration, Flat

from .faults import FaultyServer, json_answer

CALLS = int(os.environ.get("CALLS", "80"))
"""Calls of each thread; a task makes a fortieth of them."""

THREADS, TASKS, CONNECTIONS = 8, 200, 5


def echo(request):
    """A task called as the request has it."""
    name = request.target.rpartition(b"/")[2]
    return (json_answer("200 OK", b'{"id":"%s","state":"done","type":"%s"}' % (name, name[::-1])),)


@pytest.fixture
def server():
    with FaultyServer((echo,)) as made:
        yield made


@pytest.fixture(autouse=True)
def nothing_is_said_or_left(caplog):
    before = set(threading.enumerate())
    yield
    assert [record for record in caplog.records if record.levelname != "DEBUG"] == []
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        gc.collect()
    left = {thread for thread in set(threading.enumerate()) - before if not thread.name.startswith("Trio thread")}
    assert left == set()


def configured(server):
    configuration = Configuration(server.url, access_token="token")
    configuration.connection_pool_maxsize = CONNECTIONS
    return configuration


def is_its_own(task, name):
    return (task.id, task.type) == (name, name[::-1])


def nothing_is_lost(server, answered, count):
    assert answered == count
    assert len({request.target for request in server.requests}) == len(server.requests) == count
    assert server.connections <= CONNECTIONS
    assert server.settles(0)


def test_threads(server):
    with Flat(configuration=configured(server)) as flat, ThreadPoolExecutor(THREADS) as pool:

        def work(thread):
            names = [f"{thread}-{number}" for number in range(CALLS)]
            return sum(is_its_own(flat.tasks.get_task(task=name), name) for name in names)

        answered = sum(pool.map(work, range(THREADS)))
    nothing_is_lost(server, answered, THREADS * CALLS)


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_tasks_of_an_event_loop(server, backend):
    each, answered = CALLS // 40, []

    async def main():
        async with AsyncFlat(configuration=configured(server)) as flat, anyio.create_task_group() as group:

            async def work(task):
                for number in range(each):
                    name = f"{task}-{number}"
                    answered.append(is_its_own(await flat.tasks.get_task(task=name), name))

            for task in range(TASKS):
                group.start_soon(work, task)

    anyio.run(main, backend=backend)
    nothing_is_lost(server, sum(answered), TASKS * each)
