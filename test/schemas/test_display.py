"""How values look: repr and str, and in rich and IPython, which lay them out."""

from __future__ import annotations

import datetime
import io
import typing
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis.vendor import pretty as hypothesis_pretty
from IPython.lib.pretty import pretty
from rich.console import Console
from rich.pretty import Pretty

from flat_api import schemas
from flat_api.model.task import Task
from flat_api.schemas import AnyTypeSchema, ListSchema, NumberSchema, StrSchema, one_of

from .. import strategies
from .roads import tree

Any = typing.Any

REPRS: list[tuple[Any, str]] = [
    (Task({}), "Task({})"),
    (Task(id="t1", state="done"), "Task({'id': 't1', 'state': 'done'})"),
    (Task(progress={"percent": 5}), "Task({'progress': {'percent': Decimal('5')}})"),
    (Task(errorHistory=["a", "b"]), "Task({'errorHistory': ['a', 'b']})"),
    (Task(x=[True, None, 1.5]), "Task({'x': [True, None, Decimal('1.5')]})"),
    (Task.Progress(percent=Decimal("33.30")), "Progress({'percent': Decimal('33.30')})"),
    (Task.State.DONE, "'done'"),
    (StrSchema("it's"), '"it\'s"'),
    (NumberSchema(9.0), "Decimal('9.0')"),
    (schemas.BoolSchema(True), "True"),
    (schemas.BoolSchema(False), "False"),
    (schemas.NoneSchema(None), "None"),
    (ListSchema([1]), "(Decimal('1'),)"),
    (ListSchema([]), "()"),
    (schemas.BytesSchema(b"a"), "b'a'"),
    (schemas.unset, "unset"),
    (Task.state, "<optional property 'state'>"),
]


@pytest.mark.parametrize(("value", "text"), REPRS, ids=[text for _, text in REPRS])
def test_repr_is_what_one_would_write(value: Any, text: str):
    """An object shows its class around its items; everything else is shown like the Python value that it is."""
    assert repr(value) == text


TEXTS: list[tuple[Any, str]] = [
    (Task.State.DONE, "done"),
    (StrSchema("text"), "text"),
    (NumberSchema(Decimal("1.50")), "1.50"),
    (schemas.BoolSchema(True), "True"),
    (schemas.NoneSchema(None), "None"),
    (AnyTypeSchema("text"), "text"),
    (AnyTypeSchema(5), "5"),
]


@pytest.mark.parametrize(("value", "text"), TEXTS, ids=[text for _, text in TEXTS])
def test_str_and_format_are_those_of_the_python_value(value: Any, text: str):
    """A value can be put into a text as it is."""
    assert str(value) == f"{value}" == text
    assert f"{value!s:>8}" == f"{text:>8}"


def test_numbers_can_be_formatted():
    """A number takes the format codes of Decimal."""
    assert f"{Task(progress={'percent': 33.333}).progress.percent:.1f}" == "33.3"


NAMES = {"Task": Task, "Decimal": Decimal}


@given(strategies.task_payloads)
def test_repr_of_a_task_is_an_expression_for_it(payload: Any):
    """With the names Task and Decimal at hand, the repr of a task evaluates to an equal task."""
    task = Task(payload)
    assert tree(eval(repr(task), dict(NAMES))) == tree(task)


def test_classes_have_the_names_they_were_given():
    """A schema class shows its module and qualified name, one made in an expression its place."""
    assert repr(Task) == "<class 'flat_api.model.task.Task'>"
    assert repr(Task.State) == "<class 'flat_api.model.task.Task.State'>"
    assert repr(Task.MetaOapg.properties.errorHistory).endswith("Task.MetaOapg.properties.errorHistory'>")
    assert repr(one_of(StrSchema, NumberSchema)).endswith(".ComposedSchema'>")


def test_a_list_of_tasks_is_printed_like_any_list():
    """Python's own printing of containers works with values inside."""
    assert str([Task.State.DONE, schemas.NoneSchema(None)]) == "['done', None]"
    assert (
        str({"when": Task(creationDate=datetime.datetime(2023, 6, 5)).creationDate})
        == "{'when': '2023-06-05T00:00:00'}"
    )


