"""`AsyncFlat`: the API awaited, under asyncio and trio; what is cancelled ends at once and leaves nothing behind."""

import asyncio
import gc
import pickle
import subprocess
import sys
import threading
import warnings

import anyio
import pytest

from flat_api import ApiTypeError, AsyncFlat, Configuration
from flat_api.aio import AsyncPage, AsyncTaskPoller
from flat_api.exceptions import ApiConnectionError, NotFoundError, UnauthorizedError
from flat_api.models import Collection, Task
from flat_api.sandbox import Sandbox
from flat_api.tasks import Pace

from ..faults import CLOSE, STOP_READING, FaultyServer, answer, json_answer
from ..serving import Answer, serving

pytestmark = pytest.mark.anyio


@pytest.fixture(params=["asyncio", "trio"])
def anyio_backend(request):
    return request.param


@pytest.fixture(autouse=True)
def nothing_is_left():
    """No test leaves a socket or a generator that only the garbage collector ends."""
    yield
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        gc.collect()


def at(server, **options):
    return AsyncFlat(**{"host": server.url, "access_token": "token", "retries": 0, **options})


class TestCalls:
    """Operations, arguments, models and errors are those of `Flat`."""

    async def test_a_task_is_read_by_its_name(self):
        with serving(lambda request: {"id": "5b0f", "state": "done"}) as server:
            async with at(server) as flat:
                task = await flat.tasks.get_task(task="5b0f")
                response = await flat.tasks.get_task.with_response(task="5b0f")
        assert type(task) is Task
        assert (response.response.status, response.body, response.problems) == (200, task, ())
        assert {request.headers["Authorization"] for request in server.requests} == {"Bearer token"}

    async def test_a_call_without_an_answer(self):
        with serving(lambda request: Answer(status=204)) as server:
            async with at(server) as flat:
                assert await flat.classes.add_class_user(class_="c1", user="u1") is None
                response = await flat.classes.add_class_user.with_response(class_="c1", user="u1")
        assert response.response.status == 204

    async def test_errors_are_those_of_the_api(self):
        def route(request):
            return Answer({"code": "NOPE", "message": "no"}, 404 if request.path == "/tasks/1" else 401)

        with serving(route) as server:
            async with at(server) as flat:
                with pytest.raises(NotFoundError, match="NOPE"):
                    await flat.tasks.get_task(task="1")
                with pytest.raises(UnauthorizedError):
                    await flat.tasks.get_task(task="2")
                with pytest.raises(ApiTypeError, match="get_task needs 'task'"):
                    await flat.tasks.get_task()
                with pytest.raises(AttributeError, match="did you mean 'get_task'"):
                    flat.tasks.get_tsk  # noqa: B018

    async def test_collections_come_page_by_page(self):
        """By item, by page, or one after the other by hand; none is asked for before it is needed."""

        def route(request):
            headers = {} if "next" in request.query else {"Link": '</collections?next=2>; rel="next"'}
            return Answer([{"id": "a"}, {"id": "b"}], headers=headers)

        with serving(route) as server:
            async with at(server) as flat:
                listing = flat.collections.list_collections
                found = [entry async for entry in listing.iterate(parent="root")]
                assert [len(page) async for page in listing.pages()] == [2, 2]
                first = await listing()
                assert isinstance(first, AsyncPage)
                second = await first.next_page()
                assert await second.next_page() is None
                assert [entry.id async for entry in first.iterate()] == ["a", "b", "a", "b"]
                count = len(server.requests)
                async for _ in listing.iterate():
                    break
                assert len(server.requests) == count + 1
        assert {type(entry) for entry in found} == {Collection}

    async def test_a_file_is_saved(self, tmp_path):
        """Where it breaks off, the rest of it is asked for; progress may be asynchronous."""
        told = []

        async def progress(here, there):
            await anyio.sleep(0)
            told.append((here, there))

        half = (b'HTTP/1.1 200 OK\r\nETag: "1"\r\nAccept-Ranges: bytes\r\nContent-Length: 10\r\n\r\nmusic', CLOSE)
        rest = answer("206 Partial Content", b"-rest", 'ETag: "1"', "Content-Range: bytes 5-9/10")
        with FaultyServer((half, rest)) as server:
            async with at(server, retries=2) as flat:
                saved = await flat.scores.get_score_revision_data.download(
                    tmp_path / "song.mp3", score="s", revision="last", format="mp3", progress=progress
                )
            assert server.requests[1].headers("range") == ["bytes=5-"]
        assert saved.read_bytes() == b"music-rest"
        assert told[-1] == (10, 10)

    async def test_a_client_serves_one_event_loop_after_the_other(self):
        """Connections belong to the loop that opened them."""
        with serving(lambda request: {"id": "1", "state": "done"}) as server:
            flat = at(server)

            async def once():
                async with flat:
                    return await flat.tasks.get_task(task="1")

            first = await once()
            second = await anyio.to_thread.run_sync(lambda: anyio.run(once))
        assert first == second

    async def test_a_whole_export(self, tmp_path):
        """Against the built-in server: a score is created, exported and fetched."""
        with Sandbox(task_seconds=0.05) as sandbox:
            async with at(sandbox, access_token=sandbox.token) as flat:
                ended = []
                poller = await flat.scores.export(sandbox.score, format="wav", pace=Pace(first=0.05))
                await poller.add_done_callback(ended.append)
                path = await poller.download_to(tmp_path, timeout=30)
                assert await poller.done()
                again = AsyncTaskPoller.from_continuation_token(poller.continuation_token(), flat)
                assert (await again.result(timeout=30)).state == "done"
                score = await flat.scores.get_score(score=sandbox.score)
                made = await flat.scores.create({"title": "Two", "privacy": "private", "data": MUSIC_XML}, timeout=30)
        assert path.read_bytes()[:4] == b"RIFF"
        assert ended == [poller]
        assert score.title == "Ode to Joy"
        assert made.title == "Two"


