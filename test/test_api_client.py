"""The client: what it adds to requests, how its parts call each other, and how it begins and ends."""

import gc
import io
import pickle
import threading
import warnings
from multiprocessing.pool import AsyncResult, ThreadPool
from typing import NotRequired, Required, TypedDict
from unittest import mock

import pytest
import urllib3
from urllib3 import HTTPHeaderDict

import flat_api
from flat_api.api_client import Api, ApiClient
from flat_api.apis._service import FlatApi
from flat_api.apis.tags.task_api import TaskApi
from flat_api.configuration import Configuration
from flat_api.exceptions import ApiTypeError, ApiValueError, NotFoundError
from flat_api.operations import post
from flat_api.rest import RESTClientObject
from flat_api.schemas import DictSchema, StrSchema, required, unset

from .faults import FaultyServer, answer, json_answer

FINE = answer(body=b"fine")
TASK = b'{"id":"t1","state":"done"}'


@pytest.fixture
def server():
    with FaultyServer((FINE,)) as running:
        yield running


@pytest.fixture
def client(server):
    with ApiClient(Configuration(server.url, access_token="token")) as made:
        yield made


class TestRequests:
    """What the server gets of a call."""

    def test_the_token_is_that_of_the_argument(self, server, client):
        client.call_api("/", "GET", auth_settings=["OAuth2"])
        client.call_api("/", "GET")
        client.call_api("/", "GET", auth_settings=["Another"])
        assert [request.headers("authorization") for request in server.requests] == [["Bearer token"], [], []]

    def test_the_token_may_come_from_the_environment(self, server, monkeypatch):
        """It is read for each request, so that a new one is used as soon as it is there."""
        with ApiClient(Configuration(server.url)) as client:
            for token in ("first", "second"):
                monkeypatch.setenv("FLAT_ACCESS_TOKEN", token)
                client.call_api("/", "GET", auth_settings=["OAuth2"])
            monkeypatch.delenv("FLAT_ACCESS_TOKEN")
            client.call_api("/", "GET", auth_settings=["OAuth2"])
        assert [request.headers("authorization") for request in server.requests] == [
            ["Bearer first"],
            ["Bearer second"],
            [],
        ]

    def test_headers_of_the_client_and_of_the_call(self, server):
        """Those of the call win, whatever the spelling; several values stay several."""
        configuration = Configuration(server.url, access_token="token")
        with ApiClient(configuration, "X-Mine", "a", cookie="session=1") as client:
            client.set_default_header("X-More", "b")
            client.call_api("/", "GET")
            client.user_agent = "mine/1.0"
            several = HTTPHeaderDict([("Accept", "a/b"), ("Accept", "c/d"), ("x-mine", "c")])
            client.call_api("/", "GET", several)
        first, second = server.requests
        assert first.headers("x-mine") == ["a"]
        assert first.headers("x-more") == ["b"]
        assert first.headers("cookie") == ["session=1"]
        assert first.headers("user-agent") == [f"flat-api-frozen/{flat_api.__version__}"]
        assert second.headers("x-mine") == ["c"]
        assert second.headers("accept") == ["a/b, c/d"]
        assert second.headers("user-agent") == ["mine/1.0"]

    def test_another_host_gets_no_secret(self, client):
        """A call may name a host of its own; what belongs to the API stays with it."""
        client.cookie = "session=1"
        with FaultyServer((FINE,)) as other:
            client.call_api("/a", "GET", auth_settings=["OAuth2"], host=f"{other.url}/v3/")
            (request,) = other.requests
            assert request.target == b"/v3/a"
            assert (request.headers("authorization"), request.headers("cookie")) == ([], [])
            with pytest.raises(ApiValueError, match="can't be read") as caught:
                client.call_api("/a", "GET", auth_settings=["OAuth2"], host="http://me:hunter2@[/")
            assert "hunter2" not in str(caught.value)

    def test_the_own_host_in_another_spelling_is_the_own_host(self, server, client):
        spelled = server.url.replace("http", "HTTP")
        client.call_api("/", "GET", auth_settings=["OAuth2"], host=spelled)
        assert server.requests[0].headers("authorization") == ["Bearer token"]

    @pytest.mark.parametrize("host", ["", "/", "/v2", "/v2/"])
    def test_the_path_is_put_behind_the_host(self, host, server):
        with ApiClient(Configuration(server.url + host)) as client:
            client.call_api("/tasks/1?a=b", "GET")
        assert server.requests[0].target == host.rstrip("/").encode() + b"/tasks/1?a=b"

    def test_bodies_and_forms(self, server, client):
        client.call_api("/", "POST", {"Content-Type": "text/plain"}, body="é")
        fields = [("a", "b"), ("file", ("x.mid", b"music"))]
        client.call_api("/", "POST", {"Content-Type": "multipart/form-data"}, fields=fields)
        text, form = server.requests
        assert text.body == "é".encode()
        (media_type,) = form.headers("content-type")
        assert media_type.startswith("multipart/form-data; boundary=")
        assert media_type.rpartition("=")[2].encode() in form.body
        with pytest.raises(ApiValueError, match="body parameter cannot be used with fields"):
            client.call_api("/", "POST", body="a", fields=fields)

    def test_security_in_cookies(self, server):
        """Other APIs sign so; a place that a client can't write to is refused."""

        class Other(Configuration):
            place = "cookie"

            def auth_settings(self):
                return {"Key": {"type": "apiKey", "in": self.place, "key": "key", "value": "key=1"}}

        with ApiClient(Other(server.url), cookie="session=1") as client:
            client.call_api("/", "GET", auth_settings=["Key"])
            assert server.requests[0].headers("cookie") == ["session=1; key=1"]
            client.configuration.place = "query"
            with pytest.raises(ApiValueError, match="must be in `cookie` or `header`"):
                client.call_api("/", "GET", auth_settings=["Key"])


