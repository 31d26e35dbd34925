"""Schema classes as types of pydantic: in models, in adapters, and in the JSON Schema of both."""

from __future__ import annotations

import copy
import datetime
import json
import os
import pickle
import subprocess
import sys
import typing
from decimal import Decimal
from functools import cache
from typing import Annotated, Optional, Union

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from flat_api import models
from flat_api.exceptions import OpenApiException
from flat_api.model.task import Task
from flat_api.models import ScoreDetails
from flat_api.reference import json_schema
from flat_api.schemas import (
    AnyTypeSchema,
    BoolSchema,
    BytesSchema,
    DateTimeSchema,
    DictSchema,
    EnumBase,
    Int32Schema,
    IntSchema,
    ListSchema,
    NoneSchema,
    NumberSchema,
    Property,
    StrSchema,
    any_of,
    list_of,
    map_of,
    nullable,
    one_of,
    optional,
    ref,
    value,
)

from .. import strategies
from .notations import ours, theirs
from .roads import tree

Any = typing.Any
FULL: dict[str, Any] = {
    "id": "t1",
    "state": "done",
    "progress": {"percent": Decimal("33.30"), "text": "half"},
    "errorHistory": ["a"],
    "creationDate": "2023-06-05T10:20:30Z",
    "more": {"flag": True, "nothing": None},
}


class Job(BaseModel):
    """A model of pydantic with values of ours."""

    task: Task
    others: list[Task] = []
    parent: Optional[Task] = None  # noqa: UP045
    state: Task.State = Task.State.CREATED
    count: IntSchema | None = None
    flag: BoolSchema = BoolSchema(False)


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)
    task: Task


class Node(DictSchema):
    """A class that contains itself."""

    children: Property[ListSchema[Any]] = optional(list_of(ref("Node")))


class Shade(EnumBase, StrSchema):
    DARK = value("dark")
    LIGHT = value("light")


@cache
def adapter(cls: Any) -> TypeAdapter[Any]:
    return TypeAdapter(cls)


def problems(cls: Any, data: Any) -> list[Any]:
    """What pydantic says is wrong with *data*: the places and the types."""
    with pytest.raises(ValidationError) as caught:
        adapter(cls).validate_python(data, strict=True)
    return [(error["loc"], error["type"]) for error in caught.value.errors()]


# Validation


def test_a_field_is_an_instance():
    """Data become what the class itself makes of them."""
    job = Job.model_validate({"task": FULL, "others": [{"id": "t2"}], "state": "doing"})
    assert type(job.task) is Task and job.task == Task(FULL)
    assert job.others == [Task(id="t2")] and job.parent is None
    assert job.state is Task.State.DOING
    assert job.task.progress.percent == Decimal("33.30")


def test_instances_are_accepted_as_they_are():
    """A value that is there already is neither copied nor validated again."""
    task = Task(FULL)
    job = Job(task=task, others=[task], state=Task.State.DONE, flag=BoolSchema(True))
    assert job.task is job.others[0] is task
    assert job.flag is BoolSchema(True)


def test_python_values_are_cast():
    """A date is a date-time, as it is for the constructor of the class."""
    moment = datetime.datetime(2023, 6, 5, tzinfo=datetime.UTC)
    assert adapter(Task).validate_python({"creationDate": moment}).creationDate.as_datetime == moment


def test_every_problem_has_its_place():
    """Each is an error of its own: the path inside the value after that of pydantic, and the rule as its type."""
    data = {"task": {"id": 5, "state": "x", "progress": {"percent": "half"}}, "others": [{}, {"errorHistory": [1]}]}
    assert problems(Job, data) == [
        (("task", "id"), "type"),
        (("task", "state"), "enum"),
        (("task", "progress", "percent"), "type"),
        (("others", 1, "errorHistory", 0), "type"),
    ]


def test_errors_have_message_and_input():
    """The sentence is that of the class, the input what stands at the place."""
    with pytest.raises(ValidationError) as caught:
        adapter(Task).validate_python({"state": "{x}"})
    assert caught.value.errors() == [
        {
            "type": "enum",
            "loc": ("state",),
            "msg": "'{x}' is not one of created, doing, done, canceled, error",
            "input": "{x}",
        }
    ]
    assert "function-after[Task(), any]" in str(caught.value)