MUSIC_XML = """<?xml version="1.0"?><score-partwise version="4.0"><part-list><score-part id="P1">
<part-name>A</part-name></score-part></part-list>
<part id="P1"><measure number="1"><attributes><divisions>1</divisions></attributes><note>
<pitch><step>C</step><octave>4</octave></pitch><duration>4</duration></note></measure></part></score-partwise>"""


class TestCancelling:
    """What is cancelled ends, with its connection, and the next call is like any other."""

    @pytest.mark.parametrize(
        "script",
        [
            (STOP_READING,),
            (b"HTTP/1.1 200 OK\r\nContent-Le", STOP_READING),
            (b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nmu", STOP_READING),
        ],
    )
    async def test_a_call(self, script):
        with FaultyServer((script, json_answer("200 OK", b'{"id":"1"}'))) as server:
            async with at(server) as flat:
                with anyio.move_on_after(0.2) as scope:
                    await flat.tasks.get_task(task="1")
                assert scope.cancelled_caught
                assert server.settles(0)
                assert (await flat.tasks.get_task(task="1")).id == "1"
            assert server.settles(0)

    async def test_a_wait_to_send_again(self):
        busy = answer("503 Busy", b"", "Retry-After: 50")
        with FaultyServer((busy,)) as server:
            async with at(server, retries=None) as flat:
                with anyio.move_on_after(0.2) as scope:
                    await flat.tasks.get_task(task="1")
                assert scope.cancelled_caught
            assert len(server.requests) == 1

    async def test_a_poller_can_be_asked_again(self):
        answers = [{"id": "1", "state": "doing"}, {"id": "1", "state": "done"}]
        with serving(lambda request: answers.pop(0)) as server:
            async with at(server) as flat:
                poller = flat.tasks.poller("1", pace=Pace(first=0.5))
                with anyio.move_on_after(0.2) as scope:
                    await poller.result()
                assert scope.cancelled_caught
                assert (await poller.result(timeout=20)).state == "done"

    async def test_a_download_is_gone_on_with(self, tmp_path):
        """The folder has no file of that name, and the part is where the next download finds it."""
        head = b'HTTP/1.1 200 OK\r\nETag: "1"\r\nAccept-Ranges: bytes\r\nContent-Length: 10\r\n\r\nmusic'
        rest = answer("206 Partial Content", b"-rest", 'ETag: "1"', "Content-Range: bytes 5-9/10")
        given = {"score": "s", "revision": "last", "format": "mp3"}
        with FaultyServer(((head, STOP_READING), rest)) as server:
            async with at(server) as flat:
                download = flat.scores.get_score_revision_data.download
                with anyio.move_on_after(0.3) as scope:
                    await download(tmp_path / "song.mp3", **given)
                assert scope.cancelled_caught
                assert server.settles(0)
                assert not (tmp_path / "song.mp3").exists()
                await download(tmp_path / "song.mp3", **given)
        assert [entry.name for entry in tmp_path.iterdir()] == ["song.mp3"]
        assert (tmp_path / "song.mp3").read_bytes() == b"music-rest"

    async def test_the_others_in_the_queue_go_on(self):
        """A call that is cancelled while it waits for a connection takes none with it."""
        configuration = Configuration(access_token="token")
        configuration.connection_pool_maxsize, configuration.retries = 1, 0
        with FaultyServer(((STOP_READING,), json_answer("200 OK", b'{"id":"1"}'))) as server:
            configuration.host = server.url
            async with AsyncFlat(configuration=configuration) as flat, anyio.create_task_group() as group:
                hanging = anyio.CancelScope()

                async def hang():
                    with hanging:
                        await flat.tasks.get_task(task="1")

                group.start_soon(hang)
                assert await anyio.to_thread.run_sync(server.receives, 1)
                with anyio.move_on_after(0.1) as waiting:
                    await flat.tasks.get_task(task="1")
                assert waiting.cancelled_caught
                hanging.cancel()
                assert (await flat.tasks.get_task(task="1")).id == "1"


class TestManyAtOnce:
    """A client serves many tasks, with few connections."""

    async def test_two_hundred_pollers(self):
        """Each follows its own task to the end; nobody opens more connections than there may be."""
        asked = {}

        def route(request):
            name = request.target.decode().rpartition("/")[2]
            asked[name] = asked.get(name, 0) + 1
            state = "done" if asked[name] == 3 else "doing"
            return (json_answer("200 OK", f'{{"id":"{name}","state":"{state}"}}'.encode()),)

        configuration = Configuration(access_token="token")
        configuration.connection_pool_maxsize = 10
        ended = []
        with FaultyServer((route,)) as server:
            configuration.host = server.url
            async with AsyncFlat(configuration=configuration) as flat:

                async def follow(name):
                    task = await flat.tasks.poller(name, pace=Pace(first=0.05, growth=1)).result(timeout=60)
                    ended.append((name, task.id, task.state))

                async with anyio.create_task_group() as group:
                    for number in range(200):
                        group.start_soon(follow, f"t{number}")
            assert server.peak <= 10
            assert server.settles(0)
        assert sorted(ended) == sorted((f"t{number}", f"t{number}", "done") for number in range(200))
        assert set(asked.values()) == {3}


class TestTheLoopIsFree:
    """What takes long or may block is done in other threads than that of the loop."""

    async def test_while_a_token_is_made(self):
        threads = []

        def token():
            threads.append(threading.get_ident())
            return "fresh"

        with serving(lambda request: {"id": "1"}) as server:
            async with at(server, access_token=token) as flat:
                await flat.tasks.get_task(task="1")
        assert threads
        assert threading.get_ident() not in threads
        assert server.requests[0].headers["Authorization"] == "Bearer fresh"

    async def test_while_a_file_is_written_or_a_large_body_read(self, tmp_path, monkeypatch):
        from flat_api.files import IncomingFile
        from flat_api.operations import OpenApiResponse

        threads = set()

        def noted(function):
            def call(*args, **options):
                threads.add(threading.get_ident())
                return function(*args, **options)

            return call

        for cls, name in ((IncomingFile, "feed"), (IncomingFile, "finish"), (OpenApiResponse, "deserialize")):
            monkeypatch.setattr(cls, name, noted(getattr(cls, name)))
        large = {"id": "1", "type": "x" * 100_000}

        def route(request):
            is_file = request.path.startswith("/scores")
            return Answer(b"music", headers={"Content-Type": "audio/mp3"}) if is_file else large

        with serving(route) as server:
            async with at(server) as flat:
                await flat.scores.get_score_revision_data.download(
                    tmp_path / "a", score="s", revision="last", format="mp3"
                )
                assert (await flat.tasks.get_task(task="1")).type == "x" * 100_000
        assert threads
        assert threading.get_ident() not in threads


@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_a_timeout_of_asyncio(anyio_backend):
    """`asyncio.timeout` and `Task.cancel` are what they are elsewhere."""
    with FaultyServer(((STOP_READING,),)) as server:
        async with at(server) as flat:
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.2):
                    await flat.tasks.get_task(task="1")
            running = asyncio.create_task(flat.tasks.get_task(task="1"))
            assert await anyio.to_thread.run_sync(server.receives, 2)
            running.cancel()
            with pytest.raises(asyncio.CancelledError):
                await running
            assert server.settles(0)


async def test_nobody_there():
    async with AsyncFlat(host="http://127.0.0.1:9", access_token="t", retries=0) as flat:
        with pytest.raises(ApiConnectionError, match="refused"):
            await flat.tasks.get_task(task="1")


async def test_pickles_have_no_token():
    """A process pool gets the settings; the token comes from the environment there."""
    flat = AsyncFlat(host="http://127.0.0.1:9", access_token="canary", strict_responses=True)
    data = pickle.dumps(flat)
    assert b"canary" not in data
    twin = pickle.loads(data)
    assert (twin.configuration.host, twin.api_client.strict_responses) == ("http://127.0.0.1:9", True)
    assert "canary" not in repr(flat)


def test_the_extra_is_named_where_it_is_missing():
    """And nothing of it is imported before `AsyncFlat` is asked for."""
    code = (
        "import sys; sys.modules['httpx'] = None; import flat_api; flat_api.Flat(access_token='t')\n"
        "try: flat_api.AsyncFlat\nexcept ModuleNotFoundError as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "pip install 'flat-api-frozen[async]'" in done.stdout