class TestChain:
    """Each layer calls the next by the names that test suites put their doubles in place of."""

    def answered(self, body=TASK, status=200, **headers):
        headers = {"Content-Type": "application/json", **headers}
        return urllib3.HTTPResponse(io.BytesIO(body), headers, status, preload_content=False)

    def test_the_pool_manager_may_be_replaced(self):
        """The arguments are those that the earlier client passed."""
        client = ApiClient(Configuration("https://api.example.org/v2", access_token="token"))
        with mock.patch.object(urllib3.PoolManager, "request", return_value=self.answered()) as request:
            task = TaskApi(client).get_task(path_params={"task": "t1"})
        assert task.body.state == "done"
        request.assert_called_once_with(
            "GET",
            "https://api.example.org/v2/tasks/t1",
            preload_content=True,
            timeout=None,
            headers=HTTPHeaderDict(
                {
                    "User-Agent": client.user_agent,
                    "Authorization": "Bearer token",
                    "Accept": "application/json",
                }
            ),
        )

    def test_with_a_body_and_a_timeout(self):
        class Notes(FlatApi):
            write = post("/notes", "Write.", body=required(DictSchema), returns=StrSchema)

        client = ApiClient(Configuration("https://api.example.org"))
        with mock.patch.object(urllib3.PoolManager, "request", return_value=self.answered(b'"ok"')) as request:
            Notes(client).write(body={"a": 1}, stream=True, timeout=(1, 2))
        kept = request.call_args.kwargs
        assert request.call_args.args == ("POST", "https://api.example.org/notes")
        assert (kept["body"], kept["preload_content"]) == (b'{"a":1}', False)
        assert (kept["timeout"].connect_timeout, kept["timeout"].read_timeout) == (1, 2)
        assert kept["headers"]["Content-Type"] == "application/json"

    @pytest.mark.parametrize("name", ["request", "GET"])
    def test_the_transport_may_be_replaced(self, name):
        client = ApiClient(Configuration("https://api.example.org"))
        with mock.patch.object(RESTClientObject, name, return_value=self.answered()) as send:
            assert TaskApi(client).get_task(path_params={"task": "t1"}).body.id == "t1"
        send.assert_called_once()

    @pytest.mark.parametrize("preload", [False, True])
    @pytest.mark.parametrize("stream", [False, True])
    @pytest.mark.parametrize("make", [io.BytesIO, bytes])
    def test_doubles_are_read_however_they_were_made(self, make, stream, preload):
        if make is bytes and preload:
            made = urllib3.HTTPResponse(TASK, {"Content-Type": "application/json"}, 200)
        else:
            made = urllib3.HTTPResponse(make(TASK), {"Content-Type": "application/json"}, 200, preload_content=preload)
        with mock.patch.object(urllib3.PoolManager, "request", return_value=made):
            assert TaskApi(ApiClient()).get_task(path_params={"task": "t1"}, stream=stream).body.id == "t1"

    def test_doubles_of_errors(self):
        body = b'{"code":"TASK_NOT_FOUND","message":"No such task","id":"x"}'
        doubled = mock.patch.object(urllib3.PoolManager, "request", return_value=self.answered(body, 404))
        with doubled, pytest.raises(NotFoundError) as caught:
            TaskApi(ApiClient()).get_task(path_params={"task": "t1"})
        assert caught.value.code == "TASK_NOT_FOUND"
        assert caught.value.body == body

    def test_subclasses_may_change_each_step(self, server):
        """`call_api` goes through `request`, and that through the method of the transport."""
        steps = []

        class Mine(ApiClient):
            def request(self, *args, **kwargs):
                steps.append("request")
                return super().request(*args, **kwargs)

            def update_params_for_auth(self, headers, *args):
                steps.append("auth")
                headers["X-Signed"] = "1"

        with Mine(Configuration(server.url)) as client:
            client.call_api("/", "PUT", body="a")
        assert steps == ["auth", "request"]
        assert server.requests[0].headers("x-signed") == ["1"]

    @pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "DELETE", "POST", "PUT", "PATCH"])
    def test_each_method_of_the_transport(self, method, server, client):
        assert getattr(client.rest_client, method)(server.url).status == 200
        assert client.request(method, server.url).status == 200
        assert getattr(client.rest_client, method)(server.url, {"X-Mine": "1"}).status == 200
        assert [request.method for request in server.requests] == [method] * 3
        assert server.requests[2].headers("x-mine") == ["1"]


