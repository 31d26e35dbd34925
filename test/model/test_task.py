"""Task as its documentation page describes it: each row of each table of the page is a test here."""

from __future__ import annotations

import datetime
import decimal
import io
import pathlib
import typing

import pytest
from frozendict import frozendict

from flat_api import schemas
from flat_api.exceptions import ApiTypeError, ApiValueError
from flat_api.model.task import Task

Any = typing.Any
Build = typing.Callable[[type, str, Any], Any]

UTC_TEXT = "2023-06-05T10:20:30.123456Z"
INSTANT = datetime.datetime(2023, 6, 5, 10, 20, 30, 123456, datetime.UTC)


def build_from_mapping(cls: type, key: str, value: Any) -> Any:
    """``Task({"state": "done"})``"""
    return cls({key: value})


def build_from_keywords(cls: type, key: str, value: Any) -> Any:
    """``Task(state="done")``"""
    return cls(**{key: value})


def build_from_server(cls: Any, key: str, value: Any) -> Any:
    """``Task.from_openapi_data_oapg({"state": "done"})``"""
    return cls.from_openapi_data_oapg({key: value})


CONSTRUCTORS = [build_from_mapping, build_from_keywords, build_from_server]

every_constructor = pytest.mark.parametrize("build", CONSTRUCTORS)


def reads(instance: Any, key: str) -> list[Any]:
    """The value of *key*, read in every way there is."""
    found = [instance[key], instance.get(key), instance.get_item_oapg(key), getattr(instance, key)]
    match instance:
        case {**members}:
            found.append(members[key])
    return found


def assert_row(instance: Any, key: str, schema: Any, accessed: type, expected: Any) -> None:
    """Whichever way *key* is read, it is an instance of *schema* and *accessed*, and equals *expected*."""
    found = reads(instance, key)
    assert all(value is found[0] for value in found)
    assert isinstance(found[0], schema)
    assert isinstance(found[0], accessed)
    assert isinstance(found[0], schemas.Schema)
    assert found[0] == expected


def refused(build: Build, cls: type, key: str, value: Any) -> Any:
    """The problem that the constructor has with *value*."""
    with pytest.raises((ApiTypeError, ApiValueError)) as caught:
        build(cls, key, value)
    (problem,) = caught.value.problems
    assert problem.path[:2] == ("args[0]", key)
    assert caught.value.path_to_item == problem.path
    return problem


# Task


@pytest.mark.parametrize("given", [{"id": "t1"}, frozendict({"id": "t1"})], ids=["dict", "frozendict"])
@pytest.mark.parametrize(
    "construct", [Task, Task.from_openapi_data_oapg, lambda data: Task(**data)], ids=["mapping", "server", "keywords"]
)
def test_task_is_made_of_a_dict_or_frozendict_and_is_a_frozendict(construct: Any, given: Any):
    """A Task takes a dict or frozendict, or keywords, and is a frozendict of class Task that equals them."""
    task = construct(given)
    assert type(task) is Task
    assert isinstance(task, frozendict)
    assert task == given


@pytest.mark.parametrize("given", [["id"], "id", 5, 5.5, True, None, b"id", decimal.Decimal(5), ()], ids=repr)
@pytest.mark.parametrize("construct", [Task, Task.from_openapi_data_oapg], ids=["mapping", "server"])
def test_task_is_made_of_nothing_but_an_object(construct: Any, given: Any):
    """Whatever is no object is refused with an ApiTypeError that says so."""
    with pytest.raises(ApiTypeError) as caught:
        construct(given)
    assert caught.value.problems[0].kind == "type"
    assert caught.value.path_to_item == ("args[0]",)


def test_task_describes_itself():
    """The docstring of Task is its description in the API document."""
    assert Task.__doc__ == "An asynchronous task"
    assert schemas.declaration_of(Task).description == "An asynchronous task"


def test_every_property_of_a_task_is_optional():
    """An empty object is a Task; nothing is required."""
    assert Task({}) == {}
    assert schemas.declaration_of(Task).required == frozenset()


def test_a_task_of_nothing_at_all_is_refused():
    """A call without any argument, or with nothing but unset ones, raises a TypeError."""
    with pytest.raises(TypeError, match="No input given"):
        Task()
    with pytest.raises(TypeError, match="No input given"):
        Task(id=schemas.unset)


TEXTS = ["id", "type", "format", "score"]


