"""docs/moving.md: every row of the tables about other clients, and every statement between them, is true.

What the versions of the API differ in is tested with the declarations, in `test.apis` and `test.sandbox`.
"""

from __future__ import annotations

import asyncio
import copy
import datetime
import importlib
import inspect
import pickle
import re
import typing
from decimal import Decimal
from pathlib import Path
from unittest import mock

import pytest

import flat_api
from flat_api import Flat, exceptions, models, rest
from flat_api.api_client import ApiClient, ApiResponse
from flat_api.apis.tags.account_api import AccountApi
from flat_api.apis.tags.score_api import ScoreApi
from flat_api.apis.tags.task_api import TaskApi
from flat_api.configuration import Configuration
from flat_api.exceptions import (
    ApiConnectionError,
    ApiException,
    ApiTypeError,
    ApiValueError,
    NotFoundError,
    ServerError,
)
from flat_api.model.task import Task
from flat_api.models import ScoreCreation, ScoreDetails, UserCreation
from flat_api.oauth import OAuth, Token
from flat_api.paths.scores_score import get
from flat_api.sandbox import Sandbox
from flat_api.schemas import BoolSchema, DictSchema, NoneSchema, optional

from .faults import closed_port
from .serving import Answer, serving

GUIDE = (Path(__file__).parents[1] / "docs" / "moving.md").read_text(encoding="utf-8")
GENERATED, PYDANTIC = (section for section in GUIDE.split("\n## ") if section.startswith("From "))
SCORE = {"id": "s1", "title": "A", "creationDate": "2023-06-05T10:20:30Z", "durationTime": 17.25}
ERROR = {"code": "SCORE_NOT_FOUND", "message": "There is no such score", "id": "r1"}


def rows(section: str) -> list[str]:
    """The first cells of the table in *section*."""
    return [line.split(" | ")[0].removeprefix("| ") for line in section.splitlines() if line.startswith("| ")][1:]


TESTED: dict[str, typing.Callable[[], None]] = {}


def row(first_cell: str) -> typing.Callable[[typing.Callable[[], None]], typing.Callable[[], None]]:
    """The test of the row that begins with *first_cell*."""

    def register(test: typing.Callable[[], None]) -> typing.Callable[[], None]:
        TESTED[first_cell] = test
        return test

    return register


def earlier(server: typing.Any, **options: typing.Any) -> ApiClient:
    """A client of the earlier form for *server*."""
    configuration = Configuration(host=server.url, access_token="secret")
    for name, value in options.items():
        setattr(configuration, name, value)
    return ApiClient(configuration)


def plain(server: typing.Any, **options: typing.Any) -> Flat:
    return Flat(host=server.url, access_token="secret", **options)


def sole(answer: typing.Any) -> typing.Callable[[typing.Any], typing.Any]:
    return lambda request: answer


# From the generated client


@row('`task["state"]` only')
def attributes() -> None:
    task = Task({"state": "done"})
    assert task["state"] is task.state is Task.State.DONE


@row("`isinstance(task, Task)`, but the class was another")
def classes() -> None:
    task = Task({"state": "done", "more": True})
    assert type(task) is Task
    assert pickle.loads(pickle.dumps(task)) == copy.copy(task) == copy.deepcopy(task) == task


@row("the first problem of a refused value, as a sentence")
def problems() -> None:
    with pytest.raises(ApiTypeError) as caught:
        Task({"id": 5, "state": "dnoe"})
    assert [problem.path[-1] for problem in caught.value.problems] == ["id", "state"]


class Flagged(DictSchema):
    flag = optional(BoolSchema)
    nothing = optional(NoneSchema)


@row('`task["flag"] == True` was always False')
def booleans() -> None:
    flagged = Flagged({"flag": True, "nothing": None})
    assert flagged["flag"] == True and flagged["nothing"] == None  # noqa: E711, E712


@row("`Model({...})` failed for models with required names")
def required_names() -> None:
    assert UserCreation({"username": "a", "password": "secret1"}).username == "a"


