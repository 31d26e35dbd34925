"""What no operation declares: other headers, other parameters, other paths; and hooks that are told of all requests."""

import json
import pickle
from concurrent.futures import ProcessPoolExecutor
from decimal import Decimal
from multiprocessing import get_context

import pytest

from flat_api import ApiTypeError, ApiValueError, Flat
from flat_api.exceptions import ApiConnectionError, ApiResponseError, NotFoundError
from flat_api.models import Task
from flat_api.rest import RetryPolicy
from flat_api.schemas import unset

from .faults import FaultyServer, answer, json_answer
from .serving import Answer, serving
from .transports import flat_of

pytestmark = pytest.mark.usefixtures("each_transport")

CANARY = "canary-77"


def at(server, **options):
    return flat_of(**{"host": server.url, "access_token": CANARY, "retries": 0, **options})


class TestExtras:
    """`extra_headers` and `extra_query` of every call go along with what is declared."""

    def test_they_are_sent(self):
        with serving(lambda request: {"id": "1"}) as server, at(server) as flat:
            flat.tasks.get_task(
                task="1",
                extra_headers={"X-Trace": "a1", "accept": "application/x+json"},
                extra_query={"deep": True, "of": ["a b", "c&d"], "count": 5},
            )
        (request,) = server.requests
        assert request.target == "/tasks/1?deep=true&of=a%20b&of=c%26d&count=5"
        assert request.headers["X-Trace"] == "a1"
        assert request.headers.get_all("Accept") == ["application/x+json"]

    def test_beside_what_is_declared(self, tmp_path):
        """In lists from page to page, and in downloads."""

        def route(request):
            if request.path.startswith("/scores"):
                return Answer(b"m", headers={"Content-Type": "audio/mp3"})
            headers = {} if "next" in request.query else {"Link": '</collections?next=2>; rel="next"'}
            return Answer([{"id": "a"}], headers=headers)

        extra = {"extra_headers": {"X-A": "1"}, "extra_query": {"b": "2"}}
        with serving(route) as server, at(server) as flat:
            assert len(list(flat.collections.list_collections.iterate(parent="root", **extra))) == 2
            flat.scores.get_score_revision_data.download(
                tmp_path / "a", score="s", revision="last", format="mp3", **extra
            )
        assert all(request.headers["X-A"] == "1" and request.query["b"] == "2" for request in server.requests)
        assert server.requests[0].query["parent"] == "root"

    @pytest.mark.parametrize(
        "extra",
        [
            {"extra_headers": 5},
            {"extra_headers": {"X": 5}},
            {"extra_query": "a=b"},
            {"extra_query": {"a": {}}},
        ],
    )
    def test_what_they_may_not_be(self, extra):
        with serving(lambda request: {"id": "1"}) as server, at(server) as flat:
            with pytest.raises(ApiTypeError, match="extra_"):
                flat.tasks.get_task(task="1", **extra)
            with pytest.raises(ApiValueError, match="line break"):
                flat.tasks.get_task(task="1", extra_headers={"X": "a\nb"})
        assert server.requests == []


