"""Problems in words: what was expected and what was passed, as it was passed; short, and made when they are read."""

from __future__ import annotations

import datetime
import decimal
import pickle
import subprocess
import sys
import typing
import uuid

import pytest

from flat_api.exceptions import LONGEST_MESSAGE, ApiTypeError, OpenApiException
from flat_api.model.task import Task
from flat_api.schemas import (
    AnyTypeSchema,
    BoolSchema,
    DateSchema,
    DateTimeSchema,
    DecimalSchema,
    DictSchema,
    IntSchema,
    NoneSchema,
    NotAnyTypeSchema,
    NumberSchema,
    StrSchema,
    UUIDSchema,
    _findings,
    any_of,
    list_of,
    map_of,
    nullable,
    one_of,
    required,
)

Any = typing.Any


class Named(DictSchema, additional=False):
    name = required(StrSchema)
    number = required(StrSchema)


def error_of(cls: Any, data: object) -> OpenApiException:
    """The error that *cls* raises for *data*."""
    with pytest.raises(OpenApiException) as caught:
        cls(data)
    return caught.value


MESSAGES: list[tuple[Any, object, str]] = [
    (StrSchema, 5, "expected a string, got 5"),
    (StrSchema, 33.3, "expected a string, got 33.3"),
    (StrSchema, decimal.Decimal("1.50"), "expected a string, got 1.50"),
    (StrSchema, True, "expected a string, got True"),
    (StrSchema, None, "expected a string, got None"),
    (StrSchema, [1], "expected a string, got an array of 1 item"),
    (StrSchema, {}, "expected a string, got an object of 0 properties"),
    (StrSchema, b"x", "expected a string, got bytes"),
    (StrSchema, Task(id="a", type="b"), "expected a string, got an object of 2 properties"),
    (StrSchema, {1}, "expected JSON data, got a set"),
    (NumberSchema, "half", "expected a number, got 'half'"),
    (nullable(StrSchema), 5, "expected null or a string, got 5"),
    (AnyTypeSchema, float("nan"), "expected a finite number of at most 4,300 digits, got nan"),
    (IntSchema, 1.5, "expected the format integer, got 1.5"),
    (UUIDSchema, "x", "expected the format UUID, got 'x'"),
    (DateSchema, "soon", "expected a date (ISO 8601), got 'soon'"),
    (DateTimeSchema, "soon", "expected a date and time (ISO 8601), got 'soon'"),
    (DecimalSchema, "x", "expected a decimal number in a string, got 'x'"),
    (Task.State, "dnoe", "'dnoe' is not one of created, doing, done, canceled, error"),
    (StrSchema.where(max_length=2), "abc", "expected at most 2 characters, got 'abc'"),
    (StrSchema.where(min_length=1), "", "expected at least 1 character, got ''"),
    (StrSchema.where(pattern="^x$"), "y", "expected a string that matches `^x$`, got 'y'"),
    (NumberSchema.where(maximum=0.3), 0.4, "expected at most 0.3, got 0.4"),
    (NumberSchema.where(exclusive_minimum=2), 2, "expected more than 2, got 2"),
    (NumberSchema.where(multiple_of=2), 3, "expected a multiple of 2, got 3"),
    (list_of(StrSchema, max_items=1), ["a", "b"], "expected at most 1 item, got an array of 2 items"),
    (list_of(StrSchema, unique_items=True), ["a", "a"], "expected items that all differ, got some that are equal"),
    (DictSchema.where(min_properties=1), {}, "expected at least 1 property, got an object of 0 properties"),
    (Named, {"number": "1"}, "the required property 'name' must be there"),
    (Named, {}, "the required properties 'name' and 'number' must be there"),
    (Named, {"name": "a", "number": "1", "nmae": "b"}, "Named has no property 'nmae', did you mean 'name'?"),
    (
        one_of(NumberSchema, BoolSchema),
        "x",
        "no schema of oneOf accepts 'x' (NumberSchema: expected a number, got 'x'; ",
    ),
    (any_of(NumberSchema, NoneSchema), [], "no schema of anyOf accepts an array of 0 items (NumberSchema: expected a "),
    (one_of(StrSchema, StrSchema.where(max_length=9)), "x", "expected one schema of oneOf to accept 'x', got [<class "),
    (NotAnyTypeSchema, "x", "expected anything but AnyTypeSchema, got 'x'"),
    (DictSchema.where(discriminator={"kind": {"task": Task}}), {"kind": 1}, "expected one of task, got 1"),
]


@pytest.mark.parametrize(("cls", "data", "message"), MESSAGES)
def test_messages_say_what_was_expected_and_what_was_passed(cls: Any, data: object, message: str):
    """In the words of JSON, with a value written as it was passed."""
    assert error_of(cls, data).problems[0].message.startswith(message)


def test_what_a_server_never_sends_is_named():
    for value in (datetime.date(2024, 1, 2), uuid.UUID(int=1)):
        with pytest.raises(ApiTypeError) as caught:
            StrSchema.from_openapi_data_oapg(value)
        assert caught.value.problems[0].message == f"expected a string, got a {type(value).__name__}"


