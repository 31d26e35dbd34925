"""Schema classes in FastAPI: parameters, bodies, answers, and the document of the application."""

from __future__ import annotations

import typing
from typing import Annotated

import pytest

pytest.importorskip("httpx2")  # which the test client needs
fastapi = pytest.importorskip("fastapi")

from fastapi import FastAPI, Form, Header, Path, Query  # noqa: E402
from fastapi.testclient import TestClient  # noqa: E402
from pydantic import BaseModel  # noqa: E402

from flat_api.model.task import Task  # noqa: E402
from flat_api.models import Collection, ScoreDetails  # noqa: E402
from flat_api.reference import json_schema  # noqa: E402
from flat_api.schemas import BoolSchema, IntSchema, StrSchema, list_of  # noqa: E402

Any = typing.Any
Identifier = StrSchema.where(min_length=2, max_length=24)
ZERO, ONE = IntSchema(0), IntSchema(1)
app = FastAPI()


class Batch(BaseModel):
    """A body of pydantic with values of ours."""

    tasks: list[Task]
    label: StrSchema | None = None


@app.get("/tasks/{task}")
def get_task(task: Annotated[Identifier, Path()], percent: IntSchema = ZERO) -> Task:
    return Task(id=task, progress={"percent": percent})


@app.get("/tasks")
def list_tasks(
    state: Annotated[Task.State, Query()],
    page: Annotated[IntSchema, Query(ge=1)] = ONE,
    deep: Annotated[BoolSchema | None, Query()] = None,
    formats: Annotated[list_of(StrSchema, max_items=2), Query()] = (),  # type: ignore[valid-type]
    language: Annotated[StrSchema | None, Header()] = None,
) -> list[Task]:
    return [Task(state=state, page=page, deep=deep, formats=formats, language=language)]


@app.post("/tasks")
def create_task(task: Task) -> Task:
    assert type(task) is Task
    return task.replace(state="created")


@app.post("/batches")
def create_batch(batch: Batch) -> Batch:
    assert all(type(task) is Task for task in batch.tasks)
    return batch


@app.post("/forms")
def post_form(count: Annotated[IntSchema, Form()]) -> IntSchema:
    return IntSchema(count + 1)


@app.get("/broken")
def broken() -> Task:
    return {"state": "nowhere"}  # type: ignore[return-value]


@app.get("/collection", response_model=Collection | None)
def collection() -> None:
    return None


@app.get("/score")
def score() -> ScoreDetails:
    return ScoreDetails.from_openapi_data_oapg({"id": "s1"}, lenient=True)


@pytest.fixture(scope="module")
def client() -> typing.Iterator[TestClient]:
    with TestClient(app) as client:
        yield client


def problems(answer: Any) -> list[tuple[list[Any], str]]:
    """The places and the types of the problems of an answer."""
    assert answer.status_code == 422
    return [(entry["loc"], entry["type"]) for entry in answer.json()["detail"]]


def test_a_path_is_read_and_a_task_is_returned(client: TestClient):
    """A query without an annotation is read as well; numbers are numbers in the answer."""
    answer = client.get("/tasks/t1", params={"percent": "33"})
    assert answer.json() == {"id": "t1", "progress": {"percent": 33}}
    assert client.get("/tasks/t1").json() == {"id": "t1", "progress": {"percent": 0}}


def test_limits_of_a_path_are_those_of_the_class(client: TestClient):
    assert problems(client.get("/tasks/t")) == [(["path", "task"], "minLength")]


def test_queries_are_read(client: TestClient):
    """Numbers, booleans, members of enums and lists."""
    query = {"state": "done", "page": "2", "deep": "true", "formats": ["mp3", "wav"]}
    (task,) = client.get("/tasks", params=query, headers={"language": "fr"}).json()
    assert task == {"state": "done", "page": 2, "deep": True, "formats": ["mp3", "wav"], "language": "fr"}


def test_every_problem_of_a_query_is_told(client: TestClient):
    """Those of the classes, and those of what annotations add."""
    query = {"state": "dnoe", "page": "0", "deep": "maybe", "formats": ["a", "b", "c"]}
    assert problems(client.get("/tasks", params=query)) == [
        (["query", "state"], "enum"),
        (["query", "page"], "greater_than_equal"),
        (["query", "deep"], "type"),
        (["query", "formats"], "maxItems"),
    ]
    assert problems(client.get("/tasks")) == [(["query", "state"], "missing")]


def test_a_body_is_a_task(client: TestClient):
    """An object needs no annotation to be the body."""
    task = {"id": "t1", "progress": {"percent": 33.3}, "state": "created", "more": [True, None]}
    assert client.post("/tasks", json=task).json() == task


def test_every_problem_of_a_body_has_its_place(client: TestClient):
    """The path goes on from where FastAPI stands."""
    assert problems(client.post("/tasks", json={"id": 5, "progress": {"percent": "half"}})) == [
        (["body", "id"], "type"),
        (["body", "progress", "percent"], "type"),
    ]
    batch = {"tasks": [{}, {"state": "dnoe"}], "label": 5}
    assert problems(client.post("/batches", json=batch)) == [
        (["body", "tasks", 1, "state"], "enum"),
        (["body", "label"], "type"),
    ]


def test_models_of_pydantic_with_tasks_make_the_round(client: TestClient):
    batch = {"tasks": [{"id": "t1"}, {"progress": {"percent": 0.5}}], "label": "a"}
    assert client.post("/batches", json=batch).json() == batch


def test_forms_are_read(client: TestClient):
    """A form has texts only."""
    assert client.post("/forms", data={"count": "41"}).json() == 42


def test_an_answer_that_does_not_fit_is_an_error_of_the_server():
    """FastAPI says what the class says of it."""
    with TestClient(app) as client, pytest.raises(fastapi.exceptions.ResponseValidationError) as caught:
        client.get("/broken")
    assert [(error["loc"], error["type"]) for error in caught.value.errors()] == [(("response", "state"), "enum")]


def test_null_and_leniently_read_values_can_be_returned(client: TestClient):
    """An instance is returned as it is, whatever its class would say of the data."""
    assert client.get("/collection").json() is None
    assert client.get("/score").json() == {"id": "s1"}


def test_the_document_has_the_schemas_of_the_classes(client: TestClient):
    """Models are components, each there once; parameters have the limits of their classes."""
    document = client.get("/openapi.json").json()
    task = {key: node for key, node in json_schema(Task).items() if key not in ("$schema", "title")}
    assert document["components"]["schemas"]["Task"] == task
    assert {"ScoreDetails", "Collection", "UserPublic", "Batch"} < document["components"]["schemas"].keys()
    pointer = {"$ref": "#/components/schemas/Task"}
    operation = document["paths"]["/tasks"]["post"]
    assert operation["requestBody"]["content"]["application/json"]["schema"] == pointer
    assert operation["responses"]["200"]["content"]["application/json"]["schema"] == pointer
    score = document["components"]["schemas"]["ScoreDetails"]
    assert score["properties"]["user"]["$ref"] == "#/components/schemas/UserPublic"
    (parameter,) = [entry for entry in document["paths"]["/tasks"]["get"]["parameters"] if entry["name"] == "state"]
    assert parameter["schema"]["enum"] == ["created", "doing", "done", "canceled", "error"]
    (parameter,) = [entry for entry in document["paths"]["/tasks/{task}"]["get"]["parameters"] if entry["in"] == "path"]
    assert (parameter["schema"]["minLength"], parameter["schema"]["maxLength"]) == (2, 24)