def test_errors_can_be_written_as_json():
    """The errors of a body go to its sender."""
    with pytest.raises(ValidationError) as caught:
        adapter(Task).validate_python({"state": "x", "progress": [1]})
    assert [error["loc"] for error in json.loads(caught.value.json())] == [["state"], ["progress"]]


def test_secrets_are_not_repeated():
    """An error has no secret in it, be it about the secret or about what it stands in."""
    for data in ({"sharingKey": ["canary"]}, {"title": {"sharingKey": "canary"}}, [{"token": "canary"}]):
        with pytest.raises(ValidationError) as caught:
            adapter(ScoreDetails).validate_python(data)
        assert "canary" not in str(caught.value) + repr(caught.value.errors())


def test_data_of_any_depth_are_an_error_of_pydantic():
    """Neither validation nor the text of the error goes down there."""
    deep: Any = []
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises(ValidationError) as caught:
        adapter(Task).validate_python({"x": deep})
    assert [error["type"] for error in caught.value.errors()] == ["depth"] and str(caught.value)


def assert_the_same(cls: Any, payload: Any) -> None:
    """pydantic and *cls* itself make the same instance of *payload*, or have the same problems with it."""
    try:
        expected = tree(cls(payload))
    except OpenApiException as error:
        assert problems(cls, payload) == [(problem.path[1:], problem.kind) for problem in error.problems]
    else:
        assert tree(TypeAdapter(cls).validate_python(payload, strict=True)) == expected


@given(strategies.task_payloads)
def test_pydantic_says_what_the_class_says(payload: Any):
    """Whatever the payload, the instance is that of the class, or the problems are."""
    assert_the_same(Task, payload)


@pytest.mark.parametrize("notation", [ours, theirs])
@given(data=st.data())
def test_pydantic_says_what_any_class_says(notation: Any, data: Any):
    """Whatever is declared, in either notation."""
    spec = data.draw(strategies.specs)
    assert_the_same(notation(spec), data.draw(strategies.payloads(spec)))


@pytest.mark.parametrize("data", [None, 5, "x", [], object(), float("nan"), {"x": object()}, {"x": {1, 2}}])
def test_whatever_is_given_is_an_error_of_pydantic(data: Any):
    """No other exception gets out of pydantic, be it data or not."""
    assert problems(Task, data)


def test_text_keeps_its_digits():
    """Of JSON text, pydantic makes floats; the decimals are those that stood there, as with `from_json`."""
    text = '{"progress": {"percent": 33.3}, "more": [1e2, 12345678901234567890, 0.1]}'
    task = adapter(Task).validate_json(text)
    assert task == Task.from_json(text)
    assert str(task.progress.percent) == "33.3"


def test_text_is_as_strict_as_an_answer():
    """JSON has no dates, and a number in quotes is a string."""
    for cls, text in [(IntSchema, '"5"'), (BoolSchema, '"true"'), (Task, '{"id": 5}'), (NumberSchema, "NaN")]:
        with pytest.raises(ValidationError):
            adapter(cls).validate_json(text)


TEXTS: list[tuple[Any, str, object]] = [
    (IntSchema, "5", 5),
    (NumberSchema, "-1.50", Decimal("-1.50")),
    (NumberSchema, "1e2", 100),
    (Int32Schema, "007", 7),
    (BoolSchema, "true", True),
    (BoolSchema, "False", False),
    (BoolSchema, "on", True),
    (NoneSchema, "null", None),
    (nullable(NumberSchema), "null", None),
    (nullable(NumberSchema), "2", 2),
    (StrSchema, "5", "5"),
    (AnyTypeSchema, "5", "5"),
    (any_of(StrSchema, NumberSchema), "5", "5"),
]


@pytest.mark.parametrize(("cls", "text", "expected"), TEXTS)
def test_numbers_and_booleans_are_read_from_text(cls: Any, text: str, expected: object):
    """Queries and forms have texts only; where a string is right, a text stays one."""
    for found in (adapter(cls).validate_python(text), adapter(cls).validate_strings(text)):
        assert found == expected and isinstance(found, cls)


