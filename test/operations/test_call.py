"""A call becomes a request, and its answer an `ApiResponse`."""

from __future__ import annotations

import inspect
import typing

import pytest

from flat_api.api_client import Api
from flat_api.apis.tags.score_api import ScoreApi
from flat_api.apis.tags.task_api import TaskApi
from flat_api.configuration import Configuration
from flat_api.exceptions import (
    ApiException,
    ApiResponseError,
    ApiTypeError,
    ApiValueError,
    ForbiddenError,
    NotFoundError,
    RateLimitError,
    ServerError,
)
from flat_api.model.flat_error_response import FlatErrorResponse
from flat_api.model.task import Task
from flat_api.operations import ApiResponse, ApiResponseWithoutDeserialization, WholeResponse
from flat_api.operations._problem_log import ProblemLog
from flat_api.paths.scores_score import get as get_score
from flat_api.paths.tasks_task import get as get_task
from flat_api.schemas import BinarySchema, unset

from .test_operation import WorkApi

JSON = {"content-type": "application/json"}


class Recorder:
    """A client that keeps the requests and gives one answer to all."""

    def __init__(self, data: bytes = b"{}", status: int = 200, headers: typing.Mapping[str, str] = JSON) -> None:
        self.configuration = Configuration()
        self.strict_responses = False
        self.requests: list[dict[str, typing.Any]] = []
        self.response = WholeResponse(data, headers, status, "Reason")

    def call_api(self, **request: typing.Any) -> typing.Any:
        self.requests.append(request)
        return self.response

    def whole(self, response: typing.Any) -> typing.Any:
        return response


def sent(operation: str, **arguments: typing.Any) -> dict[str, typing.Any]:
    client = Recorder()
    getattr(WorkApi(client), operation)(**arguments)
    (request,) = client.requests
    return request


PATH = {"work": "w 1", "part": "p/2"}


class TestRequests:
    """Each argument has its place in the request."""

    def test_everything(self):
        request = sent(
            "read_work",
            path_params=PATH,
            query_params={"limit": 5, "ids": ["a", "b"]},
            header_params={"X-Lang": "fr"},
            cookie_params={"session": "s1"},
            timeout=3,
        )
        assert request["resource_path"] == "/work/w%201/p%2F2?limit=5&ids=a|b"
        assert request["method"] == "GET"
        assert dict(request["headers"]) == {"X-Lang": "fr", "Cookie": "session=s1", "Accept": "application/json"}
        assert (request["stream"], request["timeout"], request["auth_settings"]) == (False, 3, [])

    def test_body(self):
        request = sent("make_work", body={})
        assert request["body"] == b"{}"
        assert request["headers"]["Content-Type"] == "application/json"

    def test_without_the_optional_body(self):
        request = sent("change_work")
        assert "body" not in request
        assert "Content-Type" not in request["headers"]
        assert "body" not in sent("change_work", body=unset)

    def test_unset_is_left_out(self):
        """A parameter whose value is `unset` is as good as not given."""
        assert (
            sent("read_work", path_params=PATH, query_params={"limit": unset})["resource_path"] == "/work/w%201/p%2F2"
        )

    def test_accept(self):
        """The media types asked for can be chosen."""
        skip = {"skip_deserialization": True}
        assert sent("print_work", **skip)["headers"]["Accept"] == "audio/wav, text/csv"
        for one in (("text/csv",), "text/csv"):
            assert sent("print_work", accept_content_types=one, **skip)["headers"]["Accept"] == "text/csv"

    def test_by_position(self):
        client = Recorder()
        WorkApi(client).make_work({}, "application/json", ("text/x",))
        assert client.requests[0]["headers"]["Accept"] == "text/x"

    def test_signed_as_the_service_says(self):
        client = Recorder()
        TaskApi(client).get_task(path_params={"task": "t"})
        assert client.requests[0]["auth_settings"] == ["OAuth2"]

    def test_signature_and_name(self):
        bound = TaskApi(Recorder()).get_task
        assert ["self", *inspect.signature(bound).parameters] == list(inspect.signature(TaskApi.get_task).parameters)
        assert bound.__name__ == "get_task"
        assert repr(bound) == "<bound operation get_task: GET /tasks/{task}>"