@row("booleans could not be sent in a query")
def booleans_in_a_query() -> None:
    with serving(sole({"id": "u1", "username": "u"})) as server, earlier(server, strict_responses=False) as client:
        AccountApi(client).get_authenticated_user(query_params={"onlyId": True})
    assert server.requests[0].query == {"onlyId": "true"}


@row("an answer with a value of tomorrow was an error")
def values_of_tomorrow() -> None:
    answer = {"id": "t1", "state": "paused"}
    with serving(sole(answer)) as server:
        with earlier(server) as client:
            assert TaskApi(client).get_task(path_params={"task": "t1"}).body["state"] == "paused"
        with earlier(server, strict_responses=True) as client, pytest.raises(ApiValueError):
            TaskApi(client).get_task(path_params={"task": "t1"})


@row("an error status with a page of a gateway was an `ApiValueError`")
def gateways() -> None:
    page = Answer(b"<html>", 500, {"Content-Type": "text/html"})
    with serving(sole(page)) as server, earlier(server, retries=False) as client, pytest.raises(ServerError) as caught:
        TaskApi(client).get_task(path_params={"task": "t1"})
    assert isinstance(caught.value, ApiException) and not isinstance(caught.value, ApiValueError)


@row("errors of urllib3 came through as they were")
def connections() -> None:
    with (
        closed_port() as url,
        Flat(host=url, access_token="t", retries=0) as flat,
        pytest.raises(ApiConnectionError) as caught,
    ):
        flat.tasks.get_task(task="t1")
    assert caught.value.status == 0 and caught.value.__cause__ is not None


@row("one class for all error statuses")
def statuses() -> None:
    with serving(sole(Answer(ERROR, 404))) as server, plain(server) as flat, pytest.raises(NotFoundError) as caught:
        flat.scores.get_score(score="s1")
    error = caught.value
    assert isinstance(error, ApiException)
    assert (error.code, error.message, error.request_id) == ("SCORE_NOT_FOUND", "There is no such score", "r1")


@row("no time-outs, urllib3's own repetitions")
def timeouts() -> None:
    assert Configuration().timeout == (5, 60)
    answers = iter([Answer(b"", 503), Answer({"id": "t1"})])
    with serving(lambda request: next(answers)) as server, plain(server) as flat:
        assert flat.tasks.get_task(task="t1").id == "t1"
    assert len(server.requests) == 2


@row("a slash in a path parameter was a slash in the path")
def slashes() -> None:
    with serving(sole({"id": "t1"})) as server, plain(server) as flat:
        flat.tasks.get_task(task="a/b")
        with pytest.raises(ApiValueError):
            flat.tasks.get_task(task="..")
    assert [request.target for request in server.requests] == ["/tasks/a%2Fb"]


@row("the token went along with redirects")
def redirects() -> None:
    with (
        serving(sole({"id": "t1"})) as other,
        serving(sole(Answer(b"", 302, {"Location": f"{other.url}/x"}))) as server,
        plain(server) as flat,
    ):
        flat.tasks.get_task(task="t1")
    assert server.requests[0].headers["Authorization"] == "Bearer secret"
    assert other.requests[0].headers["Authorization"] is None


@row("`Configuration(access_token=...)` was ignored")
def tokens() -> None:
    assert Configuration(access_token="secret").access_token == "secret"
    with mock.patch.dict("os.environ", FLAT_ACCESS_TOKEN="of the environment"):
        assert Configuration().access_token == "of the environment"


@row("a streamed file was written over whatever had its name")
def streams() -> None:
    headers = {"Content-Type": "audio/midi", "Content-Disposition": 'attachment; filename="a.mid"'}
    params = {"score": "s", "revision": "last", "format": "midi"}
    with serving(sole(Answer(b"MThd", 200, headers))) as server, earlier(server) as client:
        files = [ScoreApi(client).get_score_revision_data(path_params=params, stream=True).body for _ in range(2)]
    paths = [Path(file.name) for file in files]
    for file, path in zip(files, paths):
        assert path.name == "a.mid" and file.read() == b"MThd"
        file.close()
        path.unlink()
        path.parent.rmdir()
    assert paths[0].parent != paths[1].parent


