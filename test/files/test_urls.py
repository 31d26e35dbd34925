"""A file is fetched from wherever it is: whole or not at all, without secrets, and from where it broke off."""

from __future__ import annotations

import threading
import typing

import pytest

from flat_api.api_client import ApiClient
from flat_api.configuration import Configuration
from flat_api.exceptions import ApiConnectionError, ApiResponseError, ApiValueError, ForbiddenError, NotFoundError
from flat_api.files import fetch
from flat_api.model.task import Task
from flat_api.rest import RetryPolicy
from flat_api.tasks import TaskPoller

from ..faults import CLOSE, FaultyServer
from ..serving import Answer, Request, serving

DATA = bytes(range(256)) * 4096
TAG = '"v1"'


class Storage:
    """A file behind a URL. Each number in *breaks* is how many bytes an answer has before its connection ends."""

    def __init__(self, data: bytes = DATA, *, breaks: typing.Iterable[int] = (), ranges: bool = True, tag: str = TAG):
        self.data, self.ranges, self.tag = data, ranges, tag
        self.breaks = list(breaks)
        self.more: dict[str, str] = {}

    def __call__(self, request: Request) -> Answer:
        begin, status = 0, 200
        asked = request.headers.get("Range")
        headers = {"Content-Type": "audio/mpeg", **({"ETag": self.tag} if self.tag else {}), **self.more}
        if asked and self.ranges and request.headers.get("If-Range") in (None, self.tag):
            begin, status = int(asked.removeprefix("bytes=").removesuffix("-")), 206
            headers["Content-Range"] = f"bytes {begin}-{len(self.data) - 1}/{len(self.data)}"
            if begin >= len(self.data):
                return Answer(b"", 416, {"Content-Range": f"bytes */{len(self.data)}"})
        body = self.data[begin:]
        headers["Content-Length"] = str(len(body))
        if self.breaks:
            return Answer(body[: self.breaks.pop(0)], status, headers, is_last=True)
        return Answer(body, status, headers)


@pytest.fixture
def client():
    with ApiClient(Configuration(host="http://api.invalid", access_token="CANARY"), cookie="CANARY") as made:
        made.set_default_header("X-Key", "CANARY")
        made.configuration.retries = RetryPolicy(wait=lambda seconds: None)
        yield made


def ranges(server: typing.Any) -> list[str | None]:
    return [request.headers.get("Range") for request in server.requests]


NO_URLS = [
    *("", "/relative", "not a URL", "ftp://storage/f", "file:///etc/passwd", "http:///f"),
    *("http://[", "http://\u2100/f", "http://storage/\ud800"),
    *("http://storage:99999/f?signature=CANARY", "https://a b/f?signature=CANARY"),
]


