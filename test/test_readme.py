"""The table of README.md that tells what this client adds: each row is true."""

from __future__ import annotations

import asyncio
import re
import typing
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from flat_api import ApiTypeError, AsyncFlat, Flat
from flat_api.cli import main
from flat_api.exceptions import OpenApiException
from flat_api.model.task import Task
from flat_api.oauth import OAuth
from flat_api.sandbox import Sandbox

README = Path(__file__).parents[1] / "README.md"
ROWS: dict[str, Callable[[Sandbox, Flat, Path], None]] = {}

T = typing.TypeVar("T", bound=Callable[[Sandbox, Flat, Path], None])


def row(title: str) -> Callable[[T], T]:
    """Return a decorator that makes a function the test of the row *title*."""

    def entered(function: T) -> T:
        ROWS[title] = function
        return function

    return entered


@row("values that are immutable, and can be hashed")
def _(sandbox: Sandbox, flat: Flat, folder: Path) -> None:
    score = flat.scores.get_score(score=sandbox.score)
    with pytest.raises(AttributeError):
        score.title = "Another"  # type: ignore[misc]
    with pytest.raises(TypeError):
        score["title"] = "Another"  # type: ignore[index]
    assert {score: 1}[flat.scores.get_score(score=sandbox.score)] == 1


@row("numbers with every digit that was sent")
def _(sandbox: Sandbox, flat: Flat, folder: Path) -> None:
    task = Task.from_json('{"progress": {"percent": 33.30000000000000001}}')
    assert task.progress.percent == Decimal("33.30000000000000001")


@row("all problems of a value in one error, each with its path")
def _(sandbox: Sandbox, flat: Flat, folder: Path) -> None:
    with pytest.raises(OpenApiException) as caught:
        Task.from_openapi_data_oapg({"id": 5, "progress": {"percent": "half"}})
    assert [problem.path[1:] for problem in caught.value.problems] == [("id",), ("progress", "percent")]


@row("answers that are newer than the models, read all the same")
def _(sandbox: Sandbox, flat: Flat, folder: Path) -> None:
    sandbox.answer("get_task", {"id": sandbox.score, "state": "blocked", "revision": 3})
    task = flat.tasks.get_task(task=sandbox.score)
    assert task.state == "blocked"
    assert task["revision"] == 3


@row("bodies with a misspelled key rejected before anything is sent")
def _(sandbox: Sandbox, flat: Flat, folder: Path) -> None:
    before = len(sandbox.requests)
    with pytest.raises(ApiTypeError, match="title"):
        flat.scores.edit_score(score=sandbox.score, body={"titel": "Ode"})  # type: ignore[typeddict-unknown-key]
    assert len(sandbox.requests) == before


@row("retries that know the rate limits of this API")
def _(sandbox: Sandbox, flat: Flat, folder: Path) -> None:
    limited = {"code": "API_RATE_LIMIT_EXCEEDED", "message": "Too many requests"}
    sandbox.answer("get_authenticated_user", limited, status=403, times=1)
    assert flat.account.get_authenticated_user().id


@row("lists read page after page")
def _(sandbox: Sandbox, flat: Flat, folder: Path) -> None:
    for number in range(3):
        flat.collections.create_collection(body={"title": f"Collection {number}"})
    one_each = list(flat.collections.list_collections.iterate(parent="root", limit=1))
    assert len(one_each) >= 3
    assert len(sandbox.requests) > 5


@row("waiting for a task, and its file whole or not at all")
def _(sandbox: Sandbox, flat: Flat, folder: Path) -> None:
    poller = flat.scores.export(sandbox.score, format="wav")
    assert poller.result(timeout=30).state == "done"
    assert poller.download_to(folder / "ode.wav").read_bytes()[:4] == b"RIFF"
    assert [path.name for path in folder.iterdir()] == ["ode.wav"]


@row("asynchronous programs")
def _(sandbox: Sandbox, flat: Flat, folder: Path) -> None:
    trio = pytest.importorskip("trio")

    async def title() -> str:
        async with AsyncFlat(access_token=sandbox.token, host=sandbox.url) as client:
            return (await client.scores.get_score(score=sandbox.score)).title

    assert asyncio.run(title()) == trio.run(title)


@row("OAuth 2 with PKCE, and a command that signs in")
def _(sandbox: Sandbox, flat: Flat, folder: Path) -> None:
    request = OAuth("app", redirect_uri="http://127.0.0.1/back").authorization_url(scopes=["scores.readonly"])
    assert "code_challenge_method=S256" in request.url
    assert main(["whoami"]) == 0


@row("a command line: back up all scores, grades as tables")
def _(sandbox: Sandbox, flat: Flat, folder: Path) -> None:
    assert main(["backup", str(folder), "--format", "midi"]) == 0
    assert list(folder.rglob("*.mid*"))
    assert main(["classes", "list", "--csv"]) == 0


@row("a server of the whole API for tests, offline")
def _(sandbox: Sandbox, flat: Flat, folder: Path) -> None:
    assert sandbox.url.startswith("http://127.0.0.1")
    assert flat.request("GET", "/omr/capabilities").response.status == 200


def titles() -> list[str]:
    """Return the first cells of the rows of the table in README.md."""
    table = README.read_text("utf-8").partition("| | generated | official | here |")[2].partition("\n\n")[0]
    return re.findall(r"^\| (.+?) \|", table.partition("| --- | --- | --- | --- |")[2], re.MULTILINE)


def test_every_row_has_a_test():
    """And every test a row."""
    assert titles() == list(ROWS)


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    """A built-in server on which tasks are quick."""
    with Sandbox(task_seconds=0.05) as running:
        yield running


@pytest.mark.parametrize("title", ROWS)
def test_the_row_is_true(title: str, sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """What a row says is so."""
    monkeypatch.setenv("FLAT_HOST", sandbox.url)
    monkeypatch.setenv("FLAT_ACCESS_TOKEN", sandbox.token)
    with sandbox.client() as flat:
        ROWS[title](sandbox, flat, tmp_path)