@pytest.mark.parametrize(
    ("operation", "arguments", "expected"),
    [
        ("read_work", {}, "read_work needs 'work' in path_params (Which work); it is missing"),
        ("read_work", {"path_params": {"wrok": "w"}}, "needs 'work' in path_params (Which work); there is only 'wrok'"),
        ("read_work", {"path_params": {**PATH, "x": 1}}, "read_work has no 'x' in path_params; there are work, part"),
        ("read_work", {"path_params": {**PATH, "limit": 1}}, "'limit' belongs in query_params, not in path_params"),
        ("read_work", {"path_params": PATH, "query_params": {"limt": 1}}, "no 'limt' in query_params, did you mean"),
        ("read_work", {"path_parms": PATH}, "read_work has no argument 'path_parms', did you mean 'path_params'?"),
        ("read_work", {"body": {}}, "read_work has no argument 'body'; there are query_params"),
        ("read_work", {"path_params": None}, "read_work: path_params is a dict of work, part, and not None"),
        ("read_work", {"path_params": "w"}, "read_work: path_params is a dict of work, part, and not w"),
        ("read_work", {"path_params": PATH, "query_params": [("limit", 1)]}, "query_params is a dict of limit, ids, "),
        ("make_work", {}, "make_work needs a body, a TaskExportOptions"),
    ],
)  # fmt: skip
def test_wrong_arguments(operation, arguments, expected):
    """The error names the operation, the argument, what is wanted, and the nearest name; nothing is sent."""
    client = Recorder()
    with pytest.raises(ApiTypeError) as caught:
        getattr(WorkApi(client), operation)(**arguments)
    assert expected in str(caught.value)
    assert client.requests == []


def test_too_many_arguments():
    api = WorkApi(Recorder())
    with pytest.raises(ApiTypeError, match="print_work takes 4 arguments, and 5 were given"):
        api.print_work(1, 2, 3, 4, 5)
    with pytest.raises(ApiTypeError, match="make_work got 'body' twice"):
        api.make_work({}, body={})


@pytest.mark.parametrize(
    "values", [{"work": unset, "part": "p"}, {"work": "..", "part": "p"}, {"work": "", "part": "p"}]
)
def test_refused_values(values):
    """Values that are no values, or would be the path of something else."""
    client = Recorder()
    with pytest.raises(ApiValueError, match="read_work"):
        WorkApi(client).read_work(path_params=values)
    assert client.requests == []


@pytest.mark.parametrize("text", [".", "..", "", "a\0b", "a\r\nb"])
def test_values_that_would_climb(text):
    with pytest.raises(ApiValueError, match="'task'"):
        TaskApi(Recorder()).get_task(path_params={"task": text})


@pytest.mark.parametrize("text", ["%2e%2E", "a/../b", "...", "a?b#c", "a;b", "\u2025"])
def test_values_that_look_like_it(text):
    """They are sent as the one segment that they are."""
    client = Recorder()
    TaskApi(client).get_task(path_params={"task": text})
    path = client.requests[0]["resource_path"]
    assert path.startswith("/tasks/")
    assert path.count("/") == 2
    assert not set("?#;") & set(path)


def test_unset_body():
    """A required body that is `unset` is an error of its value."""
    with pytest.raises(ApiValueError, match="The required body parameter has an invalid value of: unset"):
        WorkApi(Recorder()).make_work(body=unset)