@every_constructor
@pytest.mark.parametrize("key", TEXTS)
@pytest.mark.parametrize("text", ["", "t1", "é\U0001f3b5", "done"])
def test_text_properties_are_strings(build: Build, key: str, text: str):
    """id, type, format and score take a str and are read as one."""
    assert_row(build(Task, key, text), key, schemas.StrSchema, str, text)


@every_constructor
@pytest.mark.parametrize("key", TEXTS)
@pytest.mark.parametrize("wrong", [5, 5.5, True, None, ["t1"], {"t1": 1}, b"t1"], ids=repr)
def test_text_properties_take_nothing_but_strings(build: Build, key: str, wrong: Any):
    """id, type, format and score refuse what is no string, null included."""
    assert refused(build, Task, key, wrong).kind == "type"


STATES = {
    "created": "CREATED",
    "doing": "DOING",
    "done": "DONE",
    "canceled": "CANCELED",
    "error": "ERROR",
}


@every_constructor
@pytest.mark.parametrize("text", STATES)
def test_state_is_one_of_five_strings(build: Build, text: str):
    """state takes each of its five members as a str and is read as the one instance of that member."""
    task = build(Task, "state", text)
    member = getattr(Task.State, STATES[text])
    assert_row(task, "state", Task.State, str, text)
    assert all(value is member for value in reads(task, "state"))


@every_constructor
@pytest.mark.parametrize("text", STATES)
def test_state_takes_its_own_members(build: Build, text: str):
    """A member of Task.State can be passed wherever its text can."""
    member = getattr(Task.State, STATES[text])
    assert build(Task, "state", member).state is member


@pytest.mark.parametrize("text", STATES)
def test_state_members_are_found_where_the_earlier_client_had_them(text: str):
    """``Task.MetaOapg.properties.state.DONE`` is ``Task.State.DONE``."""
    assert getattr(Task.MetaOapg.properties.state, STATES[text]) is getattr(Task.State, STATES[text])


def test_states_can_be_matched():
    """A match statement tells tasks by their state."""
    match Task(state="done"):
        case Task(state=Task.State.CREATED):
            pytest.fail("matched another state")
        case Task(state=Task.State.DONE) as found:
            assert found.state == "done"


def test_state_has_no_other_members():
    """The declaration knows five states and no more."""
    assert schemas.declaration_of(Task.State).enum == STATES


@every_constructor
@pytest.mark.parametrize("wrong", ["", "dnoe", "Done", "done ", 5, True, None, ["done"], {"done": 1}], ids=repr)
def test_state_takes_nothing_but_its_members(build: Build, wrong: Any):
    """state refuses everything but its five members, whatever the type, as no member."""
    problem = refused(build, Task, "state", wrong)
    assert problem.kind == "enum"
    assert "created, doing, done, canceled, error" in problem.message


@every_constructor
@pytest.mark.parametrize("given", [{"percent": 5}, frozendict({"percent": 5}), {}], ids=repr)
def test_progress_is_an_object(build: Build, given: Any):
    """progress takes a dict or frozendict and is read as a frozendict."""
    assert_row(build(Task, "progress", given), "progress", Task.Progress, frozendict, given)


DATES = ["creationDate", "modificationDate", "doneDate"]


@every_constructor
@pytest.mark.parametrize("key", DATES)
@pytest.mark.parametrize(
    ("text", "instant"),
    [
        (UTC_TEXT, INSTANT),
        ("2023-06-05T10:20:30Z", INSTANT.replace(microsecond=0)),
        ("2023-06-05t10:20:30.5z", INSTANT.replace(microsecond=500000)),
        ("2023-06-05T12:20:30+02:00", INSTANT.replace(microsecond=0)),
        ("2023-06-05T00:20:30-10:00", INSTANT.replace(microsecond=0)),
    ],
)
def test_dates_are_rfc_3339_strings(build: Build, key: str, text: str, instant: datetime.datetime):
    """The three dates take an RFC 3339 date-time as str, are read as that very str, and give a datetime."""
    task = build(Task, key, text)
    assert_row(task, key, schemas.DateTimeSchema, str, text)
    assert task[key].as_datetime == instant
    assert task[key].as_datetime_oapg == instant


@pytest.mark.parametrize("build", [build_from_mapping, build_from_keywords])
@pytest.mark.parametrize("key", DATES)
def test_dates_take_datetimes(build: Build, key: str):
    """The three dates take a datetime from Python, and are read as its ISO 8601 text."""
    assert_row(build(Task, key, INSTANT), key, schemas.DateTimeSchema, str, INSTANT.isoformat())
    assert build(Task, key, INSTANT)[key].as_datetime == INSTANT


