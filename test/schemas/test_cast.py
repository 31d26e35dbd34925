"""From Python data to primitives: what is data, what is not, and what is said of it."""

from __future__ import annotations

import collections
import datetime
import decimal
import enum
import fractions
import types
import typing
import uuid
from decimal import Decimal

import pytest
from frozendict import frozendict
from hypothesis import given
from hypothesis import strategies as st

from flat_api import schemas
from flat_api.exceptions import ApiTypeError, ApiValueError
from flat_api.model.task import Task
from flat_api.schemas import AnyTypeSchema, DictSchema, IntSchema, NumberSchema, StrSchema, list_of, optional
from flat_api.schemas._cast import MOST_DIGITS, Cast

from .. import strategies
from .notations import ours
from .roads import Refusal, outcome, tree

Any = typing.Any


class Colour(enum.StrEnum):
    RED = "red"


class Size(enum.IntEnum):
    LARGE = 5


class Word(str):
    __slots__ = ()


class Count(int):
    pass


class Share(float):
    pass


class Price(Decimal):
    pass


class Record(typing.NamedTuple):
    a: int
    b: str


class Stamp(datetime.datetime):
    pass


class Sack(list[Any]):
    pass


class Bag(dict[str, Any]):
    pass


class Blob(bytes):
    pass


SUBCLASSES: dict[str, tuple[Any, Any]] = {
    "StrEnum": (Colour.RED, "red"),
    "IntEnum": (Size.LARGE, Decimal(5)),
    "str": (Word("word"), "word"),
    "int": (Count(5), Decimal(5)),
    "float": (Share(0.5), Decimal("0.5")),
    "whole float": (Share(5), Decimal("5.0")),
    "Decimal": (Price("1.50"), Decimal("1.50")),
    "namedtuple": (Record(1, "b"), (Decimal(1), "b")),
    "list": (Sack([1]), (Decimal(1),)),
    "dict": (Bag(a=1), {"a": Decimal(1)}),
    "OrderedDict": (collections.OrderedDict(b=1, a=2), {"b": Decimal(1), "a": Decimal(2)}),
    "defaultdict": (collections.defaultdict(list, a=1), {"a": Decimal(1)}),
    "Counter": (collections.Counter("aab"), {"a": Decimal(2), "b": Decimal(1)}),
    "bytes": (Blob(b"a"), b"a"),
    "datetime": (Stamp(2023, 6, 5), "2023-06-05T00:00:00"),
    "lru": (types.SimpleNamespace(a=1).__dict__, {"a": Decimal(1)}),
}


@pytest.mark.parametrize(("value", "plain"), SUBCLASSES.values(), ids=SUBCLASSES)
def test_subclasses_of_pythons_types_are_data_like_their_parents(value: Any, plain: Any):
    """A subclass of str, int, dict ... is taken as what it derives from, and nothing of it is kept."""
    found = AnyTypeSchema(value)
    assert found == plain
    assert isinstance(found, type(plain) if not isinstance(plain, dict) else frozendict)
    assert not isinstance(found, type(value)) or type(value) is dict
    assert schemas.one_of(AnyTypeSchema)({"a": [value]}) == {"a": (plain,)}


def test_the_order_of_an_ordered_dict_is_kept():
    """Keys stay in the order in which the mapping has them."""
    assert list(DictSchema(collections.OrderedDict(b=1, a=2))) == ["b", "a"]


NO_DATA: dict[str, Any] = {
    "set": {1},
    "frozenset": frozenset({1}),
    "bytearray": bytearray(b"a"),
    "memoryview": memoryview(b"a"),
    "complex": 1j,
    "Fraction": fractions.Fraction(1, 2),
    "time": datetime.time(10),
    "timedelta": datetime.timedelta(1),
    "range": range(3),
    "generator": (item for item in ()),
    "iterator": iter([1]),
    "function": len,
    "class": dict,
    "module": decimal,
    "object": object(),
    "unset": schemas.unset,
    "Ellipsis": ...,
    "NotImplemented": NotImplemented,
    "deque": collections.deque([1]),
    "mappingproxy": types.MappingProxyType({"a": 1}),
    "ChainMap": collections.ChainMap({"a": 1}),
    "UserDict": collections.UserDict(a=1),
    "UserString": collections.UserString("a"),
    "exception": ValueError("a"),
}