class TestStreams:
    """With `stream=True` the body is left to be read; what isn't a file is read all the same."""

    def test_json(self, server, client):
        server.answers = (json_answer("200 OK", TASK),)
        for _ in range(3):
            task = TaskApi(client).get_task(path_params={"task": "t1"}, stream=True)
            assert task.body.state is type(task.body).State.DONE
        assert server.connections == 1

    def test_that_nobody_looks_into(self, server, client):
        """The body is still on its way, and its connection in use until it is read or given up."""
        server.answers = (json_answer("200 OK", TASK),)
        answered = TaskApi(client).get_task(path_params={"task": "t1"}, stream=True, skip_deserialization=True)
        assert answered.body is unset
        assert b"".join(answered.response.stream(7)) == TASK
        assert client.whole(answered.response) is not None
        client.call_api("/", "GET")
        assert server.connections == 1

    def test_read_whole(self, server, client):
        raw = client.call_api("/", "GET", stream=True)
        kept = client.whole(raw)
        assert (kept.data, client.whole(kept)) == (b"fine", kept)


class TestThreads:
    """With `async_req=True` a call returns at once, and its answer is fetched by `get`."""

    def test_answers_and_errors(self, server):
        server.answers = (lambda request: (answer(body=request.target),),)
        with ApiClient(Configuration(server.url), pool_threads=4) as client:
            pending = [client.call_api(f"/{index}", "GET", async_req=True) for index in range(20)]
            assert all(isinstance(thread, AsyncResult) for thread in pending)
            assert [thread.get(10).data for thread in pending] == [f"/{index}".encode() for index in range(20)]
            assert pending[0].successful()
            assert server.connections <= 4
            failing = client.call_api("no slash", "GET", async_req=True)
            with pytest.raises(ApiValueError, match="slash"):
                failing.get(10)

    def test_are_started_when_needed_and_end_with_the_client(self, server):
        before = set(threading.enumerate())
        with ApiClient(Configuration(server.url)) as client:
            client.call_api("/", "GET")
            assert set(threading.enumerate()) - before <= set(server.threads)
            assert isinstance(client.pool, ThreadPool)
            assert client.pool is client.pool
            last = client.call_api("/", "GET", async_req=True)
        assert last.get(10).data == b"fine"
        assert set(threading.enumerate()) - before <= set(server.threads)
        with client:
            assert client.call_api("/", "GET", async_req=True).get(10).data == b"fine"

    def test_of_a_client_that_nobody_closed(self, server):
        """Its threads end when it is thrown away, without a warning."""
        before = set(threading.enumerate())
        client = ApiClient(Configuration(server.url))
        assert client.call_api("/", "GET", async_req=True).get(10).data == b"fine"
        started = set(threading.enumerate()) - before - set(server.threads)
        client.rest_client.close()
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            del client
            gc.collect()
        for thread in started:
            thread.join(10)
            assert not thread.is_alive()