@pytest.mark.parametrize("key", DATES)
def test_servers_send_no_datetime_objects(key: str):
    """A datetime in what is said to come from a server is refused."""
    with pytest.raises(ApiTypeError, match=r"passed type was <class 'datetime\.datetime'>"):
        build_from_server(Task, key, INSTANT)


@every_constructor
@pytest.mark.parametrize("key", DATES)
@pytest.mark.parametrize("wrong", ["", "yesterday", "2023-06-05", "2023-13-05T10:20:30Z", "2023-06-05T10:20:30Z "])
def test_dates_take_no_other_text(build: Build, key: str, wrong: str):
    """The three dates refuse text that is no date-time."""
    assert refused(build, Task, key, wrong).kind == "format"


@every_constructor
@pytest.mark.parametrize("key", DATES)
@pytest.mark.parametrize("wrong", [5, 1685960430.5, None, True, [UTC_TEXT], {"date": UTC_TEXT}], ids=repr)
def test_dates_take_nothing_but_text(build: Build, key: str, wrong: Any):
    """The three dates refuse what is no string, timestamps included."""
    assert refused(build, Task, key, wrong).kind == "type"


@pytest.mark.parametrize("key", DATES)
def test_dates_take_no_date_without_time(key: str):
    """A date object becomes text without a time, which is no date-time."""
    assert refused(build_from_mapping, Task, key, datetime.date(2023, 6, 5)).kind == "format"


@every_constructor
@pytest.mark.parametrize("given", [{"url": "u"}, frozendict({"url": "u"}), {}], ids=repr)
def test_result_is_an_object(build: Build, given: Any):
    """result takes a dict or frozendict and is read as a frozendict."""
    assert_row(build(Task, "result", given), "result", Task.Result, frozendict, given)


@every_constructor
@pytest.mark.parametrize("given", [["a", "b"], ("a", "b"), [], ()], ids=repr)
def test_error_history_is_an_array(build: Build, given: Any):
    """errorHistory takes a list or tuple and is read as a tuple."""
    assert_row(build(Task, "errorHistory", given), "errorHistory", schemas.ListSchema, tuple, tuple(given))


@every_constructor
@pytest.mark.parametrize("key", ["progress", "result"])
@pytest.mark.parametrize("wrong", [None, 5, True, "a", ["a"], b"a"], ids=repr)
def test_objects_inside_a_task_take_nothing_but_objects(build: Build, key: str, wrong: Any):
    """progress and result refuse what is no object, null included."""
    assert refused(build, Task, key, wrong).kind == "type"


@every_constructor
@pytest.mark.parametrize("wrong", [None, 5, True, "a", {"a": "b"}, b"a", frozendict()], ids=repr)
def test_error_history_takes_nothing_but_arrays(build: Build, wrong: Any):
    """errorHistory refuses what is no array; a string or object is none."""
    assert refused(build, Task, "errorHistory", wrong).kind == "type"


# any_string_name, which is a row of three tables

OBJECTS = pytest.mark.parametrize("cls", [Task, Task.Progress, Task.Result])

ANY_STRING_NAME = [
    ("dict", {"a": [1]}, frozendict, {"a": (1,)}),
    ("frozendict", frozendict({"a": "b"}), frozendict, {"a": "b"}),
    ("str", "text", str, "text"),
    ("int", 5, decimal.Decimal, 5),
    ("large int", 10**30, decimal.Decimal, 10**30),
    ("float", 33.3, decimal.Decimal, 33.3),
    ("whole float", 9.0, decimal.Decimal, decimal.Decimal("9.0")),
    ("true", True, schemas.BoolClass, True),
    ("false", False, schemas.BoolClass, False),
    ("Decimal", decimal.Decimal("33.3"), decimal.Decimal, decimal.Decimal("33.3")),
    ("None", None, schemas.NoneClass, None),
    ("list", ["a", {"b": None}], tuple, ("a", {"b": None})),
    ("tuple", ("a", 1), tuple, ("a", 1)),
    ("bytes", b"\x00\xff", bytes, b"\x00\xff"),
]


