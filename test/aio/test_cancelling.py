"""Whatever is awaited may be cancelled wherever it waits: it ends there, and leaves nothing behind."""

import asyncio
import gc
import threading
import types
import warnings

import anyio
import pytest

from flat_api import AsyncFlat, Configuration
from flat_api.oauth import OAuth, Token
from flat_api.tasks import Pace

from ..faults import CLOSE, FaultyServer, answer, json_answer

pytestmark = pytest.mark.anyio

MOST_STEPS_AFTERWARDS = 12
"""How often what was cancelled may suspend on its way out, to close what it had opened or to wait for the disk."""


@types.coroutine
def walked(coroutine, at, cancel, counts):
    """Carry out *coroutine*, and call *cancel* when it suspends for the time *at*; *counts* has an entry for each."""
    method, value = coroutine.send, None
    while True:
        try:
            trap = method(value)
        except StopIteration as end:
            return end.value
        counts.append(None)
        if len(counts) == at:
            cancel()
        try:
            method, value = coroutine.send, (yield trap)
        except BaseException as error:
            method, value = coroutine.throw, error


async def stepped(coroutine, at, cancel, counts):
    """The same, with the steps of the tasks of asyncio that *coroutine* starts among them."""
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        return await walked(coroutine, at, cancel, counts)

    async def counted(inner):
        return await walked(inner, at, cancel, counts)

    loop.set_task_factory(lambda loop, inner, **options: asyncio.Task(counted(inner), loop=loop, **options))
    try:
        return await walked(coroutine, at, cancel, counts)
    finally:
        loop.set_task_factory(None)


async def by_scope(make, at, counts):
    """Cancel by a scope of anyio, which is that of trio under trio. Return whether that happened."""
    with anyio.CancelScope() as scope:
        await stepped(make(), at, scope.cancel, counts)
    return scope.cancelled_caught


async def by_task(make, at, counts):
    """Cancel by `asyncio.Task.cancel`."""

    async def run():
        task = asyncio.current_task()
        assert task is not None
        await stepped(make(), at, task.cancel, counts)

    (done,), _ = await asyncio.wait([asyncio.create_task(run())])
    if not done.cancelled():
        done.result()
    return done.cancelled()


async def by_timeout(make, at, counts):
    """Cancel by `asyncio.timeout`."""
    try:
        async with asyncio.timeout(None) as limit:
            await stepped(make(), at, lambda: limit.reschedule(0), counts)
    except TimeoutError:
        return True
    return False


WAYS = [("asyncio", by_scope), ("asyncio", by_task), ("asyncio", by_timeout), ("trio", by_scope)]


@pytest.fixture(params=WAYS, ids=lambda way: f"{way[0]}-{way[1].__name__}")
def way(request):
    return request.param


@pytest.fixture
def anyio_backend(way):
    return way[0]


@pytest.fixture(autouse=True)
def nothing_is_left():
    yield
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        gc.collect()


async def cancelled_everywhere(server, way, flow, check=None, **options):
    """Run *flow* of a client and a number, cancelled at its first step, at its second, and so on to its end.

    Each time it ends in few more steps, and the only connection there may be is free for *flow* to go all the way,
    with the same client. Return how many steps there are.
    """
    at, cancelled = 0, True
    while cancelled:
        at += 1
        configuration = Configuration(host=server.url, access_token=options.get("access_token", "token"))
        configuration.connection_pool_maxsize = 1
        async with AsyncFlat(configuration=configuration) as flat:
            counts = []
            with anyio.fail_after(10):
                cancelled = await way[1](lambda: flow(flat, at), at, counts)  # noqa: B023
            assert len(counts) - at <= MOST_STEPS_AFTERWARDS
            if check is not None:
                check(at)
            with anyio.fail_after(10):
                await flow(flat, at)
        assert server.settles(0)
    return at - 1


async def test_a_call(way):
    with FaultyServer((json_answer("200 OK", b'{"id":"1"}'),)) as server:

        async def flow(flat, number):
            assert (await flat.tasks.get_task(task="1")).id == "1"

        assert await cancelled_everywhere(server, way, flow) > 2


async def test_a_list_page_by_page(way):
    def route(request):
        link = () if b"next" in request.target else ('Link: </collections?next=2>; rel="next"',)
        return (json_answer("200 OK", b'[{"id":"a"},{"id":"b"}]', *link),)

    with FaultyServer((route,)) as server:

        async def flow(flat, number):
            found = [entry.id async for entry in flat.collections.list_collections.iterate(parent="root")]
            assert found == ["a", "b", "a", "b"]

        assert await cancelled_everywhere(server, way, flow) > 4


MUSIC = b"music-rest"