def test_async_req():
    """`ApiClient.call_api` takes it, methods of operations don't."""
    with serving(sole({"id": "t1"})) as server, earlier(server) as client:
        pending = client.call_api("/tasks/t1", "GET", async_req=True)
        assert pending.get().status == 200
        with pytest.raises(ApiTypeError, match="get_task has no argument 'async_req'"):
            TaskApi(client).get_task(path_params={"task": "t1"}, async_req=True)


def test_errors_and_their_answers():
    """An error has what it had, and its answer is of a class for the operation and the status."""
    with (
        serving(sole(Answer(ERROR, 404))) as server,
        earlier(server) as client,
        pytest.raises(rest.ApiException) as caught,
    ):
        ScoreApi(client).get_score(path_params={"score": "s1"})
    error = caught.value
    assert (error.status, error.reason) == (404, "Not Found") and b"SCORE_NOT_FOUND" in error.body
    assert error.headers["Content-Type"] == "application/json"
    assert isinstance(error.api_response, get.ApiResponseFor404) and isinstance(error.api_response, ApiResponse)
    assert not isinstance(error.api_response, get.ApiResponseFor403)


def test_operations_are_functions():
    assert inspect.isfunction(TaskApi.get_task)
    with mock.patch.object(TaskApi, "get_task", autospec=True), Flat(access_token="t") as flat:
        TaskApi(flat.api_client).get_task(path_params={"task": "t1"})
        with pytest.raises(TypeError):
            TaskApi(flat.api_client).get_task(task="t1")


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`(flat_api(?:\.\w+)+)`", GENERATED))))
def test_names_are_where_they_were(name: str):
    """Every name that the guide says is the same can be imported."""
    parts = name.split(".")
    for count in range(len(parts), 0, -1):
        try:
            found: typing.Any = importlib.import_module(".".join(parts[:count]))
        except ModuleNotFoundError:
            continue
        for part in parts[count:]:
            found = getattr(found, part)
        return
    raise AssertionError(name)


def test_both_forms_in_one_line():
    """The two lines at the end of the section do the same."""
    with serving(sole({"id": "t1", "progress": {"percent": 33.3}})) as server, plain(server) as flat:
        before = TaskApi(flat.api_client).get_task(path_params={"task": "t1"}).body["progress"]["percent"]
        assert flat.tasks.get_task(task="t1").progress.percent == before == Decimal("33.3")


def test_uninstalling_comes_first():
    """The guide has the other distribution uninstalled before this one is installed."""
    assert GUIDE.index("pip uninstall flat-api\n") < GUIDE.index("pip install ")
    assert "flat-api-frozen" not in re.findall(r"pip install.*", GUIDE)[0]


# From the client with pydantic models


@row("`with flat_api.ApiClient(configuration) as api_client:`")
def clients() -> None:
    with flat_api.Flat(access_token="secret") as flat:
        assert flat.configuration.access_token == "secret"


@row("`api = flat_api.ScoreApi(api_client)`")
def operations() -> None:
    assert not hasattr(flat_api, "ScoreApi")
    with Flat(access_token="secret") as flat:
        assert "get_score" in dir(flat.scores)


@row("`api.get_score(score_id, sharing_key=key)`")
def keywords() -> None:
    with serving(sole(SCORE)) as server, plain(server) as flat:
        flat.scores.get_score(score="s1", sharingKey="k")
        with pytest.raises(ApiTypeError, match="takes its arguments by name: score, sharingKey"):
            typing.cast(typing.Any, flat.scores.get_score)("s1")
        with pytest.raises(ApiTypeError, match="did you mean 'sharingKey'"):
            typing.cast(typing.Any, flat.scores.get_score)(score="s1", sharing_key="k")
    assert server.requests[0].target == "/scores/s1?sharingKey=k"