@every_constructor
@OBJECTS
@pytest.mark.parametrize(
    ("given", "accessed", "expected"), [row[1:] for row in ANY_STRING_NAME], ids=[row[0] for row in ANY_STRING_NAME]
)
def test_undeclared_names_take_any_value(build: Build, cls: type, given: Any, accessed: type, expected: Any):
    """Any other name takes a value of any type, and is read as the immutable type that stands for it."""
    assert_row(build(cls, "anyStringName", given), "anyStringName", schemas.AnyTypeSchema, accessed, expected)


@pytest.mark.parametrize("build", [build_from_mapping, build_from_keywords])
@OBJECTS
@pytest.mark.parametrize("given", [datetime.date(2023, 6, 5), INSTANT], ids=["date", "datetime"])
def test_undeclared_names_take_dates_from_python(build: Build, cls: type, given: Any):
    """Any other name takes a date or datetime from Python, and is read as its ISO 8601 text."""
    assert_row(build(cls, "due", given), "due", schemas.AnyTypeSchema, str, given.isoformat())


@OBJECTS
@pytest.mark.parametrize("given", [datetime.date(2023, 6, 5), INSTANT], ids=["date", "datetime"])
def test_undeclared_names_take_no_dates_from_a_server(cls: type, given: Any):
    """A server sends text; date and datetime objects are refused under any name."""
    with pytest.raises(ApiTypeError):
        build_from_server(cls, "due", given)


@every_constructor
@OBJECTS
@pytest.mark.parametrize("buffering", [0, -1], ids=["io.FileIO", "io.BufferedReader"])
def test_undeclared_names_take_files(build: Build, cls: type, buffering: int, tmp_path: pathlib.Path):
    """Any other name takes an open binary file, which is opened again to be read as a FileIO."""
    path = tmp_path / "score.mid"
    path.write_bytes(b"MThd")
    with open(path, "rb", buffering=buffering) as given:
        instance = build(cls, "file", given)
        assert given.closed
    with instance["file"] as found:
        assert_row(instance, "file", schemas.AnyTypeSchema, schemas.FileIO, found)
        assert isinstance(found, io.FileIO)
        assert found.read() == b"MThd"


NO_DATA = {
    "set": {1},
    "object": object(),
    "complex": 1j,
    "bytearray": bytearray(b"a"),
    "time": datetime.time(10),
    "BytesIO": io.BytesIO(b"a"),
    "generator": (character for character in "a"),
    "class": dict,
}


@every_constructor
@OBJECTS
@pytest.mark.parametrize("wrong", NO_DATA.values(), ids=NO_DATA)
def test_undeclared_names_take_nothing_that_is_no_data(build: Build, cls: type, wrong: Any):
    """What has no place among the types of the table is refused as unsupported, with its path."""
    assert refused(build, cls, "anyStringName", wrong).kind == "unsupported"


@pytest.mark.parametrize("build", [build_from_mapping, build_from_server])
@OBJECTS
def test_unset_is_a_keyword_and_no_value(build: Build, cls: type):
    """unset leaves a keyword out; inside a dict it is no data."""
    assert refused(build, cls, "anyStringName", schemas.unset).kind == "unsupported"
    assert cls(a="b", anyStringName=schemas.unset) == {"a": "b"}


@OBJECTS
def test_values_below_an_undeclared_name_are_read_by_attribute_and_index(cls: type):
    """Everything inside an undeclared value can be reached, by key, attribute or index."""
    instance = build_from_mapping(cls, "extra", {"list": [{"deep": "value"}]})
    assert instance.extra.list[0].deep == "value"
    assert instance["extra"]["list"][0]["deep"] == "value"
    assert isinstance(instance.extra.list[0].deep, schemas.UnsetAnyTypeSchema)


# progress

PERCENTS = [
    (decimal.Decimal("33.3"), decimal.Decimal("33.3")),
    (decimal.Decimal("-0.10"), decimal.Decimal("-0.1")),
    (33, 33),
    (0, 0),
    (-7, -7),
    (33.3, 33.3),
    (9.0, decimal.Decimal("9.0")),
]


@every_constructor
@pytest.mark.parametrize(("given", "expected"), PERCENTS, ids=repr)
def test_percent_is_a_number(build: Build, given: Any, expected: Any):
    """percent takes a Decimal, int or float, and is read as a Decimal of the same value."""
    assert_row(build(Task.Progress, "percent", given), "percent", schemas.NumberSchema, decimal.Decimal, expected)