class TestFetching:
    """The file is at the target when all of it is there."""

    def test_whole(self, client, tmp_path):
        seen: list[tuple[int, int | None]] = []
        with serving(Storage()) as server:
            target = tmp_path / "song.mp3"
            url = f"{server.url}/a/b?signature=x%2Fy"
            found = fetch(client, url, target, progress=lambda *now: seen.append(now))
            assert (server.requests[0].method, server.requests[0].target) == ("GET", "/a/b?signature=x%2Fy")
        assert found == target
        assert target.read_bytes() == DATA
        assert list(tmp_path.iterdir()) == [target]
        assert seen[-1] == (len(DATA), len(DATA))
        assert [count for count, _ in seen] == sorted(count for count, _ in seen)

    def test_no_secret_goes_along(self, client, tmp_path):
        """The access token, cookies and headers for the API are for the API only."""
        with serving(Storage()) as server:
            fetch(client, f"{server.url}/f", tmp_path / "f")
            assert "CANARY" not in str(server.requests[0].headers)

    def test_the_api_itself_is_told(self, tmp_path):
        """A file at the API's own origin is asked for with the access token."""
        with serving(Storage()) as server, ApiClient(Configuration(host=server.url, access_token="secret")) as client:
            fetch(client, f"{server.url}/f", tmp_path / "f")
            assert server.requests[0].headers["Authorization"] == "Bearer secret"

    def test_into_a_folder(self, client, tmp_path):
        """The server names the file, and has no say in where it goes."""
        storage = Storage()
        storage.more = {"Content-Disposition": 'attachment; filename="../../etc/song.mp3"'}
        with serving(storage) as server:
            assert fetch(client, f"{server.url}/x", tmp_path) == tmp_path / "song.mp3"
            storage.more = {}
            assert fetch(client, f"{server.url}/a/other.wav", tmp_path) == tmp_path / "other.wav"

    def test_never_over_a_file(self, client, tmp_path):
        target = tmp_path / "song.mp3"
        target.write_bytes(b"mine")
        with serving(Storage()) as server:
            with pytest.raises(FileExistsError, match="overwrite=True"):
                fetch(client, f"{server.url}/f", target)
            assert target.read_bytes() == b"mine"
            fetch(client, f"{server.url}/f", target, overwrite=True)
        assert target.read_bytes() == DATA
        assert list(tmp_path.iterdir()) == [target]

    @pytest.mark.parametrize(("status", "expected"), [(403, ForbiddenError), (404, NotFoundError)])
    def test_errors_of_the_storage(self, client, tmp_path, status, expected):
        with serving(lambda request: Answer(b"<Error/>", status)) as server, pytest.raises(expected) as caught:
            fetch(client, f"{server.url}/f", tmp_path / "f")
        assert caught.value.body == b"<Error/>"
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("url", NO_URLS)
    def test_urls_of_no_file(self, client, tmp_path, url):
        """They come from a server, and are told in an error of this package that doesn't repeat them."""
        with pytest.raises(ApiValueError, match="URL") as caught:
            fetch(client, url, tmp_path / "f")
        assert "CANARY" not in str(caught.value)
        assert list(tmp_path.iterdir()) == []

    def test_of_a_length_that_is_none(self, client, tmp_path):
        """A length that no file can have is none, and the end of the connection is that of the file."""
        script = (f"HTTP/1.1 200 OK\r\nContent-Length: {'9' * 5000}\r\n\r\n".encode() + DATA, CLOSE)
        with FaultyServer((script,)) as server:
            fetch(client, f"{server.url}/f", tmp_path / "f")
        assert (tmp_path / "f").read_bytes() == DATA

    def test_compressed(self, client, tmp_path):
        """A compressed file is written decompressed, and its length on the wire is not its own."""
        import gzip

        storage = Storage(gzip.compress(DATA))
        storage.more = {"Content-Encoding": "gzip"}
        with serving(storage) as server:
            fetch(client, f"{server.url}/f", tmp_path / "f")
        assert (tmp_path / "f").read_bytes() == DATA