class TestEnds:
    """A client closes what it opened, and only that."""

    def test_with_the_block(self, server):
        with ApiClient(Configuration(server.url)) as client:
            client.call_api("/", "GET")
            assert server.settles(1)
        assert server.settles(0)
        client.close()

    def test_with_an_error(self, server):
        with pytest.raises(ZeroDivisionError), ApiClient(Configuration(server.url)) as client:
            client.call_api("/", "GET")
            raise ZeroDivisionError
        assert server.settles(0)

    def test_and_begins_again(self, server):
        with ApiClient(Configuration(server.url)) as client:
            client.call_api("/", "GET")
        with client:
            assert client.call_api("/", "GET").data == b"fine"
        assert server.settles(0)
        assert server.connections == 2


def test_without_a_configuration_it_is_a_new_one():
    """The client of a class of operations too, where none is given."""
    client = ApiClient()
    assert client.configuration.host == "https://api.flat.io/v2"
    assert client.pool_threads == 1
    assert isinstance(TaskApi().api_client, ApiClient)
    assert TaskApi(client).api_client is client
    assert repr(TaskApi(client)) == "TaskApi(ApiClient(Configuration(host='https://api.flat.io/v2')))"


class TestApi:
    """The helpers that classes of operations of the earlier client use."""

    class Parameters(TypedDict):
        task: Required[str]
        page: NotRequired[str]

    def test_typed_dicts_are_checked(self):
        check = Api._verify_typed_dict_inputs_oapg
        check(self.Parameters, {"task": "1"})
        check(self.Parameters, {"task": "1", "page": unset})
        with pytest.raises(ApiTypeError, match=r"missing 1 required arguments: \['task'\]"):
            check(self.Parameters, {"page": "1"})
        with pytest.raises(ApiValueError, match=r"invalid unset values for 1 required keys: \['task'\]"):
            check(self.Parameters, {"task": unset})
        with pytest.raises(ApiTypeError, match=r"got 1 unexpected keys: \['tusk'\]"):
            check(self.Parameters, {"task": "1", "tusk": "1"})

    def test_hosts_of_operations(self):
        configuration = Configuration(server_operation_index={"b": 1})
        api = Api(ApiClient(configuration))
        servers = [{"url": "https://a"}, {"url": "https://b"}]
        assert api._get_host_oapg("a") is None
        assert api._get_host_oapg("a", servers) == "https://a"
        assert api._get_host_oapg("b", servers) == "https://b"
        assert api._get_host_oapg("b", servers, 0) == "https://a"


def test_a_client_is_no_value():
    """It holds sockets, so it can't be pickled; the error holds no secret."""
    with ApiClient(Configuration(access_token="hunter2")) as client, pytest.raises(TypeError) as caught:
        pickle.dumps(client)
    assert "hunter2" not in str(caught.value)
