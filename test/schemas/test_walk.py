"""The plain walk, and the law that ties it to the compiled converters."""

from __future__ import annotations

import copy
import keyword
import pickle
import typing
from collections.abc import Callable, Iterator
from decimal import Decimal
from types import NoneType

import pytest
from frozendict import frozendict
from hypothesis import given
from hypothesis import strategies as st

from flat_api import schemas
from flat_api.configuration import JSON_SCHEMA_VALIDATION_KEYWORDS, Configuration
from flat_api.exceptions import ApiTypeError, ApiValueError, OpenApiException
from flat_api.model.task import Task
from flat_api.schemas import (
    AnyTypeSchema,
    DictSchema,
    IntSchema,
    NumberSchema,
    StrSchema,
    declaration_of,
    list_of,
    optional,
    required,
)
from flat_api.schemas._script import LARGE

from .. import strategies
from ..strategies import Text
from .notations import ours, theirs
from .roads import REFUSED, Refusal, explained, fast, outcome, plain

Any = typing.Any


class Needy(DictSchema, additional=False, max_properties=8):
    """An object that is particular about its names."""

    a = required(StrSchema)
    b = optional(StrSchema)


Short = list_of(StrSchema.where(max_length=2), max_items=3)


def assert_roads_agree(cls: Any, payload: Any, disabled: frozenset[str] = frozenset()) -> None:
    """Assert that both paths make the same instance, or both reject *payload*.

    The fast path may reject what the walk accepts where the payload holds something of `ONLY_THE_WALK_ACCEPTS`.
    """
    configuration = Configuration(disabled_client_side_validations=set(disabled))
    slow = plain(cls, payload, configuration=configuration)
    quick = fast(cls, payload, disabled)
    if quick is REFUSED:
        assert isinstance(slow, Refusal) or any(map(only_the_walk_accepts, values_in(payload)))
    else:
        assert quick == slow
    assert explained(cls, payload, configuration=configuration) == slow


FAST_TYPES = frozenset({dict, list, tuple, str, int, float, Decimal, bool, NoneType, bytes})

ONLY_THE_WALK_ACCEPTS: dict[str, Callable[[Any], bool]] = {
    "a type that JSON isn't read as: subclasses, frozendicts, files, instances": lambda value: (
        type(value) not in FAST_TYPES
    ),
    "an integer of 19 digits and more": lambda value: type(value) is int and abs(value) >= LARGE,
    "a Decimal that is not a number": lambda value: type(value) is Decimal and value.is_nan(),
    "a date-time at the hour 24, where the converter is in Python": lambda value: (
        type(value) is str and value[10:13] == "T24"
    ),
}
"""What the fast path leaves to the walk, and the test for a value of that kind."""


def only_the_walk_accepts(value: Any) -> bool:
    """Return whether the fast path leaves *value* to the walk."""
    return any(test(value) for test in ONLY_THE_WALK_ACCEPTS.values())


def values_in(payload: Any) -> Iterator[Any]:
    """Yield *payload* and all values inside it."""
    yield payload
    inside = payload.values() if isinstance(payload, dict) else payload if isinstance(payload, (list, tuple)) else ()
    for value in inside:
        yield from values_in(value)


@pytest.mark.parametrize(
    ("cls", "payload"),
    [
        (StrSchema, Text("a")),
        (AnyTypeSchema, frozendict({"a": 1})),
        (list_of(StrSchema), [Task.State.DONE]),
        (IntSchema, LARGE),
        (NumberSchema, -LARGE),
        (NumberSchema, Decimal("NaN")),
    ],
)
def test_some_values_only_the_walk_accepts(cls: Any, payload: Any):
    """Each kind on the list is needed there: a value of it that the walk accepts, and the fast path does not."""
    assert any(map(only_the_walk_accepts, values_in(payload)))
    assert fast(cls, payload) is REFUSED
    assert not isinstance(plain(cls, payload), Refusal)


@given(strategies.near_tasks)
def test_compiled_and_plain_agree_on_tasks(payload: Any):
    """Whatever the payload, both converters of Task return equal instances of equal classes, or both refuse."""
    assert_roads_agree(Task, payload)


@given(st.data())
def test_compiled_and_plain_agree_on_any_schema(data: st.DataObject):
    """Whatever the schema and the payload, both roads return equal instances of equal classes, or both refuse."""
    spec = data.draw(strategies.specs)
    cls = ours(spec)
    for _ in range(3):
        assert_roads_agree(cls, data.draw(strategies.payloads(spec)))


@given(st.data())
def test_compiled_and_plain_agree_on_any_object(data: st.DataObject):
    """Whatever an object declares, both roads return equal instances of equal classes, or both refuse."""
    spec = data.draw(strategies.object_specs)
    cls = ours(spec)
    for _ in range(3):
        assert_roads_agree(cls, data.draw(strategies.payloads(spec)))