# rich and IPython


def printed(value: Any, width: int = 80) -> str:
    """What rich prints for *value*."""
    console = Console(file=io.StringIO(), width=width, color_system=None)
    console.print(Pretty(value))
    return typing.cast(io.StringIO, console.file).getvalue()


LAID_OUT = [printed, pretty]
ids = ["rich", "IPython"]

FULL: dict[str, Any] = {
    "id": "t1",
    "state": "done",
    "progress": {"percent": 33.5, "text": "half"},
    "errorHistory": ["a", "b"],
    "extra": {"list": [True, None]},
}


@pytest.mark.parametrize("lay_out", LAID_OUT, ids=ids)
def test_objects_are_laid_out_with_their_classes(lay_out: Any):
    """rich and IPython show every key and value, and the class of each object inside."""
    text = lay_out(Task(FULL))
    assert text.startswith("Task(")
    assert "Progress(" in text
    for word in ("id", "'t1'", "state", "'done'", "percent", "33.5", "errorHistory", "'a'", "'b'", "True", "None"):
        assert word in text
    assert "Singleton" not in text and "object at" not in text


def test_ipython_writes_small_objects_on_one_line():
    """A small object is written as its constructor would be."""
    assert pretty(Task(id="t1", state="done")) == "Task({'id': 't1', 'state': 'done'})"
    assert pretty(Task({})) == "Task({})"


@pytest.mark.parametrize("lay_out", LAID_OUT, ids=ids)
def test_wide_objects_are_broken_into_lines(lay_out: Any):
    """What does not fit on one line is laid out on several."""
    text = lay_out(Task(FULL))
    assert len(text.strip().splitlines()) > 3
    assert all(len(line) < 100 for line in text.splitlines())


@pytest.mark.parametrize("lay_out", LAID_OUT, ids=ids)
@pytest.mark.parametrize(
    ("data", "missing"),
    [
        ({"id": "x" * 1_000_000}, "(1,000,000 characters)"),
        ({"errorHistory": ["x" * 1000] * 1000}, "980 more"),
        ({"extra": {"deep": {"text": "x" * 1_000_000}}}, "(1,000,000 characters)"),
        ({"extra": [[["x" * 1_000_000]]]}, "(1,000,000 characters)"),
        ({"extra": [{"text": "x" * 1_000_000}]}, "(1,000,000 characters)"),
        ({"extra": b"x" * 1_000_000}, "(1,000,000 bytes)"),
    ],
    ids=["string", "array", "object", "nested arrays", "object in an array", "bytes"],
)
def test_long_values_are_shortened(lay_out: Any, data: Any, missing: str):
    """A terminal is not flooded: long strings and arrays lose their ends, and it is told how much is missing."""
    text = lay_out(Task(data))
    assert len(text) < 5000
    assert missing in text


def test_what_is_missing_is_counted():
    """The end of a shortened value says how long it was."""
    text = pretty(Task(id="x" * 1234, errorHistory=["a"] * 50))
    assert "1,234 characters" in text
    assert "30 more" in text


@pytest.mark.parametrize("lay_out", LAID_OUT, ids=ids)
def test_short_values_are_shown_whole(lay_out: Any):
    """What fits is not shortened."""
    text = lay_out(Task(id="x" * 60, errorHistory=["a", "b", "c"]))
    assert "x" * 60 in text
    assert "…" not in text


@given(strategies.task_payloads)
def test_every_task_can_be_laid_out(payload: Any):
    """Whatever a task holds, rich and IPython print it."""
    assert printed(Task(payload))
    assert pretty(Task(payload))


@pytest.mark.parametrize("printed", [pretty, hypothesis_pretty.pretty])
def test_a_class_inside_of_something_is_printed_as_a_class(printed: typing.Callable[[object], str]):
    """hypothesis asks a class for the method that prints its instances; a failing example is printed all the same."""
    assert "Task" in printed((Task, StrSchema, Task.Progress))
    assert printed([Task.Progress(percent=5), "x"]) == "[Progress({'percent': Decimal('5')}), 'x']"