@pytest.mark.parametrize(
    ("cls", "text"),
    [(IntSchema, "1.5"), (IntSchema, "x"), (NumberSchema, ""), (NumberSchema, "NaN"), (NumberSchema, "+-"),
     (NumberSchema, "1_000"), (BoolSchema, "2"), (BoolSchema, "null"), (NoneSchema, "false"),
     (Int32Schema, "1e1000000")],
)  # fmt: skip
def test_other_texts_are_rejected(cls: Any, text: str):
    """What is not a number, a boolean or null in writing."""
    with pytest.raises(ValidationError):
        adapter(cls).validate_python(text)


def test_strict_validation_reads_no_texts():
    """In the strict mode of pydantic, a text is a text."""
    with pytest.raises(ValidationError):
        adapter(IntSchema).validate_python("5", strict=True)
    assert adapter(IntSchema).validate_python(5, strict=True) == 5
    assert adapter(Task).validate_python({"id": "t1"}, strict=True) == Task(id="t1")


def test_limits_of_pydantic_hold_as_well():
    """What an annotation adds is asked after the class."""
    short = TypeAdapter(Annotated[StrSchema, Field(max_length=3)])
    assert type(short.validate_python("abc")) is StrSchema
    with pytest.raises(ValidationError):
        short.validate_python("abcd")


def test_unions_take_the_class_that_fits():
    """Of several classes, pydantic takes the first that accepts the data."""
    either = TypeAdapter(Union[IntSchema, Task, list_of(Task)])  # noqa: UP007
    assert isinstance(either.validate_python(5), IntSchema)
    assert isinstance(either.validate_python({"id": "t1"}), Task)
    assert either.validate_python([{"id": "t1"}]) == (Task(id="t1"),)


OTHERS: list[tuple[Any, Any]] = [
    (Shade, "dark"),
    (list_of(Task), [{"id": "t1"}]),
    (map_of(NumberSchema), {"a": 1}),
    (any_of(StrSchema, NumberSchema), 5),
    (one_of(Task.Progress, NoneSchema), {"percent": 5}),
    (DateTimeSchema, "2023-06-05T10:20:30Z"),
    (StrSchema.where(max_length=3), "abc"),
    (AnyTypeSchema, [1, "a", None]),
    (Node, {"children": [{"children": []}]}),
]


@pytest.mark.parametrize(("cls", "data"), OTHERS)
def test_any_schema_class_is_a_type_of_pydantic(cls: Any, data: Any):
    """Not models alone: strings, enums, lists, maps, compositions. A round leads back to an equal value."""
    there = adapter(cls)
    found = there.validate_python(data)
    assert isinstance(found, cls)
    assert there.validate_python(there.dump_python(found)) == found
    assert there.validate_python(there.dump_python(found, mode="json")) == found
    assert there.validate_json(there.dump_json(found)) == found


# Serialization


def test_dumps_are_plain():
    """In the mode of Python with decimals, in that of JSON with int and float."""
    job = Job(task=Task(FULL), count=IntSchema(5))
    assert job.model_dump()["task"] == FULL and type(job.model_dump()["task"]) is dict
    assert type(job.model_dump()["task"]["progress"]["percent"]) is Decimal
    dumped = job.model_dump(mode="json")
    assert type(dumped["task"]["progress"]["percent"]) is float and type(dumped["count"]) is int
    assert dumped["flag"] is False and dumped["state"] == "created"
    assert json.loads(job.model_dump_json()) == dumped == json.loads(json.dumps(dumped))


@pytest.mark.parametrize("mode", ["python", "json"])
def test_what_was_dumped_can_be_read(mode: Any):
    """A model of pydantic makes the round in both modes, and as text."""
    job = Job(task=Task(id="t1", progress={"percent": 33.5}), others=[Task({})], count=IntSchema(5))
    assert Job.model_validate(job.model_dump(mode=mode)) == job
    assert Job.model_validate_json(job.model_dump_json()) == job


def test_binary_data_have_no_form_in_json():
    """pydantic tells it as it tells of its own."""
    assert adapter(BytesSchema).dump_python(BytesSchema(b"a")) == b"a"
    with pytest.raises(PydanticSerializationError):
        adapter(BytesSchema).dump_json(BytesSchema(b"a"))