@given(st.data())
def test_compiled_and_plain_agree_on_metaoapg_classes(data: st.DataObject):
    """The law holds for classes in the notation of the earlier generator, too."""
    spec = data.draw(strategies.specs)
    cls = theirs(spec)
    for _ in range(3):
        assert_roads_agree(cls, data.draw(strategies.payloads(spec)))


@given(st.data(), st.sets(st.sampled_from(sorted(JSON_SCHEMA_VALIDATION_KEYWORDS | {"enum", "format"}))))
def test_compiled_and_plain_agree_when_checks_are_disabled(data: st.DataObject, words: set[str]):
    """The law holds for every set of checks that a configuration leaves out."""
    spec = data.draw(strategies.specs)
    payload = data.draw(strategies.payloads(spec))
    cls, configuration = ours(spec), Configuration(disabled_client_side_validations=words)
    assert_roads_agree(cls, payload, frozenset(words))
    slow = plain(cls, payload, configuration=configuration)
    assert outcome(lambda: cls.from_openapi_data_oapg(payload, _configuration=configuration)) == slow


@given(st.data())
def test_constructors_agree_with_the_plain_walk(data: st.DataObject):
    """Whatever is passed from Python or from a server, the constructors give what the plain walk gives."""
    spec = data.draw(strategies.specs)
    payload = data.draw(strategies.payloads(spec))
    cls = ours(spec)
    assert outcome(lambda: cls(payload)) == plain(cls, payload, server=False)
    assert outcome(lambda: cls.from_openapi_data_oapg(payload)) == plain(cls, payload)


@given(st.data())
def test_keywords_and_mapping_agree(data: st.DataObject):
    """Keywords give what a mapping gives, in an order of their own."""
    spec = data.draw(strategies.object_specs)
    payload = data.draw(strategies.payloads(spec).filter(_can_be_keywords))
    cls = ours(spec)
    from_mapping = outcome(lambda: cls(payload))
    from_keywords = outcome(lambda: cls(**payload))
    if not isinstance(from_mapping, Refusal):
        assert from_keywords == from_mapping
        assert_keyword_order(cls, payload)
    else:
        assert isinstance(from_keywords, Refusal)
        assert sorted(map(repr, from_keywords.problems)) == sorted(map(repr, from_mapping.problems))


def _can_be_keywords(payload: Any) -> bool:
    return isinstance(payload, dict) and bool(payload) and not any(item is schemas.unset for item in payload.values())


def assert_keyword_order(cls: Any, payload: Any) -> None:
    """Required names come first, then optional ones in their order, then what is no parameter, as it was given."""
    declaration = declaration_of(cls)
    names = [name for name in declaration.properties if name.isidentifier() and not keyword.iskeyword(name)]
    first = [name for name in declaration.properties if name in declaration.required and name in payload]
    then = [name for name in names if name in payload and name not in first]
    found = list(cls(**payload))
    assert sorted(found[: len(first)]) == sorted(first)
    assert found[len(first) : len(first) + len(then)] == then
    assert sorted(found[len(first) + len(then) :]) == sorted(set(payload) - {*first, *then})


@given(st.data())
def test_both_notations_mean_the_same(data: st.DataObject):
    """A schema in our notation and in that of the earlier generator takes the same values and finds the same faults."""
    spec = data.draw(strategies.specs)
    new, old = ours(spec), theirs(spec)
    payload = data.draw(strategies.payloads(spec))
    assert _comparable(plain(new, payload)) == _comparable(plain(old, payload))


ERRORS: dict[str, typing.Callable[[], Any]] = {
    "type": lambda: Task(id=5),
    "value": lambda: Task(state="dnoe"),
    "several": lambda: Task(id=5, state="dnoe", progress={"percent": "x"}),
    "key": lambda: Task({})["absent"],
    "attribute": lambda: Task({}).score,
    "json": lambda: Task.from_json("{"),
    "call": lambda: Task(),
    "change": lambda: setattr(Task({}), "id", "a"),
    "accessor": lambda: schemas.NumberSchema(5.5).as_int,
}


@pytest.mark.parametrize("build", ERRORS.values(), ids=ERRORS)
@pytest.mark.parametrize(
    "duplicate",
    [lambda error: pickle.loads(pickle.dumps(error)), copy.copy, copy.deepcopy],
    ids=["pickle", "copy", "deep"],
)
def test_errors_can_go_to_another_process(build: Any, duplicate: Any):
    """An error keeps its message, its path and its problems when it is pickled or copied."""
    with pytest.raises((OpenApiException, AttributeError)) as caught:
        build()
    error = caught.value
    other = duplicate(error)
    assert type(other) is type(error)
    assert str(other) == str(error)
    for name in ("problems", "path_to_item", "valid_classes", "key_type"):
        assert getattr(other, name, None) == getattr(error, name, None)