@row("`api.get_score_with_http_info(...)`")
def whole_answers() -> None:
    with serving(sole(SCORE)) as server, plain(server) as flat:
        answer = flat.scores.get_score.with_response(score="s1")
    assert (answer.response.status, answer.body.title) == (200, "A")


@row("`api.get_score(..., _request_timeout=5)`")
def timeouts_of_calls() -> None:
    with serving(sole(SCORE)) as server, plain(server) as flat:
        assert flat.scores.get_score(score="s1", timeout=5).id == "s1"
        with pytest.raises(ApiTypeError, match="did you mean 'timeout'"):
            typing.cast(typing.Any, flat.scores.get_score)(score="s1", _request_timeout=5)


@row("`flat_api.ScoreCreation(title=..., privacy=...)`")
def creation() -> None:
    with Sandbox() as sandbox, sandbox.client() as flat:
        blank = {"scoreData": {"instruments": [{"group": "keyboards", "instrument": "piano"}]}}
        for body in (ScoreCreation(title="A", privacy="private", builderData=blank), None):
            given = body if body is not None else {"title": "A", "privacy": "private", "builderData": blank}
            assert flat.scores.create_score(body=given).title == "A"


@row("`from flat_api.models.score_details import ScoreDetails`")
def imports() -> None:
    assert models.ScoreDetails is ScoreDetails
    with pytest.raises(ModuleNotFoundError, match=r"docs/moving\.md"):
        importlib.import_module("flat_api.models.score_details")


@row("`score.creation_date`, a `datetime`")
def dates() -> None:
    with serving(sole(SCORE)) as server, plain(server) as flat:
        score = flat.scores.get_score(score="s1")
    assert isinstance(score.creationDate, str)
    assert score.creationDate.as_datetime == datetime.datetime(2023, 6, 5, 10, 20, 30, tzinfo=datetime.UTC)


@row("`score.collections is None` where it was not sent")
def absent() -> None:
    with serving(sole(SCORE)) as server, plain(server) as flat:
        score = flat.scores.get_score(score="s1")
    assert not hasattr(score, "collections") and score.get("collections") is None


@row("`score.model_dump()`, `score.to_json()`")
def dumps() -> None:
    task = Task({"id": "t1", "progress": {"percent": 5}})
    assert task.to_dict() == {"id": "t1", "progress": {"percent": 5}} and type(task.to_dict()) is dict
    assert task.to_json() == '{"id":"t1","progress":{"percent":5}}'


@row("`ScoreDetails.from_json(text)`")
def texts() -> None:
    assert type(Task.from_json('{"id": "t1"}')) is Task and callable(ScoreDetails.from_json)


@row('`score.model_copy(update={"title": "New"})`')
def changes() -> None:
    task = Task({"id": "t1"})
    assert task.replace(id="t2") == {"id": "t2"} and task.id == "t1"
    with pytest.raises(ApiTypeError):
        task.replace(id=5)


@row("`except flat_api.exceptions.NotFoundException:`")
def not_found() -> None:
    assert not hasattr(exceptions, "NotFoundException") and issubclass(exceptions.NotFoundError, ApiException)


@row("`except flat_api.exceptions.ApiException:`, also from `flat_api.rest`")
def any_error() -> None:
    assert rest.ApiException is exceptions.ApiException


REDIRECT = "http://127.0.0.1:9/in"


@row("`FlatClient(access_token=...)`")
def faces() -> None:
    with pytest.raises(AttributeError, match=r"use flat_api\.Flat "):
        flat_api.FlatClient  # noqa: B018
    assert Flat(access_token="t").configuration.access_token == "t"


@row("`AsyncFlatClient(access_token=...)`")
def asynchronous_faces() -> None:
    with pytest.raises(AttributeError, match=r"use flat_api\.AsyncFlat "):
        flat_api.AsyncFlatClient  # noqa: B018

    async def read() -> str:
        async with flat_api.AsyncFlat(host=server.url, access_token="t") as flat:
            return str((await flat.scores.get_score(score="s1")).id)

    with serving(sole(SCORE)) as server:
        assert asyncio.run(read()) == "s1"