def in_halves(request):
    """The first half of the file, or what is asked for of it."""
    head = b'Content-Type: audio/mp3\r\nETag: "1"\r\nAccept-Ranges: bytes\r\n'
    asked = request.headers("range")
    if not asked:
        return (b"HTTP/1.1 200 OK\r\n" + head + b"Content-Length: 10\r\n\r\n" + MUSIC[:5], CLOSE)
    first = int(asked[0].removeprefix("bytes=").rstrip("-"))
    if first >= len(MUSIC):
        return (answer("416 Range Not Satisfiable", b"", "Content-Range: bytes */10"),)
    rest = b"Content-Range: bytes %d-9/10\r\nContent-Length: %d\r\n\r\n" % (first, 10 - first)
    return (b"HTTP/1.1 206 Partial Content\r\n" + head + rest + MUSIC[first:],)


async def test_a_download_that_breaks_off_and_goes_on(way, tmp_path):
    """The file is there whole or not at all; beside it there is a part of it at most, which the next one goes on with.

    What is cancelled in its very last step may have the whole file in place already.
    """
    with FaultyServer((in_halves,)) as server:

        def check(number):
            folder = tmp_path / str(number)
            whole = folder / "song.mp3"
            names = [entry.name for entry in folder.iterdir() if entry != whole]
            assert len(names) <= 1
            assert all(name.startswith(".") or "part" in name for name in names), names
            assert not whole.exists() or whole.read_bytes() == MUSIC

        async def flow(flat, number):
            folder = tmp_path / str(number)
            folder.mkdir(exist_ok=True)
            download = flat.scores.get_score_revision_data.download
            await download(folder / "song.mp3", score="s", revision="last", format="mp3", overwrite=True)
            assert [entry.name for entry in folder.iterdir()] == ["song.mp3"]
            assert (folder / "song.mp3").read_bytes() == MUSIC

        assert await cancelled_everywhere(server, way, flow, check) > 8


async def test_an_export_with_its_wait_and_its_file(way, tmp_path):
    seen = []

    def route(request):
        path = request.target.decode().partition("?")[0]
        if request.method == "POST":
            seen.append(path)
            return (json_answer("200 OK", b'{"id":"1","state":"doing"}'),)
        if path == "/tasks/1":
            url = f"{server.url}/file"
            return (json_answer("200 OK", f'{{"id":"1","state":"done","result":{{"url":"{url}"}}}}'.encode()),)
        return in_halves(request)

    with FaultyServer((route,)) as server:

        async def flow(flat, number):
            path = tmp_path / f"{number}.mp3"
            poller = await flat.scores.export("s", format="mp3", pace=Pace(first=0.001))
            await poller.download_to(path, overwrite=True)
            assert path.read_bytes() == MUSIC

        assert await cancelled_everywhere(server, way, flow) > 8
        assert sorted(entry.name for entry in tmp_path.iterdir())[0] == "1.mp3"
        assert {entry.suffix for entry in tmp_path.iterdir()} == {".mp3"}


async def test_the_renewal_of_a_token(way):
    """It goes on in its thread, whose token the next call is signed with."""
    fresh = b'{"access_token":"new","token_type":"bearer","expires_in":3600,"refresh_token":"r2"}'

    def route(request):
        if request.method == "POST":
            return (json_answer("200 OK", fresh),)
        known = request.headers("authorization")[0]
        return (json_answer("200 OK" if known == "Bearer new" else "401 Unauthorized", b'{"id":"1"}'),)

    with FaultyServer((route,)) as server:
        oauth = OAuth("id", "secret", "http://127.0.0.1/", host=server.url)
        tokens = {}

        async def flow(flat, number):
            token = tokens.setdefault(number, Token("old", "r1", 0, (), oauth=oauth))
            flat.configuration.access_token = token
            assert (await flat.tasks.get_task(task="1")).id == "1"

        assert await cancelled_everywhere(server, way, flow) > 2
        assert {token.access_token for token in tokens.values()} == {"new"}


def test_no_thread_outlives_its_event_loop(tmp_path):
    """Those for the disk end with asyncio, and those of trio, which other loops may use again, keep nobody waiting."""
    before = set(threading.enumerate())
    with FaultyServer((in_halves,)) as server:

        async def main():
            async with AsyncFlat(host=server.url, access_token="token") as flat:
                download = flat.scores.get_score_revision_data.download
                await download(tmp_path / "song.mp3", score="s", revision="last", format="mp3", overwrite=True)

        for backend in ("asyncio", "trio"):
            anyio.run(main, backend=backend)
    left = set(threading.enumerate()) - before
    assert all(thread.daemon and "asyncio" not in thread.name.lower() for thread in left), left