@pytest.mark.parametrize("value", NO_DATA.values(), ids=NO_DATA)
@pytest.mark.parametrize(
    ("cls", "wrap", "path"),
    [
        (AnyTypeSchema, lambda value: value, ()),
        (StrSchema, lambda value: value, ()),
        (Task, lambda value: {"extra": value}, ("extra",)),
        (Task, lambda value: {"id": value}, ("id",)),
        (Task, lambda value: {"state": value}, ("state",)),
        (Task, lambda value: {"state": [{"a": value}]}, ("state", 0, "a")),
        (Task, lambda value: {"progress": {"percent": value}}, ("progress", "percent")),
        (Task, lambda value: {"errorHistory": ["a", value]}, ("errorHistory", 1)),
        (schemas.one_of(StrSchema, DictSchema), lambda value: {"a": [value]}, ("a", 0)),
        (schemas.list_of(AnyTypeSchema, unique_items=True), lambda value: [value], (0,)),
    ],
    ids=["any", "str", "undeclared", "declared", "enum", "deep", "number", "array", "oneOf", "unique"],
)
def test_what_is_no_data_is_refused_everywhere(cls: Any, wrap: Any, path: Any, value: Any):
    """A set, a generator, an object ... is unsupported wherever it stands, and told of once, with its path."""
    with pytest.raises(ApiValueError, match="Invalid type passed in got input=") as caught:
        cls(wrap(value))
    first = caught.value.problems[0]
    assert first.kind == "unsupported"
    assert first.path == ("args[0]", *path)
    assert [problem.kind for problem in caught.value.problems].count("unsupported") == 1


def test_what_is_no_data_is_told_of_first():
    """Problems with things that are no data come before those that a schema has."""
    with pytest.raises(ApiValueError) as caught:
        Task({"id": 5, "extra": {1}, "other": object()})
    assert [(problem.path[1], problem.kind) for problem in caught.value.problems] == [
        ("extra", "unsupported"),
        ("other", "unsupported"),
        ("id", "type"),
    ]


NOT_FINITE = [float("nan"), float("inf"), float("-inf")]


@pytest.mark.parametrize("number", NOT_FINITE, ids=str)
@pytest.mark.parametrize("cls", [NumberSchema, IntSchema, schemas.Float64Schema, AnyTypeSchema, StrSchema])
def test_floats_that_are_not_finite_are_refused(cls: Any, number: float):
    """NaN and the infinities are no JSON numbers."""
    for build in (cls, cls.from_openapi_data_oapg, lambda value: list_of(cls)([value])):
        with pytest.raises(ApiValueError) as caught:
            build(number)
        assert caught.value.problems[0].kind == "number"


LARGEST = 10**MOST_DIGITS - 1


@pytest.mark.parametrize("number", [LARGEST, -LARGEST, Decimal(LARGEST), Decimal(f"1E+{MOST_DIGITS - 1}")], ids=type)
def test_numbers_of_thousands_of_digits_are_kept(number: Any):
    """Up to 4,300 digits, what Python itself converts, are kept exactly."""
    assert NumberSchema(number) == number
    assert AnyTypeSchema(number) == number
    assert IntSchema(number).as_int == number


@pytest.mark.parametrize("digits", [MOST_DIGITS, MOST_DIGITS + 1])
def test_the_limit_of_digits_is_the_same_in_every_form(digits: int):
    """An int, a Decimal and JSON text of as many digits are all taken or all refused."""
    number = 10 ** (digits - 1)
    forms: list[Any] = [
        lambda: NumberSchema(number),
        lambda: NumberSchema(Decimal(number)),
        lambda: NumberSchema.from_json("1" + "0" * (digits - 1)),
        lambda: NumberSchema.from_json(f"1e{digits - 1}"),
    ]
    for build in forms:
        if digits <= MOST_DIGITS:
            assert build() == number
        else:
            with pytest.raises(ApiValueError):
                build()


