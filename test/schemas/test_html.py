"""Objects and arrays in notebooks: tables of HTML."""

from __future__ import annotations

import typing
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from IPython.core.formatters import HTMLFormatter

from flat_api.model.task import Task
from flat_api.models import ScoreDetails
from flat_api.sandbox import Sandbox
from flat_api.schemas import AnyTypeSchema, DictSchema, ListSchema, StrSchema, list_of

from .. import strategies

Any = typing.Any


class Table(HTMLParser):
    """The caption and the cells of one table; every element is closed, and there are no others than those of tables."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.caption = ""
        self.rows: list[list[str]] = []
        self.feed(source)
        self.close()
        assert self.open == [], "an element is not closed"
        assert self.tags <= {"table", "caption", "b", "thead", "tbody", "tr", "th", "td"}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert all(attribute == ("style", "text-align: left") for attribute in attrs)
        self.open.append(tag)
        self.tags.add(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "caption" in self.open:
            self.caption += data
        elif self.open and self.open[-1] in ("td", "th"):
            self.rows[-1][-1] += data
        else:
            assert data.isspace() or not data


def shown(value: Any) -> Table:
    """The table that a notebook shows for *value*."""
    source = HTMLFormatter()(value)
    assert source is not None
    return Table(source)


def test_an_object_has_a_row_for_each_key():
    """The name of the class is above, keys are on the left, and members of members are told in short."""
    table = shown(Task(id="t1", state="done", progress={"percent": 33.5, "text": "half"}, errorHistory=["a"], x=None))
    assert table.caption == "Task"
    assert table.rows == [
        ["id", "t1"],
        ["state", "done"],
        ["progress", "percent: 33.5, text: half"],
        ["errorHistory", "a"],
        ["x", "None"],
    ]


def test_deeper_members_are_counted():
    """Inside a cell, objects and arrays are no more than their number of members."""
    table = shown(Task(x={"list": [1, 2, 3], "one": {"a": 1}, "none": []}, y=[[1], {"a": 1, "b": 2}]))
    assert table.rows == [["x", "list: [3 items], one: {1 key}, none: [0 items]"], ["y", "[1 item], {2 keys}"]]


def test_a_list_of_objects_has_a_column_for_each_plain_key():
    """Keys come as they first do; what is absent is empty, and columns with nested values are named above."""
    tasks = list_of(Task)(
        [{"id": "t1", "progress": {"percent": 1}}, {"state": "done", "id": "t2"}, {"errorHistory": []}]
    )
    table = shown(tasks)
    assert table.caption.endswith("ListSchema of Task, 3 items, without progress, errorHistory (nested)")
    assert table.rows == [["", "id", "state"], ["0", "t1", ""], ["1", "t2", "done"], ["2", "", ""]]


def test_a_list_of_other_values_has_one_column():
    """An index and a value; so has a list in which not all are objects, and an empty list has no rows."""
    assert shown(ListSchema(["a", 1.5, None, True])).rows == [["0", "a"], ["1", "1.5"], ["2", "None"], ["3", "True"]]
    assert shown(ListSchema([{"a": 1}, "b"])).rows == [["0", "a: 1"], ["1", "b"]]
    assert shown(ListSchema([1, "b"])).caption == "ListSchema, 2 items"
    assert shown(ListSchema([])).rows == []
    assert shown(ListSchema([])).caption == "ListSchema, 0 items"


def test_a_list_shows_its_first_hundred_items():
    """The others are counted."""
    table = shown(list_of(Task)([{"id": f"t{index}"} for index in range(1234)]))
    assert len(table.rows) == 101
    assert table.rows[-1] == ["99", "t99"]
    assert table.caption.endswith(", the first 100 of 1,234 items")


def test_untyped_objects_and_lists_are_tables_too():
    """What nothing is declared for looks the same; plain values are left to plain text."""
    assert shown(AnyTypeSchema({"a": 1})).rows == [["a", "1"]]
    assert shown(AnyTypeSchema([1])).rows == [["0", "1"]]
    assert [HTMLFormatter()(value) for value in (AnyTypeSchema("a"), StrSchema("a"), Task.State.DONE)] == [None] * 3


def test_classes_are_no_tables():
    """A class is shown as a class."""
    assert [HTMLFormatter()(cls) for cls in (Task, ListSchema, AnyTypeSchema, Task.State)] == [None] * 4


SCRIPT = "<script>alert('&amp;\"')</script>"


def test_everything_is_escaped():
    """Keys, values and names of classes are text, whatever they hold."""
    hostile = type(SCRIPT, (DictSchema,), {})
    objects = [{SCRIPT: SCRIPT}, {"a": {SCRIPT: SCRIPT}}, {"a": [SCRIPT]}]
    for value in (*map(hostile, objects), ListSchema(objects), ListSchema([SCRIPT]), ListSchema(objects[:1])):
        source = HTMLFormatter()(value)
        assert source is not None
        assert "<script" not in source
        assert SCRIPT in "".join([Table(source).caption, *(cell for row in Table(source).rows for cell in row)])


def test_control_characters_are_written_as_escapes():
    """Neither a terminal code nor a change of the direction of writing gets into a page."""
    table = shown(Task(id="a\x1b[31m\u202eb\ud800\n", **{"k\u202e": "v"}))
    assert table.rows == [["id", "a\\x1b[31m\\u202eb\\ud800\\n"], ["k\\u202e", "v"]]


SECRETS = {"sharingKey": "canary", "token": "canary", "access_token": "canary", "consumerSecret": "canary"}


@pytest.mark.parametrize(
    "value",
    [
        ScoreDetails.from_openapi_data_oapg({"id": "s1", **SECRETS}, lenient=True),
        Task({**SECRETS, "x": SECRETS, "password": ["canary"], "userToken": {"a": "canary"}}),
        ListSchema([SECRETS, SECRETS]),
        ListSchema([SECRETS, "x"]),
        AnyTypeSchema({"a": SECRETS}),
    ],
    ids=["score", "inside", "columns", "items", "untyped"],
)
def test_secrets_are_hidden(value: Any):
    """What gives access is not in a notebook that is passed on."""
    source = HTMLFormatter()(value)
    assert source is not None
    assert "canary" not in source
    assert "sharingKey" in source and "***" in source


def test_secrets_in_addresses_are_hidden():
    """A link that opens a score is shown without the key in it, wherever it stands."""
    link = "https://flat.io/score/1?sharingKey=canary"
    for value in (Task(x=link), Task(x=[link]), Task(x={"url": link}), ListSchema([link]), ListSchema([{"url": link}])):
        assert "canary" not in str(HTMLFormatter()(value)) and "sharingKey=***" in str(HTMLFormatter()(value))


def test_an_absent_secret_is_not_made_up():
    """A null has nothing to hide."""
    assert shown(Task(token=None)).rows == [["token", "None"]]


def nested(depth: int) -> Any:
    data: Any = "x"
    for _ in range(depth):
        data = {"a": [data]}
    return data


@pytest.mark.parametrize(
    "value",
    [
        Task(id="x" * 1_000_000),
        Task({"k" * 1_000_000: "x"}),
        Task({f"key{index}": "&" * 1000 for index in range(10_000)}),
        Task(x=nested(100)),
        Task(x=[["x" * 100_000] * 100] * 100),
        Task(x=["\u202e" * 1000] * 1000),
        Task(x=b"x" * 1_000_000),
        Task(x=Decimal("9" * 4000)),
        ListSchema([{f"key{row}.{index}": "x" for index in range(100)} for row in range(100)]),
        ListSchema([{f"key{row}.{index}": [] for index in range(100)} for row in range(100)]),
        ListSchema(["&" * 10_000] * 10_000),
        ListSchema([nested(100)] * 1000),
    ],
)
def test_the_size_is_limited(value: Any):
    """Whatever is in a value, a notebook does not grow by more than some pages."""
    source = HTMLFormatter()(value)
    assert source is not None
    assert len(source) < 150_000
    Table(source)


def test_what_is_missing_is_counted():
    """A shortened value says how long it was."""
    table = shown(Task({"id": "x" * 1234, **{f"k{index}": 1 for index in range(200)}}))
    assert "1,234 characters" in table.rows[0][1]
    assert table.caption == "Task, the first 100 of 201 keys"


@given(strategies.task_payloads)
def test_every_task_has_a_table(payload: Any):
    """Whatever a task holds, it has a row for each key."""
    task = Task(payload)
    assert len(shown(task).rows) == min(len(task), 100)


@given(st.lists(strategies.task_payloads, max_size=5))
def test_every_list_has_a_table(payloads: Any):
    """Whatever a list holds, it has a row for each item, as many cells in each, and a line of names above."""
    rows = shown(list_of(Task)(payloads)).rows
    assert len(rows) - bool(payloads) == len(payloads)
    assert len({len(row) for row in rows}) <= 1


def test_lists_of_the_client_are_tables():
    """A page of a list, as a call returns it, is shown as a table as well."""
    with Sandbox() as sandbox, sandbox.client() as flat:
        scores = flat.users.get_user_scores(user="me")
        table = shown(scores)
    assert len(table.rows) == len(scores) + 1 > 1
    assert "title" in table.rows[0]