@pytest.mark.parametrize("build", [ERRORS["type"], ERRORS["value"], ERRORS["several"]])
def test_a_refusal_has_no_history(build: Any):
    """What went on inside before the refusal is no part of its traceback."""
    with pytest.raises((ApiTypeError, ApiValueError)) as caught:
        build()
    assert caught.value.__context__ is None
    assert caught.value.__cause__ is None


ORDER: list[tuple[Any, Any, list[tuple[tuple[Any, ...], str]]]] = [
    (
        Task,
        {"id": 5, "extra": {1}, "state": "x"},
        [(("extra",), "unsupported"), (("id",), "type"), (("state",), "enum")],
    ),
    (Needy, {"b": 5}, [((), "required"), (("b",), "type")]),
    (Needy, {"a": "x", "c": 1, "b": 5}, [((), "additionalProperties"), (("b",), "type")]),
    (Needy, {"c": 1}, [((), "required"), ((), "additionalProperties")]),
    (Needy, {str(n): n for n in range(9)}, [((), "maxProperties"), ((), "required"), ((), "additionalProperties")]),
    (Needy, [], [((), "type")]),
    (Short, ["ab", "abc", 5, "c"], [((), "maxItems"), ((1,), "maxLength"), ((2,), "type")]),
    (Task.State, 5, [((), "enum")]),
    (schemas.IntSchema.where(minimum=5), 0.5, [((), "format"), ((), "minimum")]),
]


@pytest.mark.parametrize(("cls", "data", "problems"), ORDER)
def test_problems_are_in_the_order_of_the_reference(cls: Any, data: Any, problems: Any):
    """No data first; then value before type for enums, format, keywords, names, and the members in their order."""
    with pytest.raises((ApiTypeError, ApiValueError)) as caught:
        cls(data)
    found = [(problem.path[1:], problem.kind) for problem in caught.value.problems]
    assert found == problems
    first_is_type = problems[0][1] in ("type", "required", "additionalProperties")
    assert isinstance(caught.value, ApiTypeError if first_is_type else ApiValueError)


SHARED: list[Any] = [{}, [], (), {"percent": "x"}, {"percent": {}}, [{"percent": []}], "text", 5, None]


@pytest.mark.parametrize("value", SHARED, ids=repr)
@pytest.mark.parametrize(
    "cls",
    [
        StrSchema.where(pattern="^x$"),
        Task.State,
        schemas.one_of(Task.Progress.where(min_properties=1), StrSchema.where(max_length=1)),
        DictSchema.where(discriminator={"kind": {"task": Task}}),
        list_of(Task.Progress, min_items=1, unique_items=True),
        schemas.any_of(schemas.BoolSchema, Task.Progress.where(min_properties=1)),
    ],
)
def test_equal_values_at_two_places_are_both_told_of(cls: Any, value: Any):
    """The same thing wrong at two places is two problems, whether or not it is one object."""
    for second in (value, copy.deepcopy(value)):
        with pytest.raises((ApiTypeError, ApiValueError)) as caught:
            schemas.map_of(cls)({"first": value, "second": second})
        paths = [problem.path[1] for problem in caught.value.problems]
        assert paths.count("first") == paths.count("second") > 0


def test_paths_are_told_as_they_always_were():
    """The path is in the message and an attribute: subscripts in type errors, a tuple in value errors."""
    with pytest.raises(ApiTypeError, match=r"passed type was int at \['args\[0\]'\]\['errorHistory'\]\[1\]$"):
        Task(errorHistory=["a", 5])
    with pytest.raises(ApiValueError, match=r" at \('args\[0\]', 'progress', 'due'\)$"):
        Task(progress={"due": object()})


def _comparable(outcome: Any) -> Any:
    """*outcome* without the names that differ between two classes for one schema."""
    if isinstance(outcome, Refusal):
        return outcome.error, [(path, kind) for path, kind, _ in outcome.problems]
    (cls, _), rest = outcome
    if isinstance(rest, dict):
        rest = {key: _comparable(item) for key, item in rest.items()}
    elif isinstance(rest, list):
        rest = [_comparable(item) for item in rest]
    return _runtime_classes(cls), rest


def _runtime_classes(cls: type) -> set[str]:
    """The classes of the runtime that *cls* has among its bases, by name."""
    return {base.__name__ for base in cls.__mro__ if getattr(schemas, base.__name__, None) is base}
