"""What is logged of answers that do not fit: a line for each kind of misfit, once, without values."""

from __future__ import annotations

import logging
import threading
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flat_api.model.task import Task
from flat_api.operations import ApiResponse, WholeResponse
from flat_api.operations._problem_log import DEEPEST, ProblemLog, declared_path
from flat_api.schemas import DictSchema, NumberSchema, StrSchema, list_of, map_of, optional, read, ref

LOGGER = "flat_api.responses"


class Book(DictSchema):
    """Something with names that are data."""

    title = optional(StrSchema)
    prices = optional(map_of(NumberSchema))
    sequel = optional(ref("Book"))
    shelves = optional(list_of(list_of(StrSchema)))


def answer(cls: Any, data: Any) -> ApiResponse[Any]:
    """An answer that was read leniently."""
    found = read(cls, data)
    return ApiResponse(WholeResponse(b"", {}, 200, "OK"), found.value, problems=found.problems)


@pytest.fixture
def told(caplog: pytest.LogCaptureFixture) -> Any:
    """The lines that were logged."""
    caplog.set_level(logging.WARNING, LOGGER)
    return lambda: [record.getMessage() for record in caplog.records if record.name == LOGGER]


def test_a_line_names_operation_place_and_kind(told: Any):
    """The level is WARNING, and the place a JSONPath without indices."""
    ProblemLog().tell("get_task", answer(Task, {"state": "paused", "errorHistory": ["a", 1]}))
    assert told() == [
        "get_task: the answer does not fit its declaration at $.state (enum)",
        "get_task: the answer does not fit its declaration at $.errorHistory[*] (type)",
    ]


def test_each_is_told_once(told: Any):
    """Neither another answer nor another item of a list says it again; another operation does."""
    log = ProblemLog()
    for _ in range(3):
        log.tell("list_tasks", answer(list_of(Task), [{"state": "paused"}, {"state": "later"}, {"state": None}]))
    log.tell("get_task", answer(Task, {"state": "paused"}))
    assert told() == [
        "list_tasks: the answer does not fit its declaration at $[*].state (enum)",
        "get_task: the answer does not fit its declaration at $.state (enum)",
    ]


def test_no_value_is_told(told: Any):
    """Values may be secrets, and so may keys that are data."""
    data = {
        "title": 5,
        "prices": {"canary": "canary", "canary\nforged line": None},
        "shelves": [["canary", ["canary"]], "canary"],
        "sequel": {"title": ["canary"], "sequel": "canary"},
    }
    log = ProblemLog()
    log.tell("get_book", answer(Book, data))
    assert len(told()) == 6
    assert "canary" not in "".join(told())
    assert "get_book: the answer does not fit its declaration at $.prices.* (type)" in told()


def test_memory_is_bounded(told: Any):
    """A server that thinks of ever new misfits is not told of for ever."""
    log = ProblemLog(most=3)
    for number in range(10):
        log.tell(f"operation_{number}", answer(Task, {"state": "paused"}))
    assert len(told()) == 4
    assert told()[-1] == "further answers that do not fit their declarations are not told"
    assert len(log._told) == 3


def test_a_deep_path_is_cut():
    """A path is as long as is worth reading."""
    data: Any = {"title": 5}
    for _ in range(60):
        data = {"sequel": data}
    found = answer(Book, data)
    assert declared_path(found.body, found.problems[0].path) == "$" + ".sequel" * DEEPEST + "…"


def test_a_missing_name_is_told_of_its_object(told: Any):
    """The place of a missing name is the object."""
    from flat_api.schemas import required

    class Needy(DictSchema):
        id = required(StrSchema)

    ProblemLog().tell("get_it", answer(list_of(Needy), [{}]))
    assert told() == ["get_it: the answer does not fit its declaration at $[*] (required)"]


def test_threads_tell_it_once(told: Any):
    """Many answers at once make one line."""
    log, found = ProblemLog(), answer(Task, {"state": "paused"})
    barrier = threading.Barrier(8)

    def tell() -> None:
        barrier.wait()
        log.tell("get_task", found)

    threads = [threading.Thread(target=tell) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(told()) == 1


@given(st.lists(st.one_of(st.text(), st.integers(), st.none(), st.sampled_from(["sequel", "shelves", 0])), max_size=6))
def test_any_path_has_a_text(steps: Any):
    """Whatever the path, the text has no line break and no key that is not declared."""
    text = declared_path(Book({"sequel": {"shelves": [["a"]]}}), ("args[0]", *steps))
    assert text.isprintable()
    names = {name for name in text.replace("[*]", "").split(".")[1:] if name}
    assert names <= {"sequel", "shelves", "title", "prices", "*"}