class TestAnswers:
    """The answer is read as its status and media type say."""

    def test_model(self):
        response = TaskApi(Recorder(b'{"state":"done"}')).get_task(path_params={"task": "t"})
        assert type(response) is TaskApi.get_task.ApiResponseFor200
        assert response.body.state is Task.State.DONE
        assert response.response.status == 200

    @pytest.mark.parametrize("status", [402, 403, 404, 400, 503])
    def test_the_class_of_an_error(self, status: int):
        """An error holds an answer of the class for its status, which the module of the method has, too."""
        client = Recorder(b'{"code":"X","message":"no"}', status)
        for call in (get_score.ApiForget(client).get, ScoreApi(client).get_score):
            with pytest.raises(ApiException) as caught:
                call(path_params={"score": "s"})
            own = {402: get_score.ApiResponseFor402, 403: get_score.ApiResponseFor403, 404: get_score.ApiResponseFor404}
            for declared, cls in own.items():
                assert isinstance(caught.value.api_response, cls) == (declared == status)
            assert isinstance(caught.value.api_response, get_score.ApiResponseForDefault) == (status not in own)
            assert caught.value.api_response.body.code == "X"

    def test_the_class_of_a_success(self):
        answer = get_score.ApiForget(Recorder()).get(path_params={"score": "s"}, skip_deserialization=True)
        assert type(answer) is ApiResponseWithoutDeserialization
        answer = TaskApi(Recorder()).get_task(path_params={"task": "t"})
        assert isinstance(answer, get_task.ApiResponseFor200) and isinstance(answer, ApiResponse)

    def test_other_status(self):
        """A success that is declared with another status has its own class."""
        body = WorkApi(Recorder(b'[{"id":"a"}]', 202)).read_work(path_params=PATH).body
        assert isinstance(body, tuple)

    def test_undeclared_success_in_a_strict_client(self):
        """Where nothing is declared for a status, nobody looks into the answer."""
        client = Recorder(b"?", 207)
        client.strict_responses = True
        response = WorkApi(client).read_work(path_params=PATH)
        assert type(response) is ApiResponseWithoutDeserialization

    def test_undeclared_success_of_the_declared_shape(self):
        """Where the body is what another success declares, it is read as that; the answer tells of the status."""
        response = WorkApi(Recorder(b'{"id":"a"}', 203)).read_work(path_params=PATH)
        assert type(response.body) is type(WorkApi(Recorder(b'{"id":"a"}')).read_work(path_params=PATH).body)
        assert [problem.kind for problem in response.problems] == ["status"]

    @pytest.mark.parametrize(
        ("status", "data", "kind", "expected"),
        [
            (207, b"[1]", "application/json", [1]),
            (202, b'{"id":"a"}', "application/json", {"id": "a"}),
            (207, b"later", "text/plain", "later"),
            (207, b"RIFF", "audio/wav", b"RIFF"),
        ],
    )
    def test_undeclared_success_of_another_shape(self, status, data, kind, expected):
        """Otherwise the media type tells how it is read; what was only accepted (202) is nothing declared."""
        response = TaskApi(Recorder(data, status, {"content-type": kind})).get_task(path_params={"task": "t"})
        assert not isinstance(response.body, Task)
        assert response.body == (tuple(expected) if isinstance(expected, list) else expected)
        assert [problem.kind for problem in response.problems] == ["status"]

    @pytest.mark.parametrize("status", [204, 202])
    def test_undeclared_success_without_a_body(self, status):
        response = TaskApi(Recorder(b"", status)).get_task(path_params={"task": "t"})
        assert response.body is unset
        assert type(response) is ApiResponseWithoutDeserialization

    def test_undeclared_success_that_is_broken(self):
        """JSON that is none has no reading, whatever the status."""
        with pytest.raises(ApiResponseError):
            TaskApi(Recorder(b"{", 203)).get_task(path_params={"task": "t"})

    @pytest.mark.parametrize("status", [200, 203])
    def test_undeclared_body(self, status):
        """An operation that declares no body has none to read."""
        response = WorkApi(Recorder(b"gone", status, {"content-type": "text/plain"})).change_work()
        assert response.body is unset
        assert response.problems == ()

    def test_what_does_not_fit_is_logged(self, caplog, monkeypatch):
        """Once, with the name of the operation; of an error, too."""
        monkeypatch.setattr("flat_api.operations._call.problem_log", ProblemLog())
        api = TaskApi(Recorder(b'{"state":"paused"}'))
        assert api.get_task(path_params={"task": "t"}).problems[0].kind == "enum"
        api.get_task(path_params={"task": "t"})
        with pytest.raises(NotFoundError):
            TaskApi(Recorder(b'{"code":5,"message":"None"}', 404)).get_task(path_params={"task": "t"})
        records = [(record.name, record.levelname, record.getMessage()) for record in caplog.records]
        sentence = "get_task: the answer does not fit its declaration at"
        assert records == [
            ("flat_api.responses", "WARNING", f"{sentence} $.state (enum)"),
            ("flat_api.responses", "WARNING", f"{sentence} $.code (type)"),
        ]

    def test_nothing_is_logged_of_good_answers_or_to_strict_callers(self, caplog):
        TaskApi(Recorder(b'{"state":"done"}')).get_task(path_params={"task": "t"})
        strict = Recorder(b'{"progress":5}')
        strict.strict_responses = True
        with pytest.raises(ApiTypeError):
            TaskApi(strict).get_task(path_params={"task": "t"})
        assert caplog.records == []

    def test_no_content(self):
        assert WorkApi(Recorder(b"", 204, {})).change_work().body is unset

    def test_skipped(self):
        response = TaskApi(Recorder(b"nonsense")).get_task(path_params={"task": "t"}, skip_deserialization=True)
        assert type(response) is ApiResponseWithoutDeserialization
        assert response.body is unset
        assert response.response.data == b"nonsense"

    def test_file(self):
        body = WorkApi(Recorder(b"RIFF", 200, {"content-type": "audio/wav"})).print_work().body
        assert isinstance(body, BinarySchema)
        assert body == b"RIFF"

    @pytest.mark.parametrize(
        ("status", "code", "expected"),
        [
            (404, "NOPE", NotFoundError),
            (403, "NOPE", ForbiddenError),
            (403, "API_RATE_LIMIT_EXCEEDED", RateLimitError),
            (503, "DOWN", ServerError),
            (418, "TEAPOT", ApiException),
        ],
    )
    @pytest.mark.parametrize("skip", [False, True])
    def test_error(self, status, code, expected, skip):
        """The error knows what the API said, whether the answer was read or skipped."""
        data = f'{{"code":"{code}","message":"No such task","id":"r1"}}'.encode()
        with pytest.raises(ApiException) as caught:
            TaskApi(Recorder(data, status)).get_task(path_params={"task": "t"}, skip_deserialization=skip)
        error = caught.value
        assert type(error) is expected
        assert (error.status, error.code, error.message, error.request_id) == (status, code, "No such task", "r1")
        assert error.body == data
        assert isinstance(error.api_response.body, FlatErrorResponse) is not skip

    @pytest.mark.parametrize(
        ("data", "kind"), [(b"<html>", "text/html"), (b"{", "application/json"), (b"[]", "application/json")]
    )
    def test_error_of_a_gateway(self, data, kind):
        """An error that is not the API's own keeps its status and its body."""
        with pytest.raises(ServerError) as caught:
            TaskApi(Recorder(data, 502, {"content-type": kind})).get_task(path_params={"task": "t"})
        assert (caught.value.status, caught.value.code, caught.value.body) == (502, None, data)

    def test_success_that_is_not_what_was_declared_in_a_strict_client(self):
        client = Recorder(b"<html>", 200, {"content-type": "text/html"})
        client.strict_responses = True
        with pytest.raises(ApiResponseError) as caught:
            TaskApi(client).get_task(path_params={"task": "t"})
        assert caught.value.body == b"<html>"


def test_services_of_ones_own():
    """A service without a declared error keeps the answer as it is."""

    class Plain(Api):
        read_work = WorkApi.read_work

    with pytest.raises(NotFoundError) as caught:
        Plain(Recorder(b'{"code":"X"}', 404)).read_work(path_params=PATH)
    assert caught.value.code == "X"
    assert type(caught.value.api_response) is ApiResponseWithoutDeserialization