def test_percent_keeps_the_digits_it_was_given():
    """A Decimal keeps its text, a whole float shows its ``.0``, a float its exact binary value, JSON every digit."""
    assert str(Task.Progress(percent=decimal.Decimal("33.30")).percent) == "33.30"
    assert str(Task.Progress(percent=9.0).percent) == "9.0"
    assert Task.Progress(percent=33.3).percent == decimal.Decimal.from_float(33.3)
    assert Task.Progress.from_json('{"percent": 33.3}').percent == decimal.Decimal("33.3")


@every_constructor
@pytest.mark.parametrize("wrong", ["33", True, None, [33], {"percent": 33}, b"33"], ids=repr)
def test_percent_takes_nothing_but_numbers(build: Build, wrong: Any):
    """percent refuses what is no number; a boolean is none."""
    assert refused(build, Task.Progress, "percent", wrong).kind == "type"


@every_constructor
@pytest.mark.parametrize(("cls", "key"), [(Task.Progress, "text"), (Task.Result, "url"), (Task.Result, "error")])
def test_text_inside_progress_and_result_is_a_string(build: Build, cls: type, key: str):
    """text, url and error take a str and are read as one."""
    assert_row(build(cls, key, "some text"), key, schemas.StrSchema, str, "some text")


@every_constructor
@pytest.mark.parametrize(("cls", "key"), [(Task.Progress, "text"), (Task.Result, "url"), (Task.Result, "error")])
@pytest.mark.parametrize("wrong", [5, True, None, ["a"], {"a": 1}, b"a"], ids=repr)
def test_text_inside_progress_and_result_takes_nothing_but_strings(build: Build, cls: type, key: str, wrong: Any):
    """text, url and error refuse what is no string."""
    assert refused(build, cls, key, wrong).kind == "type"


@pytest.mark.parametrize("cls", [Task.Progress, Task.Result])
@pytest.mark.parametrize("given", [{}, frozendict()], ids=["dict", "frozendict"])
def test_objects_inside_a_task_can_be_built_on_their_own(cls: Any, given: Any):
    """progress and result are classes that take a dict or frozendict and give a frozendict."""
    instance = cls(given)
    assert type(instance) is cls
    assert isinstance(instance, frozendict)


@pytest.mark.parametrize(
    ("cls", "text"),
    [
        (Task.Progress, "Details about the task progression"),
        (Task.Result, "Optional result information about this task"),
        (Task.State, "State of the Task"),
    ],
)
def test_classes_inside_a_task_describe_themselves(cls: type, text: str):
    """The docstring of each class inside Task is its description in the API document."""
    assert cls.__doc__ == text


DESCRIPTIONS = {
    "id": "Unique identifier of the task",
    "type": "Type of the task (e.g. audio-export)",
    "state": "State of the Task",
    "format": "For files processing, the file format (e.g. `mp3`, `wav`)",
    "score": "The score unique identifier for tasks related to scores",
    "progress": "Details about the task progression",
    "creationDate": "The creation date of the task",
    "modificationDate": "The last modification date of the task",
    "doneDate": "The date when the task has been completed",
    "result": "Optional result information about this task",
    "errorHistory": "If any errors happened when processing this task, the list of errors identifiers",
}


@pytest.mark.parametrize("key", DESCRIPTIONS)
def test_properties_describe_themselves(key: str):
    """Each property is optional, and carries the description of its row."""
    declared = schemas.declaration_of(Task).properties[key]
    assert declared.description == DESCRIPTIONS[key]
    assert not declared.required


def test_properties_stand_in_the_order_of_the_table():
    """The declaration lists the properties of the table, in its order and no others."""
    assert list(schemas.declaration_of(Task).properties) == list(DESCRIPTIONS)


# errorHistory

ERROR_HISTORY: Any = Task.MetaOapg.properties.errorHistory


@pytest.mark.parametrize("construct", [ERROR_HISTORY, ERROR_HISTORY.from_openapi_data_oapg], ids=["python", "server"])
@pytest.mark.parametrize("given", [["a", "b"], ("a", "b"), []], ids=repr)
def test_error_history_can_be_built_on_its_own(construct: Any, given: Any):
    """The class of errorHistory takes a list or tuple and gives a tuple."""
    found = construct(given)
    assert type(found) is ERROR_HISTORY
    assert found == tuple(given)


@every_constructor
def test_items_of_error_history_are_strings(build: Build):
    """Each item of errorHistory takes a str and is read as one."""
    (item,) = build(Task, "errorHistory", ["export.failed"]).errorHistory
    assert isinstance(item, schemas.StrSchema)
    assert type(item) is schemas.StrSchema
    assert item == "export.failed"