@pytest.mark.parametrize(
    "number",
    [
        10**5000,
        -(10**5000),
        10 ** (MOST_DIGITS + 1),
        Decimal("1E+1000000000"),
        Decimal("1E-1000000000"),
        Decimal("1E+5000"),
    ],
    ids=lambda number: f"{type(number).__name__}",
)
@pytest.mark.parametrize("cls", [NumberSchema, IntSchema, AnyTypeSchema, StrSchema])
def test_absurd_numbers_are_refused(cls: Any, number: Any):
    """Larger or smaller numbers are refused before anybody calculates with them."""
    for build in (cls, cls.from_openapi_data_oapg, lambda value: DictSchema({"a": value})):
        with pytest.raises(ApiValueError) as caught:
            build(number)
        assert caught.value.problems[0].kind == "number"


@pytest.mark.parametrize("cls", [Task, DictSchema, AnyTypeSchema])
@pytest.mark.parametrize(
    "value",
    [datetime.date(2023, 6, 5), datetime.datetime(2023, 6, 5, 10), uuid.UUID(int=5)],
    ids=lambda v: type(v).__name__,
)
def test_python_objects_that_stand_for_text_come_from_python_only(cls: Any, value: Any):
    """Dates and UUIDs become text in a constructor; in the data of a server they are refused, with their path."""
    assert cls({"extra": [value]}) == {"extra": (value.isoformat() if hasattr(value, "isoformat") else str(value),)}
    with pytest.raises(ApiTypeError, match="Required value type is str and passed type was") as caught:
        cls.from_openapi_data_oapg({"extra": [value]})
    assert caught.value.path_to_item == ("args[0]", "extra", 0)


@given(st.data())
def test_instances_are_data_again(data: st.DataObject):
    """An instance can be passed wherever its plain data can, with an equal result."""
    spec = data.draw(strategies.specs)
    value = data.draw(strategies.payloads(spec, 0))
    cls = ours(spec)
    untyped = AnyTypeSchema(value)
    assert without_messages(outcome(lambda: cls(untyped))) == without_messages(outcome(lambda: cls(value)))


def without_messages(found: Any) -> Any:
    """*found* without the sentences, which show an array as it was given: as a list or as a tuple."""
    return [problem[:2] for problem in found.problems] if isinstance(found, Refusal) else found


@given(strategies.task_payloads)
def test_a_task_passes_through_its_own_class_as_it_is(payload: Any):
    """``Task(task)`` is an equal Task of equal classes."""
    task = Task(payload)
    assert tree(Task(task)) == tree(task)
    assert tree(Task.from_openapi_data_oapg(task)) == tree(task)


def test_instances_keep_the_class_that_the_schema_expects():
    """Where the schema is one of the classes of an instance, it is not validated again; elsewhere it is data."""
    lenient = schemas.Configuration(disabled_client_side_validations={"enum"})
    archived = Task.State("archived", _configuration=lenient)
    assert Task(state=archived).state is archived
    assert type(Task(id=archived).id) is StrSchema
    with pytest.raises(ApiValueError):
        Task(state=StrSchema("archived"))
    progress = Task.Progress(text="x")
    assert Task(progress=progress).progress is progress
    assert type(Task(result=progress).result) is Task.Result
    assert not isinstance(Task(extra=Task(id="a")).extra, Task)


def test_an_instance_of_a_subclass_is_data_for_its_parent():
    """Only the very class that is expected passes as it is."""

    class Parent(DictSchema):
        a = optional(StrSchema)

    class Child(Parent):
        b = optional(StrSchema)

    found = Parent(Child(a="x", b="y"))
    assert type(found) is Parent
    assert found == {"a": "x", "b": "y"}


def test_cast_to_allowed_types_gives_primitives():
    """The historic function returns the cast data and notes the classes of instances inside."""
    noted: dict[Any, Any] = {}
    found = schemas.cast_to_allowed_types({"a": [1, True, None], "b": StrSchema("x")}, False, noted)
    assert found == frozendict({"a": (Decimal(1), schemas.BoolClass.TRUE, schemas.NoneClass.NONE), "b": "x"})
    assert noted == {("args[0]", "b"): {StrSchema, str}}
    with pytest.raises(ApiTypeError):
        schemas.cast_to_allowed_types(datetime.date(2023, 6, 5), True, {})
    with pytest.raises(ApiValueError):
        schemas.cast_to_allowed_types({1}, False, {})


@given(strategies.wild_values)
def test_a_cast_never_raises(value: Any):
    """Whatever is cast, there is a result or a problem on the list."""
    run = Cast(server=False)
    run.cast(value, ("args[0]",))
    assert all(problem.path[0] == "args[0]" for problem in run.problems)