@pytest.mark.parametrize("value", [5, 33.3, True, [], {}, (), decimal.Decimal(1)], ids=repr)
@pytest.mark.parametrize("schema", [StrSchema.where(max_length=0), one_of(StrSchema.where(min_length=1), NoneSchema)])
def test_the_sentence_of_an_error_names_the_class_that_was_passed(schema: Any, value: object):
    """The sentence is that of the earlier client, about what the caller knows: an int, a list, no Decimal, no tuple."""
    text = str(error_of(map_of(schema), {"a": value}))
    assert "Required value type is str and passed type was " + type(value).__name__ in text


def test_values_below_a_schema_that_looks_inside_are_named_as_passed_too():
    """Such a schema casts all of the value before it looks at a part of it."""
    cls = list_of(StrSchema, unique_items=True)
    assert [problem.message for problem in error_of(cls, ["a", 5, 33.3]).problems] == [
        "expected a string, got 5",
        "expected a string, got 33.3",
    ]


LONG = "x" * 100_000


@pytest.mark.parametrize(
    ("cls", "data"),
    [
        (StrSchema.where(max_length=1), LONG),
        (StrSchema.where(pattern="^" + "y" * 3_000), "a"),
        (map_of(StrSchema), {LONG: 1}),
        (map_of(map_of(StrSchema)), {LONG: {LONG: 1}}),
        (Task.State, LONG),
        (Named, dict.fromkeys([f"{LONG}{i}" for i in range(10)])),
        (Named, dict.fromkeys([f"key{i}" for i in range(10_000)])),
        (one_of(*[StrSchema.where(max_length=1) for _ in range(100)]), LONG),
        (StrSchema, type(LONG, (), {})()),
        (StrSchema, int("9" * 4000)),
        (NumberSchema.where(maximum=decimal.Decimal("9" * 4000)), decimal.Decimal("9" * 4001)),
        (list_of(StrSchema, max_items=1), [LONG] * 10),
        (DictSchema.where(discriminator={"kind": {f"{i}{LONG}": Task for i in range(100)}}), {"kind": LONG}),
    ],
)
def test_no_message_is_longer_than_it_has_to_be(cls: Any, data: object):
    """Neither the text of the error nor that of a problem."""
    error = error_of(cls, data)
    assert len(str(error)) <= LONGEST_MESSAGE
    assert all(len(problem.message) <= LONGEST_MESSAGE for problem in error.problems)


def test_keywords_of_any_length_are_cut():
    for call in (
        lambda: StrSchema(**{LONG: 1}),
        lambda: Task(1, **{LONG: 1}),
        lambda: Task({}).replace(1, **{LONG: 1}),
    ):
        with pytest.raises((TypeError, ValueError)) as caught:
            call()
        assert len(str(caught.value)) <= LONGEST_MESSAGE


def test_problems_are_put_into_words_when_they_are_read(monkeypatch: pytest.MonkeyPatch):
    """A refusal costs no more than its first sentence, however many problems it has."""
    described: list[object] = []
    words = _findings._WORDS["type"]
    monkeypatch.setitem(_findings._WORDS, "type", lambda facts, got: described.append(got) or words(facts, got))
    error = error_of(list_of(StrSchema), list(range(100)))
    assert str(error).endswith("(and 99 more problems)")
    assert described == []
    assert len(error.problems) == len(described) == 100
    assert error.problems is error.problems
    assert len(described) == 100


def test_a_pickled_error_has_words_and_no_values():
    """A problem travels as path, message and kind, whether or not it was read before."""
    error = error_of(Task, {"id": 5, "doneDate": "soon"})
    other = pickle.loads(pickle.dumps(error))
    assert (type(other), str(other), other.path_to_item) == (type(error), str(error), error.path_to_item)
    assert other.problems == error.problems


def test_what_is_changed_afterwards_is_told_as_it_was():
    """The text of an error about a list is about the list that was passed."""
    data = ["a", "b"]
    error = error_of(list_of(StrSchema, max_items=1), data)
    data.clear()
    assert "('a', 'b')" in str(error)


@pytest.mark.parametrize("name", ["titel", "doneDat"])
def test_a_misspelt_attribute_leads_to_the_near_property(name: str):
    """Properties come before methods, in the text of the error or in the hint of Python."""
    code = f"from flat_api.models import ScoreDetails, Task\nTask(title='a').{name}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    near = {"titel": "title", "doneDat": "doneDate"}[name]
    assert f"id you mean {near!r}?" in done.stderr or f"Did you mean: {near!r}?" in done.stderr


def test_a_property_is_suggested_before_a_method_that_is_as_near():
    """``titel`` is as near to ``item``."""
    code = "from flat_api.models import ScoreDetails as S\nS.from_openapi_data_oapg({}, lenient=True).titel"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stderr.rstrip().endswith("Did you mean: 'title'?")


def test_properties_are_listed_before_methods():
    """`dir` has every name once, and those of the model first."""
    names = dir(Task(title="a"))
    assert len(names) == len(set(names))
    assert names.index("title") < names.index("to_dict") > names.index("doneDate")
    assert "__class__" in names


def test_a_sentence_about_names_looks_at_no_value():
    """A number beyond all measure beside the name that is wrong is a problem of its own, not one of the message."""
    error = error_of(Named, {"name": "a", "number": 10**5000, "x": 10**5000})
    assert [problem.kind for problem in error.problems] == ["number", "additionalProperties"]
    assert str(error_of(Named, {"name": "a", "number": "b", "x": {"y": 10**5000}}))