class TestRequests:
    """`request` signs, repeats, and raises as calls do."""

    def test_json_comes_and_goes(self):
        def route(request):
            return {"echo": json.loads(request.body)} if request.body else {"percent": 33.3, "of": [None, "a"]}

        with serving(route) as server, at(server) as flat:
            got = flat.request("GET", "/new/things", query={"a": 1}, headers={"X-A": "b"})
            sent = flat.request("POST", "/new/things", json={"task": Task(id="1")})
        assert (got.response.status, got.body["percent"], got.body["of"][1]) == (200, Decimal("33.3"), "a")
        assert sent.body["echo"]["task"] == {"id": "1"}
        first, second = server.requests
        assert (first.target, first.headers["X-A"]) == ("/new/things?a=1", "b")
        assert first.headers["Authorization"] == f"Bearer {CANARY}"
        assert second.headers["Content-Type"] == "application/json"

    @pytest.mark.parametrize(
        ("made", "body"),
        [
            (Answer(b"hi", headers={"Content-Type": "text/plain"}), "hi"),
            (Answer(b"\0\1", headers={"Content-Type": "audio/midi"}), b"\0\1"),
            (Answer(status=204), unset),
        ],
    )
    def test_bodies_by_their_media_type(self, made, body):
        with serving(lambda request: made) as server, at(server) as flat:
            got = flat.request("PUT", "/a", content=b"raw", headers={"Content-Type": "text/x"})
        assert got.body == body or got.body is body
        assert (server.requests[0].body, server.requests[0].headers["Content-Type"]) == (b"raw", "text/x")

    def test_errors(self):
        error = {"code": "NOPE", "message": "There is none"}
        with serving(lambda request: Answer(error, 404)) as server, at(server) as flat:
            with pytest.raises(NotFoundError, match="There is none") as caught:
                flat.request("GET", "/none")
            with pytest.raises(ApiValueError, match="begin with a slash"):
                flat.request("GET", "none")
            with pytest.raises(ApiTypeError, match="json or content"):
                flat.request("POST", "/none", json={}, content="a")
        assert caught.value.code == "NOPE"
        broken = pytest.raises(ApiResponseError)
        with FaultyServer((json_answer("200 OK", b"{"),)) as server, at(server) as flat, broken:
            flat.request("GET", "/broken")

    def test_it_is_sent_again(self):
        policy = RetryPolicy(wait=lambda seconds: None)
        with FaultyServer((answer("503 No"), json_answer("200 OK", b"[1]"))) as server:
            with at(server, retries=policy) as flat:
                assert flat.request("GET", "/a").body == (1,)
            assert len(server.requests) == 2


class TestHooks:
    """Hooks are told of each call and its answer, and of no secret."""

    def test_of_a_call(self):
        told = []
        headers = {"Set-Cookie": f"a={CANARY}", "Link": f"<http://a/?sharingKey={CANARY}>", "X-Id": "5"}
        hooks = {"on_request": told.append, "on_response": told.append}
        with serving(lambda request: Answer({"id": "1"}, headers=headers)) as server, at(server, **hooks) as flat:
            flat.tasks.get_task(task="1", extra_query={"key": CANARY}, extra_headers={"X-Key": CANARY})
        request, response = told
        assert (request.method, request.url) == ("GET", f"{server.url}/tasks/1?***")
        assert request.headers["X-Key"] == "***"
        assert request.headers["Accept"] == "application/json"
        assert (response.request, response.status, response.headers["X-Id"]) == (request, 200, "5")
        assert response.seconds >= 0
        assert CANARY not in repr(told)

    def test_of_a_call_that_fails(self):
        told = []
        failing = pytest.raises(ApiConnectionError)
        options = {"access_token": "t", "retries": 0, "on_response": told.append}
        with flat_of(host="http://127.0.0.1:9", **options) as flat, failing:
            flat.tasks.get_task(task="1")
        assert told == []

    def test_a_hook_can_end_a_call(self):
        def refuse(request):
            raise RuntimeError("not today")

        raised = pytest.raises(RuntimeError, match="not today")
        with serving(lambda request: {"id": "1"}) as server, at(server, on_request=refuse) as flat, raised:
            flat.tasks.get_task(task="1")
        assert server.requests == []


def state_of(flat, task):
    with flat:
        return str(flat.tasks.get_task(task=task).state)


@pytest.mark.of_urllib3("it is called in another process, without an event loop; test_async_flat pickles the other one")
def test_a_client_goes_to_other_processes_without_its_token(monkeypatch):
    """There the token comes from the environment."""
    monkeypatch.setenv("FLAT_ACCESS_TOKEN", "theirs")
    with serving(lambda request: {"id": "1", "state": "done"}) as server:
        with Flat(host=server.url, access_token=CANARY, strict_responses=True, timeout=(3, 4)) as flat:
            assert CANARY.encode() not in pickle.dumps(flat)
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
                assert pool.submit(state_of, flat, "1").result() == "done"
        twin = pickle.loads(pickle.dumps(flat))
    assert server.requests[0].headers["Authorization"] == "Bearer theirs"
    assert (twin.configuration.timeout, twin.api_client.strict_responses) == ((3, 4), True)
