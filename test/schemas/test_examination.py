"""The quick look at rejected data, in Python and in C: it tells what the walk tells, and leaves the rest to it."""

from __future__ import annotations

import datetime
import decimal
import gc
import typing
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flat_api.exceptions import ApiTypeError, ApiValueError, OpenApiException
from flat_api.model.score_details import ScoreDetails
from flat_api.model.task import Task
from flat_api.schemas import (
    AnyTypeSchema,
    BoolSchema,
    DateTimeSchema,
    DictSchema,
    Int32Schema,
    IntSchema,
    NoneSchema,
    NumberSchema,
    StrSchema,
    _compile,
    _findings,
    _validation,
    _walk,
    classproperty,
    list_of,
    map_of,
    nullable,
    one_of,
    optional,
    required,
)
from flat_api.schemas._examination import examiner_of

from .. import strategies
from .notations import ours, theirs
from .roads import no_converters, outcome, plain

Any = typing.Any


class Named(DictSchema, additional=False, max_properties=3):
    """Particular about names and their number."""

    name = required(StrSchema.where(min_length=2, max_length=4, pattern="^[a-z]*$"))
    count = optional(IntSchema.where(minimum=1))
    when = optional(DateTimeSchema)


class Sent(DictSchema):
    """With a name that only a server sends."""

    id = required(StrSchema, read_only=True)


class Both(DictSchema):
    """Ordinary members, one that only the walk knows, and a class inside itself."""

    title = optional(StrSchema)
    either = optional(one_of(StrSchema, IntSchema))
    below = optional(list_of(Named))


def told(build: typing.Callable[[], Any]) -> Any:
    """Return all there is to know of the error that *build* raises; None without one."""
    try:
        build()
    except (ApiTypeError, ApiValueError) as error:
        facts = (error.path_to_item, getattr(error, "valid_classes", None), getattr(error, "key_type", None))
        return type(error), facts, str(error), error.args, error.problems
    return None


def assert_same_is_told(cls: Any, data: Any) -> None:
    """The quick look, in Python and in C, ends in the error of the walk, or in none where the walk accepts."""
    for server in (True, False):
        with no_converters():
            expected = told(lambda server=server: _validation.explain(cls, data, server=server))
        assert told(lambda server=server: _validation.explain(cls, data, server=server)) == expected
        with patch.object(_validation, "examiner", examiner_of):
            assert told(lambda server=server: _validation.explain(cls, data, server=server)) == expected


@given(strategies.near_tasks)
def test_the_same_is_told_of_tasks(data: Any):
    """Class, text, path and every problem, whatever the data."""
    assert_same_is_told(Task, data)


@given(st.data())
def test_the_same_is_told_of_any_schema(data: st.DataObject):
    """In both notations, with whatever keywords, formats and compositions."""
    spec = data.draw(st.one_of(strategies.specs, strategies.object_specs))
    payload = data.draw(strategies.payloads(spec))
    assert_same_is_told(ours(spec), payload)
    assert_same_is_told(theirs(spec), payload)


DATA: list[tuple[Any, Any]] = [
    (Named, {}),
    (Named, {"name": "ab", "count": 1, "when": "2023-01-02T03:04:05Z", "x": 1}),
    (Named, {"name": "TOO LONG", "count": 0.5, "when": "soon"}),
    (Named, {"name": "a", "count": decimal.Decimal("0.5"), "when": "2023-02-30T00:00:00Z"}),
    (Named, {"name": None, "count": 10**30, "when": datetime.datetime(2023, 1, 2)}),
    (Named, {"name": "ab", "count": float("nan")}),
    (Named, {"name": "ab", "count": decimal.Decimal("inf")}),
    (Named, {"name": "ab", 5: "x"}),
    (Named, {"nmae": {1}}),
    (Named, {"count": "x", "when": "2023-06-05T24:00:00Z"}),
    (Named, {"name": 5, "x": 1}),
    (Both, {"title": 5, "x": {"y": float("nan")}, "z": [b"", 10**30]}),
    (Sent, {}),
    (Sent, {"id": 5}),
    (Both, {"title": 5, "either": 5.5, "below": [{"name": "ab"}, {"name": 5}, 5]}),
    (Both, {"title": 5, "either": "fine"}),
    (Both, {"title": "fine", "either": [], "below": {"name": 5}}),
    (Both, {"title": [], "either": {}, "below": None}),
    (Both, {"title": StrSchema("x"), "either": StrSchema("x"), "below": [Named(name="ab"), Task(id="a")]}),
    (Both, [Both({})]),
    (one_of(StrSchema, IntSchema), 5.5),
    (Task.State, 5),
    (Task.State, float("inf")),
    (Task.State, {"x": {1}}),
    (nullable(Task.State), False),
    (NoneSchema, "x"),
    (Int32Schema, 2**31),
    (Int32Schema, 0.5),
    (NumberSchema.where(minimum=3, multiple_of=2), 1),
    (list_of(StrSchema, max_items=1, unique_items=True), ["a", "a", 5]),
    (list_of(StrSchema, max_items=1), ["a", 5]),
    (map_of(list_of(NumberSchema)), {"a": [1, "x"], "b": ("y",), "c": "z"}),
    (AnyTypeSchema, {"a": [{"b": {1}}]}),
    (ScoreDetails, {"user": {"name": 5}, "creationDate": "x", "privacy": "open", "rights": []}),
    (Task, {"userToken": "a secret", "state": "dnoe", "progress": {"percent": "half", "apiKey": 5}}),
]