class TestBreakingOff:
    """A transfer that breaks off goes on where it broke, if the file is still the same."""

    def test_within_a_call(self, client, tmp_path):
        with serving(Storage(breaks=[1000, 2000, 0])) as server:
            fetch(client, f"{server.url}/f", tmp_path / "f")
            assert ranges(server) == [None, "bytes=1000-", "bytes=3000-", "bytes=3000-"]
        assert (tmp_path / "f").read_bytes() == DATA

    def test_in_a_later_call(self, client, tmp_path):
        """What came is kept beside the target, never at it, even if the signature of the URL is another one."""
        with serving(Storage(breaks=[1000, *[0] * 3])) as server:
            with pytest.raises(ApiConnectionError):
                fetch(client, f"{server.url}/f?signature=1", tmp_path / "f")
            assert [path.stat().st_size for path in tmp_path.iterdir()] == [1000]
            assert not (tmp_path / "f").exists()
            before = len(server.requests)
            fetch(client, f"{server.url}/f?signature=2", tmp_path / "f")
            assert ranges(server)[before:] == ["bytes=1000-"]
        assert (tmp_path / "f").read_bytes() == DATA
        assert list(tmp_path.iterdir()) == [tmp_path / "f"]

    def test_after_an_interrupt(self, client, tmp_path):
        """Ctrl-C in the middle keeps what came."""

        def interrupt(done: int, total: int | None) -> None:
            raise KeyboardInterrupt

        with serving(Storage()) as server:
            with pytest.raises(KeyboardInterrupt):
                fetch(client, f"{server.url}/f", tmp_path / "f", progress=interrupt)
            (kept,) = tmp_path.iterdir()
            size = kept.stat().st_size
            assert 0 < size < len(DATA)
            fetch(client, f"{server.url}/f", tmp_path / "f")
            assert ranges(server) == [None, f"bytes={size}-"]
        assert (tmp_path / "f").read_bytes() == DATA

    def test_another_file_by_then(self, client, tmp_path):
        """A file that changed in the meantime is fetched from its beginning."""
        storage = Storage(b"old" * 1000, breaks=[1000, *[0] * 3])
        with serving(storage) as server:
            with pytest.raises(ApiConnectionError):
                fetch(client, f"{server.url}/f", tmp_path / "f")
            storage.data, storage.tag, storage.breaks = DATA, '"v2"', []
            fetch(client, f"{server.url}/f", tmp_path / "f")
        assert (tmp_path / "f").read_bytes() == DATA

    @pytest.mark.parametrize(
        "options", [{"ranges": False}, {"tag": ""}, {"tag": 'W/"weak"'}, {"tag": f'"{"x" * 500}"'}]
    )
    def test_servers_without_parts(self, client, tmp_path, options):
        """Where the server can't give a part, or can't tell whether it is of the same file, it gives all of it."""
        with serving(Storage(breaks=[1000], **options)) as server:
            fetch(client, f"{server.url}/f", tmp_path / "f")
            asked = [None, "bytes=1000-"] if options == {"ranges": False} else [None, None]
            assert ranges(server) == asked
        assert (tmp_path / "f").read_bytes() == DATA
        assert list(tmp_path.iterdir()) == [tmp_path / "f"]

    def test_a_part_that_is_too_long(self, client, tmp_path):
        """What is here and isn't a part of what is there is thrown away."""
        storage = Storage(breaks=[1000, *[0] * 3])
        with serving(storage) as server:
            with pytest.raises(ApiConnectionError):
                fetch(client, f"{server.url}/f", tmp_path / "f")
            storage.data, storage.breaks = b"short", []
            fetch(client, f"{server.url}/f", tmp_path / "f")
        assert (tmp_path / "f").read_bytes() == b"short"

    def test_a_file_that_is_named_almost_like_a_part(self, client, tmp_path):
        """It is somebody else's: nothing is read from it, and it stays."""
        with serving(Storage(breaks=[1000, *[0] * 3])) as server:
            with pytest.raises(ApiConnectionError):
                fetch(client, f"{server.url}/f", tmp_path / "f")
            (kept,) = tmp_path.iterdir()
            theirs = kept.rename(kept.with_name(f"{kept.name.rpartition('-')[0]}-abc.part"))
            fetch(client, f"{server.url}/f", tmp_path / "f")
            assert ranges(server)[-1] is None
        assert (tmp_path / "f").read_bytes() == DATA
        assert sorted(tmp_path.iterdir()) == [theirs, tmp_path / "f"]

    @pytest.mark.parametrize("stated", ["bytes 5-5/9", "bytes 1000-1000/" + "9" * 5000, "5"])
    def test_another_part_than_asked_for(self, client, tmp_path, stated):
        """A server that gives some other part is asked for the whole instead."""
        storage = Storage(breaks=[1000])
        wrong = Answer(b"x", 206, {"Content-Range": stated, "ETag": TAG})
        route = lambda request: wrong if request.headers.get("Range") else storage(request)  # noqa: E731
        with serving(route) as server:
            fetch(client, f"{server.url}/f", tmp_path / "f")
            assert ranges(server) == [None, "bytes=1000-", None]
        assert (tmp_path / "f").read_bytes() == DATA

    def test_a_part_that_was_not_asked_for(self, client, tmp_path):
        """It is no file, whatever it is a part of."""
        wrong = Answer(b"x", 206, {"Content-Range": "bytes 0-0/1", "ETag": TAG})
        with serving(lambda request: wrong) as server, pytest.raises(ApiResponseError, match="all of it was asked for"):
            fetch(client, f"{server.url}/f", tmp_path / "f")
        assert list(tmp_path.iterdir()) == []

    def test_two_at_once(self, client, tmp_path):
        """Two transfers of one file don't write into one another."""
        with serving(Storage(breaks=[5000, 7000, 9000])) as server:
            targets = [tmp_path / "a", tmp_path / "b"]
            threads = [threading.Thread(target=fetch, args=(client, f"{server.url}/f", target)) for target in targets]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        assert [target.read_bytes() == DATA for target in targets] == [True, True]
        assert sorted(tmp_path.iterdir()) == targets


def test_a_poller_fetches_the_file(tmp_path):
    """`download_to` is the way from a task to its file; a file that is there is found out before anything is asked."""
    with serving(Storage()) as storage:
        done = {"id": "t1", "state": "done", "result": {"url": f"{storage.url}/f.mp3"}}
        with serving(lambda request: done) as server, ApiClient(Configuration(host=server.url)) as client:
            from flat_api.apis.tags.task_api import TaskApi

            poller = TaskPoller(TaskApi(client), Task(id="t1"))
            assert poller.download_to(tmp_path) == tmp_path / "f.mp3"
            (tmp_path / "g").touch()
            with pytest.raises(FileExistsError):
                TaskPoller(TaskApi(client), "t1").download_to(tmp_path / "g")
            assert len(server.requests) == 1
    assert (tmp_path / "f.mp3").read_bytes() == DATA