def test_models_are_copied_hashed_and_pickled():
    """A frozen model hashes by its values, which are immutable themselves."""
    frozen = Frozen(task=Task(FULL))
    assert len({frozen, Frozen(task=Task(FULL))}) == 1
    for other in (copy.copy(frozen), copy.deepcopy(frozen), frozen.model_copy(), pickle.loads(pickle.dumps(frozen))):
        assert other == frozen and type(other.task) is Task
    assert frozen.model_copy(deep=True).task is frozen.task


# JSON Schema


def exported(cls: Any) -> dict[str, Any]:
    """The JSON Schema that `flat_api.reference` writes, without what is said at the root of a document alone."""
    return {key: node for key, node in json_schema(cls).items() if key not in ("$schema", "title")}


EXPORTED = [
    Task,
    ScoreDetails,
    models.Collection,
    models.Assignment,
    models.LtiConfiguration,
    Task.State,
    Task.Progress,
]
EXPORTED += [cls for cls, _ in OTHERS if cls is not Node]


@pytest.mark.parametrize("mode", ["validation", "serialization"])
@pytest.mark.parametrize("cls", EXPORTED)
def test_json_schema_is_the_exported_one(cls: Any, mode: Any):
    """In both modes; the models that a class refers to are definitions, each there once."""
    assert adapter(cls).json_schema(mode=mode) == exported(cls)


@pytest.mark.parametrize("mode", ["validation", "serialization"])
def test_a_class_that_contains_itself_refers_to_its_definition(mode: Any):
    """There is no end to it otherwise."""
    pointer = {"$ref": "#/$defs/Node"}
    assert adapter(Node).json_schema(mode=mode) == {"$defs": {"Node": described(exported(Node), pointer)}, **pointer}


def described(node: Any, pointer: Any) -> Any:
    """*node*, with *pointer* in the place of each reference to the root."""
    if isinstance(node, dict):
        return pointer if node == {"$ref": "#"} else {key: described(entry, pointer) for key, entry in node.items()}
    return [described(entry, pointer) for entry in node] if isinstance(node, list) else node


def test_models_of_pydantic_refer_to_ours():
    """Those in several fields are one definition, and so are those that they refer to."""

    class Both(BaseModel):
        score: ScoreDetails
        user: models.UserPublic
        tasks: list[Task]
        task: Task = Field(description="The last one")

    schema = Both.model_json_schema()
    assert schema["properties"]["score"] == {"$ref": "#/$defs/ScoreDetails"}
    assert schema["properties"]["user"] == {"$ref": "#/$defs/UserPublic"}
    assert schema["properties"]["tasks"]["items"] == {"$ref": "#/$defs/Task"}
    assert schema["properties"]["task"] == {"$ref": "#/$defs/Task", "description": "The last one"}
    assert schema["$defs"]["Task"] == exported(Task)
    assert schema["$defs"].keys() == {"ScoreDetails", "Task", *exported(ScoreDetails)["$defs"]}


def test_descriptions_of_annotations_are_added():
    """What is said of the place goes before what the class says of itself."""
    told = TypeAdapter(Annotated[Task.State, Field(description="How it is", examples=["done"])]).json_schema()
    assert told == {**exported(Task.State), "description": "How it is", "examples": ["done"]}


# What it costs those who don't use it

UNTOUCHED = """
import sys
from flat_api.model.task import Task
task = Task({"id": "t1"})
task.to_json(), task.replace(id="t2"), hash(task), repr(task)
try:
    Task(id=5)
except TypeError:
    pass
for name in ("pydantic", "pydantic_core", "fastapi", "flat_api.schemas._pydantic", "flat_api.schemas.documents"):
    assert name not in sys.modules, name
"""

FORKED = """
import os, sys, threading
from flat_api.model.task import Task
Task({"id": "t1"})
thread = threading.Timer(60, print)
thread.start()
if os.fork() == 0:
    os._exit("pydantic" in sys.modules or "pydantic_core" in sys.modules)
assert os.wait()[1] == 0
thread.cancel()
"""


@pytest.mark.parametrize(
    "program",
    [UNTOUCHED, pytest.param(FORKED, marks=pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here"))],
    ids=["used", "forked"],
)
def test_pydantic_is_not_imported_by_models(program: str):
    """Neither by using them, nor by what loads all of the package before a fork."""
    subprocess.run([sys.executable, "-W", "ignore::DeprecationWarning", "-c", program], check=True, timeout=120)