@row("`for item in paginate(...)`")
def pagination() -> None:
    with pytest.raises(AttributeError, match="use the method iterate of lists"):
        flat_api.paginate  # noqa: B018
    with serving(sole([{"id": "c1"}])) as server, plain(server) as flat:
        assert [entry.id for entry in flat.collections.list_collections.iterate()] == ["c1"]


@row("`except FlatNotFoundError:`, `FlatRateLimitError`, `FlatAPIError` ...")
def renamed_errors() -> None:
    for there, here in (
        ("FlatNotFoundError", "NotFoundError"),
        ("FlatRateLimitError", "RateLimitError"),
        ("FlatAPIError", "ApiException"),
    ):
        with pytest.raises(AttributeError, match=rf"use flat_api\.exceptions\.{here} "):
            getattr(flat_api, there)
        assert hasattr(exceptions, here)


@row("`OAuth2Helper(id, secret, uri).authorize_url(scopes, state)`")
def questions() -> None:
    url, state, verifier = OAuth("id", "secret", REDIRECT).authorization_url(["scores"])
    assert state in url and verifier not in url and "access_type=offline" in url


@row("`authorize_url(..., offline=False)`")
def online() -> None:
    assert "access_type" not in OAuth("id", "secret", REDIRECT).authorization_url(["scores"], offline=False).url


@row("`helper.exchange_code(code)`")
def codes() -> None:
    with Sandbox() as sandbox:
        oauth = sandbox.oauth(REDIRECT)
        asked = oauth.authorization_url(["scores"])
        token = oauth.exchange(sandbox.decide(asked.url), state=asked.state, verifier=asked.verifier)
        assert isinstance(token, Token)


@row("`helper.refresh(refresh_token)`, which returns `Tokens`")
def renewals() -> None:
    with serving(sole({"access_token": "a2", "refresh_token": "r2"})) as server:
        renewed = OAuth("id", "secret", REDIRECT, host=server.url).refresh(Token("a1", "r1"))
    assert (renewed.access_token, renewed.refresh_token) == ("a2", "r2")


@row("`tokens.access_token`, `tokens.refresh_token`, `tokens.expires_at`")
def token_values() -> None:
    token = Token("a", "r", 1.5)
    assert (token.access_token, token.refresh_token, token.expires_at) == ("a", "r", 1.5)
    assert token.to_dict() == {"access_token": "a", "refresh_token": "r", "expires_at": 1.5, "scopes": []}


@row("`TokenManager(tokens, helper, on_token_refresh=save)`")
def self_renewal() -> None:
    saved: list[Token] = []
    with serving(sole({"access_token": "a2"})) as server:
        oauth = OAuth("id", "secret", REDIRECT, host=server.url)
        token = Token("a1", "r1", 1.0, oauth=oauth, on_renewal=saved.append)
        assert (token(), saved) == ("a2", [token])


@row("`except FlatAuthenticationError:` around these")
def failures() -> None:
    with serving(sole(Answer({"error": "invalid_grant"}, 400))) as server, pytest.raises(exceptions.OAuthError):
        OAuth("id", "secret", REDIRECT, host=server.url).refresh(Token("a1", "r1"))


def test_values():
    """Values are immutable and can be hashed, and numbers have the digits that were sent."""
    task = Task.from_json('{"progress": {"percent": 33.30}}')
    assert str(task.progress.percent) == "33.30" and isinstance(task.progress.percent, Decimal)
    assert hash(task) == hash(Task.from_json('{"progress": {"percent": 33.30}}'))
    with pytest.raises(TypeError):
        typing.cast(typing.Any, task)["id"] = "t1"


# The tables


@pytest.mark.parametrize("first_cell", rows(GENERATED) + rows(PYDANTIC))
def test_each_row(first_cell: str):
    """Each row has a test here, and is true."""
    TESTED[first_cell]()


def test_no_row_is_tested_that_is_not_there():
    assert TESTED.keys() == {*rows(GENERATED), *rows(PYDANTIC)}