@every_constructor
@pytest.mark.parametrize("wrong", [5, True, None, ["a"], {"a": 1}, b"a"], ids=repr)
def test_items_of_error_history_take_nothing_but_strings(build: Build, wrong: Any):
    """An item of errorHistory that is no string is refused, with its index."""
    problem = refused(build, Task, "errorHistory", ["fine", wrong, "fine"])
    assert problem.kind == "type"
    assert problem.path == ("args[0]", "errorHistory", 1)


def test_error_history_can_be_matched():
    """errorHistory is a sequence to a match statement."""
    match Task(errorHistory=["first", "second"]):
        case Task(errorHistory=[first, *rest]):
            assert (first, rest) == ("first", ["second"])
        case _:
            pytest.fail("no match")


# All of it at once

FULL: dict[str, Any] = {
    "id": "t1",
    "type": "audio-export",
    "state": "done",
    "format": "mp3",
    "score": "s1",
    "progress": {"percent": 100, "text": "complete"},
    "creationDate": UTC_TEXT,
    "modificationDate": UTC_TEXT,
    "doneDate": UTC_TEXT,
    "result": {"url": "https://flat.io/x.mp3", "error": ""},
    "errorHistory": ["first"],
    "anyStringName": [None, {"a": True}],
}


def test_the_three_constructors_agree():
    """From a dict, from keywords, and from a server: equal tasks, in the order of what was given."""
    tasks = [Task(FULL), Task(**FULL), Task.from_openapi_data_oapg(FULL)]
    assert tasks[0] == tasks[1] == tasks[2]
    assert len({hash(task) for task in tasks}) == 1
    assert all(list(task) == list(FULL) for task in tasks)


def test_keywords_win_over_the_mapping():
    """A mapping and keywords are merged, and unset ones are left out."""
    task = Task({"id": "a", "state": "done"}, id="b", score="s", type=schemas.unset)
    assert task == {"id": "b", "state": "done", "score": "s"}
    assert Task({"id": "a"}, id=schemas.unset) == {"id": "a"}


def test_keywords_are_in_the_order_of_the_declaration():
    """``Task(x=…, state=…, id=…)`` iterates as id, state, x."""
    assert list(Task(x="y", state="done", id="t1")) == ["id", "state", "x"]


def test_absent_properties_are_absent_in_every_way():
    """What was not sent is no attribute and no key; get gives None, get_item_oapg gives unset."""
    task = Task({"id": "t1"})
    assert not hasattr(task, "score")
    assert "score" not in task
    assert task.get("score") is None
    assert task.get_item_oapg("score") is schemas.unset
    with pytest.raises(KeyError):
        task["score"]
    with pytest.raises(AttributeError):
        task.score  # noqa: B018 - reading it is the test


@pytest.mark.parametrize("key", DESCRIPTIONS)
def test_declared_properties_can_be_read_by_their_declaration(key: str):
    """``task[Task.state]`` and ``task.get_item_oapg(Task.state)`` are further ways to the same value."""
    task = Task(FULL)
    declared = getattr(Task, key)
    assert task[declared] is task[key]
    assert task.get_item_oapg(declared) is task[key]
    assert Task({}).get_item_oapg(declared) is schemas.unset


def test_every_problem_is_told():
    """A refusal carries all problems, in the order of the data, and the first one is its message and path."""
    wrong = {"id": 5, "state": "dnoe", "progress": {"percent": "x"}, "creationDate": "x", "errorHistory": ["a", None]}
    with pytest.raises(ApiTypeError) as caught:
        Task(wrong)
    assert [(problem.path[1:], problem.kind) for problem in caught.value.problems] == [
        (("id",), "type"),
        (("state",), "enum"),
        (("progress", "percent"), "type"),
        (("creationDate",), "format"),
        (("errorHistory", 1), "type"),
    ]
    assert caught.value.path_to_item == ("args[0]", "id")
    assert "['args[0]']['id']" in str(caught.value)
    assert "4 more problems" in str(caught.value)


def test_a_task_is_a_dict_of_plain_values_again():
    """to_dict gives back plain Python, and to_json text from which the same task is read."""
    task = Task(FULL)
    plain = task.to_dict()
    assert type(plain) is dict
    assert plain == FULL
    assert Task(plain) == task
    assert Task.from_json(task.to_json()) == task