@pytest.mark.parametrize(("cls", "data"), DATA)
def test_the_same_is_told_of_what_is_odd(cls: Any, data: Any):
    """Names, numbers beyond all measure, Python's own objects, instances, and places that only the walk knows."""
    assert_same_is_told(cls, data)


def error_of(cls: Any, data: Any) -> OpenApiException:
    with pytest.raises(OpenApiException) as caught:
        cls.from_openapi_data_oapg(data)
    return caught.value


BAD = {"id": 5, "state": "dnoe", "doneDate": "soon", "progress": {"percent": "half"}, "errorHistory": ["a", None]}


@pytest.mark.parametrize("look", [_compile.examiner, examiner_of])
def test_ordinary_data_are_not_walked(look: Any):
    """Types, enums, formats and limits of ordinary data are told without a walk."""
    with patch.object(_validation, "examiner", look), patch.object(_walk, "Walk", side_effect=AssertionError):
        assert [problem.kind for problem in error_of(Task, BAD).problems] == ["type", "enum", "format", "type", "type"]


@pytest.mark.parametrize("look", [_compile.examiner, examiner_of])
def test_only_what_the_look_does_not_know_is_walked(look: Any):
    """Of a list with one composed value in it, the walk visits that value alone."""
    items: list[Any] = [{"title": str(number)} for number in range(1000)]
    items[500:502] = [{"title": 5}, {"either": 5.5}]
    visited: list[Any] = []
    examine = _walk.Walk._examine

    def counted(walk: Any, declaration: Any, value: Any, *others: Any) -> Any:
        visited.append(value)
        return examine(walk, declaration, value, *others)

    cls = list_of(Both)
    with patch.object(_validation, "examiner", look), patch.object(_walk.Walk, "_examine", counted):
        assert len(error_of(cls, items).problems) == 2
    assert set(map(str, visited)) == {"5.5"}


@pytest.mark.parametrize("read", [str, repr, lambda error: error.args], ids=["str", "repr", "args"])
def test_nothing_is_put_into_words_before_it_is_read(read: typing.Callable[[Any], Any]):
    """Neither the text of the error nor the problems; no value is looked at, and no secret looked for."""
    with (
        patch.object(_findings, "_WORDS", None),
        patch.object(_findings, "SENTENCES", None),
        patch.object(_findings, "_is_below_secret", None),
    ):
        error = error_of(Task, BAD)
    assert "Required value type is str and passed type was int at ['args[0]']['id'] (and 4 more" in str(read(error))
    assert read(error) == read(error)


def test_the_text_of_an_error_can_be_replaced_before_it_is_read():
    """As that of any exception: what is set is what it says."""
    error = error_of(Task, BAD)
    error.args = ("another",)
    assert str(error) == "another"


@pytest.mark.parametrize("cls", [Task, Both])
def test_what_is_changed_after_the_refusal_is_told_as_it_was(cls: Any):
    """The error is about what was passed."""
    data: dict[str, Any] = {"title": 5, "id": None, "errorHistory": ["a", 5], "below": [{"x": 1}], "either": [5]}
    untouched = {**data, "errorHistory": ["a", 5], "below": [{"x": 1}]}
    error = error_of(cls, data)
    data["errorHistory"][1], data["below"][0]["x"], data["title"] = "b", "b", "b"
    data["below"][0].clear()
    assert (str(error), error.problems) == (str(error_of(cls, untouched)), error_of(cls, untouched).problems)


def test_a_refusal_leaves_no_garbage():
    """Nothing of it waits for the collector: no frame holds its own error."""
    error_of(Task, BAD)
    gc.collect()
    gc.disable()
    try:
        for _ in range(10):
            try:
                Task.from_openapi_data_oapg(BAD)
            except ApiTypeError as error:
                assert error.problems
        assert gc.collect() == 0
    finally:
        gc.enable()


@pytest.mark.parametrize("cls", [nullable(StrSchema), BoolSchema, AnyTypeSchema])
def test_names_of_a_class_do_not_hide_its_constants(cls: Any):
    """A member called NONE, as the earlier generator printed them, is made by a call of the class, and is no null."""

    class Named(cls):
        NONE = TRUE = FALSE = classproperty(lambda cls: cls(5))

    named = map_of(Named)
    for constant in (None, True, False):
        assert outcome(lambda constant=constant: named({"a": constant})) == plain(named, {"a": constant})
