"""Input meant to do harm: it is refused or taken in bounded time, with a short message and a documented error."""

from __future__ import annotations

import datetime
import decimal
import json
import sys
import typing
from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flat_api import schemas
from flat_api.exceptions import ApiTypeError, ApiValueError, OpenApiException
from flat_api.model.task import Task
from flat_api.schemas import (
    AnyTypeSchema,
    ComposedSchema,
    DateTimeSchema,
    DecimalSchema,
    DictSchema,
    Float32Schema,
    Float64Schema,
    Int32Schema,
    Int64Schema,
    IntSchema,
    ListSchema,
    NumberSchema,
    StrSchema,
    all_of,
    any_of,
    declaration_of,
    list_of,
    map_of,
    nullable,
    one_of,
    optional,
    ref,
    required,
)

from .. import strategies
from ..scaling import assert_linear
from .notations import ours
from .roads import tree

Any = typing.Any

LONG = 1000
"""Characters. A longer message holds somebody's payload."""


class Tree(DictSchema):
    """Typed recursion."""

    child = optional(ref("Tree"))
    children = optional(list_of(ref("Tree")))
    name = optional(StrSchema)


class Left(DictSchema):
    """One branch of a recursive oneOf."""

    kind = required(StrSchema.where(pattern="^left$"))
    child = optional(ref("Fork"))
    children = optional(list_of(ref("Fork")))


class Right(DictSchema):
    """The other one."""

    kind = required(StrSchema.where(pattern="^right$"))
    child = optional(ref("Fork"))
    children = optional(list_of(ref("Fork")))


class Fork(ComposedSchema, one_of=(Left, Right)):
    """Left or right, and again left or right below."""


class Some(ComposedSchema, any_of=(map_of(ref("Some")), list_of(ref("Some")), DictSchema, NumberSchema)):
    """anyOf with branches that overlap at every level."""


class All(ComposedSchema, all_of=(map_of(ref("All")), DictSchema, map_of(AnyTypeSchema))):
    """allOf with branches that overlap at every level."""


def refusal(build: Callable[[], Any], kind: str | None = None) -> Any:
    """The error that *build* raises: documented, short, with problems that are short as well."""
    with pytest.raises((ApiTypeError, ApiValueError)) as caught:
        build()
    error = caught.value
    assert error.problems
    assert len(str(error)) < LONG
    assert all(len(problem.message) < LONG for problem in error.problems[:10])
    assert error.path_to_item == error.problems[0].path
    if kind:
        assert error.problems[0].kind == kind
    return error


# Depth


def nested_dicts(levels: int, leaf: Any = None) -> Any:
    """Objects in objects."""
    for _ in range(levels):
        leaf = {"child": leaf}
    return leaf


def nested_lists(levels: int, leaf: Any = None) -> Any:
    """Arrays in arrays."""
    for _ in range(levels):
        leaf = [leaf]
    return leaf


ABYSS = 100_000
DICTS = nested_dicts(ABYSS)
LISTS = nested_lists(ABYSS)
WRONG_AT_THE_BOTTOM = nested_dicts(ABYSS, {"name": 5})

DEEP: dict[str, Callable[[], Any]] = {
    "untyped object": lambda: AnyTypeSchema(DICTS),
    "untyped array": lambda: AnyTypeSchema(LISTS),
    "undeclared": lambda: Task({"extra": DICTS}),
    "keyword": lambda: Task(extra=LISTS),
    "server": lambda: Task.from_openapi_data_oapg({"extra": DICTS}),
    "typed": lambda: Tree(DICTS),
    "typed, wrong at the bottom": lambda: Tree(WRONG_AT_THE_BOTTOM),
    "typed array": lambda: Tree({"children": LISTS}),
    "string": lambda: Task(id=LISTS),
    "enum": lambda: Task(state=DICTS),
    "date-time": lambda: Task(creationDate=LISTS),
    "array of strings": lambda: Task(errorHistory=LISTS),
    "oneOf": lambda: Fork(DICTS),
    "anyOf": lambda: Some(DICTS),
    "allOf": lambda: All(DICTS),
    "not": lambda: ComposedSchema.where(not_schema=StrSchema)(LISTS),
    "unique": lambda: list_of(AnyTypeSchema, unique_items=True)(LISTS),
    "limit": lambda: DictSchema.where(max_properties=0)(DICTS),
    "configuration": lambda: Task({"extra": LISTS}, _configuration=schemas.Configuration()),
    "json objects": lambda: Task.from_json('{"child":' * ABYSS + "1" + "}" * ABYSS),
    "json arrays": lambda: AnyTypeSchema.from_json("[" * ABYSS + "]" * ABYSS),
    "json typed": lambda: Tree.from_json('{"child":' * ABYSS + "{}" + "}" * ABYSS),
    "json unclosed": lambda: AnyTypeSchema.from_json("[" * ABYSS),
    "replace": lambda: Task(id="a").replace(extra=LISTS),
}


@pytest.mark.parametrize("build", DEEP.values(), ids=DEEP)
def test_a_hundred_thousand_levels_are_refused(build: Callable[[], Any]):
    """Whatever the schema, data that are nested too deeply are refused with an ApiValueError of kind depth."""
    error = refusal(build)
    assert [problem.kind for problem in error.problems] == ["depth"]


def called_from(depth: int, build: Callable[[], Any]) -> Any:
    """What *build* returns when there are *depth* calls on the stack already."""
    return build() if depth == 0 else called_from(depth - 1, build)


@pytest.mark.parametrize("build", DEEP.values(), ids=DEEP)
def test_a_deep_stack_changes_nothing(build: Callable[[], Any]):
    """The same holds for a program that has used most of the stack itself."""
    refusal(lambda: called_from(int(sys.getrecursionlimit() * 0.75), build))


@pytest.mark.parametrize("spare", [25, 30, 40, 50, 100])
def test_the_last_frames_of_the_stack(spare: int):
    """Close to the end of the stack a Task is built, or refused as too deep, and nothing else happens."""
    data = {"state": "done", "progress": {"percent": 5}, "extra": [[1]]}

    def build() -> Any:
        try:
            return Task(data)
        except ApiValueError as error:
            assert error.problems[0].kind == "depth"
            return None

    used = len(list(iter_frames()))
    found = called_from(sys.getrecursionlimit() - used - spare, build)
    assert found is None or found == Task(data)


def iter_frames() -> Iterator[Any]:
    """The frames of this stack."""
    frame: Any = sys._getframe()
    while frame is not None:
        yield frame
        frame = frame.f_back


@pytest.mark.parametrize("cls", [AnyTypeSchema, Tree, Task, All], ids=lambda cls: cls.__name__)
@pytest.mark.parametrize("levels", [10, 60, 100])
def test_reasonable_depth_is_no_problem(cls: Any, levels: int):
    """What people write by hand or by program is read, written, compared, hashed and shown."""
    data = nested_dicts(levels, {})
    instance = cls(data)
    assert instance == data
    assert hash(instance) == hash(cls(data))
    assert repr(instance)
    assert instance.to_dict() == data
    assert cls.from_json(instance.to_json()) == instance


@pytest.mark.parametrize("cls", [AnyTypeSchema, Tree, Task], ids=lambda cls: cls.__name__)
@pytest.mark.parametrize("levels", [200, 300, 450, 600, 900])
@pytest.mark.parametrize("write", ["to_json", "to_dict", "indented", "repr"])
def test_what_can_be_read_can_be_written_or_is_refused(cls: Any, levels: int, write: str):
    """Writing a value that is nested as deeply as the stack allows works, or is an ApiValueError of kind depth."""
    try:
        instance = cls(nested_dicts(levels, {}))
    except ApiValueError as error:
        assert error.problems[0].kind == "depth"
        return
    try:
        assert {
            "to_json": instance.to_json,
            "to_dict": instance.to_dict,
            "indented": lambda: instance.to_json(indent=1),
            "repr": lambda: repr(instance),
        }[write]()
    except ApiValueError as error:
        assert error.problems[0].kind == "depth"


# Cycles


def cycles() -> dict[str, Any]:
    """Containers that contain themselves."""
    lonely: dict[str, Any] = {}
    lonely["child"] = lonely
    array: list[Any] = []
    array.append(array)
    twice: dict[str, Any] = {"name": "a"}
    twice.update(child=twice, children=[twice, twice])
    mixed: list[Any] = [{"child": None}]
    mixed[0]["child"] = {"children": mixed}
    many: list[Any] = []
    many.extend([many] * 100)
    return {"object": lonely, "array": array, "twice": twice, "mixed": mixed, "many": many}


@pytest.mark.parametrize("name", cycles())
@pytest.mark.parametrize(
    "cls",
    [
        AnyTypeSchema,
        Tree,
        Task,
        Fork,
        Some,
        All,
        ListSchema,
        list_of(AnyTypeSchema, unique_items=True),
        map_of(AnyTypeSchema),
        Task.State,
        nullable(Tree),
        StrSchema,
    ],
    ids=lambda cls: cls.__name__,
)
def test_containers_that_contain_themselves_are_refused(cls: Any, name: str):
    """A cycle is as deep as the stack, and is refused like anything that is nested too deeply."""
    refusal(lambda: cls(cycles()[name]))
    refusal(lambda: Task({"extra": cycles()[name]}), "depth")


# Size


WIDE = 100_000


def test_one_wrong_item_among_many_is_found():
    """The path leads to the item, and the message is about nothing else."""
    error = refusal(lambda: Task(errorHistory=["a"] * WIDE + [5]), "type")
    assert error.path_to_item == ("args[0]", "errorHistory", WIDE)
    assert len(error.problems) == 1


def test_many_wrong_items_are_all_told():
    """Every problem is on the list, and the message speaks of one."""
    error = refusal(lambda: Task(errorHistory=[5] * WIDE))
    assert len(error.problems) == WIDE
    assert f"{WIDE - 1} more problems" in str(error)


@pytest.mark.parametrize("cls", [ListSchema.where(max_items=5), list_of(StrSchema, unique_items=True)])
def test_limits_of_large_arrays(cls: Any):
    """A message about an array shows a few items."""
    refusal(lambda: cls([str(index) for index in range(WIDE)] + ["5"]))


MILLION = 1_000_000
WIDE_OBJECT = {str(index): "a" for index in range(WIDE)}

WIDE_OBJECTS: dict[str, Callable[[], Any]] = {
    "string": lambda: Task(id=WIDE_OBJECT),
    "enum": lambda: Task(state=WIDE_OBJECT),
    "closed": lambda: DictSchema.where(additional=False)(WIDE_OBJECT),
    "limit": lambda: DictSchema.where(max_properties=5)(WIDE_OBJECT),
    "values": lambda: map_of(StrSchema)({**WIDE_OBJECT, "z": 5}),
    "oneOf": lambda: one_of(StrSchema, schemas.BoolSchema)(WIDE_OBJECT),
    "anyOf": lambda: any_of(map_of(NumberSchema), map_of(schemas.BoolSchema))(WIDE_OBJECT),
    "not": lambda: ComposedSchema.where(not_schema=DictSchema)(WIDE_OBJECT),
    "unsupported": lambda: Task({**WIDE_OBJECT, "z": object()}),
    "required": lambda: Left(WIDE_OBJECT),
    "json": lambda: map_of(NumberSchema, max_properties=5).from_json(json.dumps(WIDE_OBJECT)),
}


@pytest.mark.parametrize("build", WIDE_OBJECTS.values(), ids=WIDE_OBJECTS)
def test_many_keys_are_refused_in_time(build: Callable[[], Any]):
    """Time is proportional to what was sent, and the message is short."""
    refusal(build)


def test_a_million_keys_are_read():
    """A large object that is right is read."""
    data = dict.fromkeys(map(str, range(MILLION)), "a")
    assert len(map_of(StrSchema)(data)) == MILLION


class Keyed(DictSchema):
    """An object with a few rules."""

    name = optional(StrSchema)
    twins = optional(list_of(AnyTypeSchema, unique_items=True))


def wide(size: int) -> dict[str, str]:
    """An object with *size* keys."""
    return {str(index): "a" for index in range(size)}


def fork(levels: int) -> Any:
    """What `Fork` accepts, down to the bottom."""
    data: Any = {"kind": "left"}
    for level in range(levels):
        data = {"kind": ("left", "right")[level % 2], "child": data, "children": [{"kind": "right"}] * 3}
    return data


def texts(size: int) -> list[str]:
    """An array of different strings."""
    return [f"x{index}" for index in range(size)]


WIDE_ONE, DEEP_ONE = 2_000, 9

GROWING: dict[str, tuple[Callable[[Any], object], Callable[[int], Any], int]] = {
    "keys": (map_of(StrSchema), wide, WIDE_ONE),
    "wrong keys": (map_of(NumberSchema), wide, WIDE_ONE),
    "one wrong key": (map_of(StrSchema), lambda size: {**wide(size), "z": 5}, WIDE_ONE),
    "an object for a string": (lambda data: Task(id=data), wide, WIDE_ONE),
    "an object for an enum": (lambda data: Task(state=data), wide, WIDE_ONE),
    "a closed object": (DictSchema.where(additional=False), wide, WIDE_ONE),
    "a small object": (DictSchema.where(max_properties=5), wide, WIDE_ONE),
    "required keys": (Left, wide, WIDE_ONE),
    "what is no JSON": (lambda data: Task({**data, "z": object()}), wide, WIDE_ONE),
    "oneOf": (one_of(StrSchema, schemas.BoolSchema), wide, WIDE_ONE),
    "anyOf": (any_of(map_of(NumberSchema), map_of(schemas.BoolSchema)), wide, WIDE_ONE),
    "not": (ComposedSchema.where(not_schema=DictSchema), wide, WIDE_ONE),
    "items": (list_of(StrSchema), texts, WIDE_ONE),
    "wrong items": (list_of(NumberSchema), texts, WIDE_ONE),
    "different items": (list_of(StrSchema, unique_items=True), texts, WIDE_ONE),
    "equal items": (list_of(StrSchema, unique_items=True), lambda size: [*texts(size), "x1"], WIDE_ONE),
    "different objects": (Keyed, lambda size: {"twins": [{"a": text} for text in texts(size)]}, WIDE_ONE),
    "numbers of one hash": (
        list_of(NumberSchema, unique_items=True),
        lambda size: [(2**61 - 1) * number for number in range(size)],
        200,
    ),
    "levels": (AnyTypeSchema, nested_dicts, DEEP_ONE),
    "levels of arrays": (AnyTypeSchema, nested_lists, DEEP_ONE),
    "typed levels": (Tree, nested_dicts, DEEP_ONE),
    "levels above what is wrong": (Tree, lambda levels: nested_dicts(levels, {"name": 5}), DEEP_ONE),
    "levels of oneOf": (Fork, fork, 1),
    "levels of oneOf above what is wrong": (Fork, lambda levels: {**fork(levels), "children": [{}]}, 1),
    "levels of anyOf": (Some, nested_dicts, 1),
    "levels of anyOf above what is wrong": (Some, lambda levels: nested_dicts(levels, "text"), 1),
    "levels of allOf": (All, nested_dicts, 1),
    "levels of allOf above what is wrong": (All, lambda levels: nested_dicts(levels, "text"), 1),
    "an abyss": (AnyTypeSchema, nested_dicts, 10_000),
    "a long string": (StrSchema.where(pattern="^x*y"), lambda size: "x" * size, 10_000),
    "a long wrong string": (schemas.DateTimeSchema, lambda size: "2" * size, 10_000),
    "a long decimal": (schemas.DecimalSchema, lambda size: "1" * size, 10_000),
    "a large exponent": (NumberSchema, lambda size: Decimal((0, (1,), size)), 100_000),
    "a large exponent for an integer": (IntSchema, lambda size: Decimal((0, (1,), size)), 100_000),
    "a small exponent": (NumberSchema.where(multiple_of=0.1), lambda size: Decimal((0, (1,), -size)), 100_000),
    "many bits": (NumberSchema.where(maximum=3), lambda size: 1 << size, 100_000),
}


@pytest.mark.parametrize("name", GROWING)
def test_time_is_in_proportion_to_what_was_sent(name: str):
    """Ten times as many keys, items, levels, characters, digits: ten times the work, accepted or refused."""
    assert_linear(*GROWING[name])


JSON_TEXTS: dict[str, Callable[[int], str]] = {
    "objects": lambda size: json.dumps(wide(size)),
    "arrays": lambda size: json.dumps(texts(size)),
    "one key many times": lambda size: "{" + '"a":1,' * size + '"a":2}',
    "levels": lambda size: "[" * size + "]" * size,
    "open levels": lambda size: '{"a":' * size,
    "digits": lambda size: "9" * size,
    "digits after the point": lambda size: "0." + "9" * size,
    "an exponent": lambda size: "1e" + "9" * size,
    "zeros": lambda size: "0" * size,
    "signs": lambda size: "-" * size,
    "a string": lambda size: '"' + "x" * size + '"',
    "an open string": lambda size: '"' + "x" * size,
    "open strings": lambda size: '["' * size,
    "escapes": lambda size: '"' + "\\n" * size + '"',
    "open escapes": lambda size: '"' + "\\" * (2 * size + 1) + '"',
    "surrogates": lambda size: '"' + "\\ud83d\\ude00" * size + '"',
    "halves of surrogates": lambda size: '"' + "\\ud83d" * size + '"',
    "spaces": lambda size: " " * size + "1",
    "lines": lambda size: "\n" * size + "x",
    "keywords": lambda size: "[" + "true,false,null," * size + "]",
    "commas": lambda size: "[" + "," * size + "]",
    "many small numbers": lambda size: "[" + "1e400," * size + "1]",
    "not a number": lambda size: "[" + "NaN," * size + "1]",
    "BOM": lambda size: "\ufeff" * size,
}


@pytest.mark.parametrize("encoding", [None, "utf-8"])
@pytest.mark.parametrize("name", JSON_TEXTS)
def test_json_text_is_read_in_proportion_to_its_length(name: str, encoding: str | None):
    """Whatever it is made of, as text and as bytes, whether it is JSON or not."""

    def make(size: int) -> Any:
        text = JSON_TEXTS[name](size)
        return text.encode(encoding) if encoding else text

    for cls in (AnyTypeSchema, map_of(AnyTypeSchema), Task):
        assert_linear(cls.from_json, make, 2_000)


# Long strings


LONG_TEXT = "x" * MILLION

LONG_STRINGS: dict[str, Callable[[], Any]] = {
    "enum": lambda: Task(state=LONG_TEXT),
    "date-time": lambda: Task(creationDate=LONG_TEXT),
    "date-time digits": lambda: DateTimeSchema("2" * MILLION),
    "date-time fraction": lambda: DateTimeSchema("2023-06-05T10:20:30." + "1" * MILLION + "Z"),
    "date": lambda: schemas.DateSchema("2023-" + "0" * MILLION),
    "uuid": lambda: schemas.UUIDSchema("0" * MILLION),
    "decimal": lambda: schemas.DecimalSchema(LONG_TEXT),
    "pattern": lambda: StrSchema.where(pattern="^(a|b)*$")(LONG_TEXT),
    "max_length": lambda: StrSchema.where(max_length=MILLION - 1)(LONG_TEXT),
    "number": lambda: Task.Progress(percent=LONG_TEXT),
    "json": lambda: Task.from_json(LONG_TEXT),
    "json string": lambda: Task.from_json('{"state": "' + LONG_TEXT + '"}'),
    "json unclosed string": lambda: Task.from_json('{"state": "' + LONG_TEXT),
    "oneOf": lambda: one_of(Task.State, DateTimeSchema, IntSchema)(LONG_TEXT),
    "not": lambda: ComposedSchema.where(not_schema=StrSchema)(LONG_TEXT),
    "discriminator": lambda: ComposedSchema.where(discriminator={"a": {"b": Task}})({"a": LONG_TEXT}),
    "bytes": lambda: Task(id=LONG_TEXT.encode()),
    "bytearray": lambda: Task(id=bytearray(MILLION)),
    "key, unsupported": lambda: Task({LONG_TEXT: object()}),
    "key, wrong value": lambda: map_of(StrSchema)({LONG_TEXT: 5}),
    "key, closed": lambda: DictSchema.where(additional=False)({LONG_TEXT: 5}),
    "key, deep": lambda: Task({LONG_TEXT: {LONG_TEXT: {LONG_TEXT: object()}}}),
    "keys": lambda: DictSchema.where(additional=False)({LONG_TEXT + str(index): 5 for index in range(20)}),
    "item": lambda: list_of(StrSchema, max_items=1)([LONG_TEXT] * 20),
    "keyword": lambda: Task(**{LONG_TEXT: object()}),
}


@pytest.mark.parametrize("build", LONG_STRINGS.values(), ids=LONG_STRINGS)
def test_a_million_characters_are_refused_in_time(build: Callable[[], Any]):
    """A long string, as value or as key, is neither searched for long nor printed."""
    refusal(build)


@pytest.mark.parametrize("read", [lambda task: task[LONG_TEXT], lambda task: getattr(task, LONG_TEXT)])
def test_looking_for_a_long_key_is_cheap(read: Any):
    """The error about an absent key does not print it all."""
    with pytest.raises((KeyError, AttributeError)) as caught:
        read(Task({"a": 1}))
    assert len(str(caught.value)) < LONG


def test_long_decimal_texts_are_read():
    """A million digits in a string are digits in a string."""
    assert schemas.DecimalSchema("1" * MILLION).as_decimal == Decimal("1" * MILLION)


# Numbers


NUMBERS: dict[str, Callable[[], Any]] = {
    "NaN": lambda: Task.Progress(percent=float("nan")),
    "infinity": lambda: Task.Progress(percent=float("inf")),
    "exponent": lambda: Task.Progress(percent=Decimal("1E+1000000000")),
    "small exponent": lambda: Task.Progress(percent=Decimal("1E-1000000000")),
    "5,000 digits": lambda: Task.Progress(percent=10**5000),
    "a million bits": lambda: Task.Progress(percent=1 << MILLION),
    "untyped": lambda: Task(extra=[1 << MILLION]),
    "integer": lambda: IntSchema(Decimal("1E+1000000000")),
    "int64": lambda: schemas.Int64Schema(1 << MILLION),
    "float32": lambda: schemas.Float32Schema(Decimal("1E+1000000000")),
    "multiple": lambda: NumberSchema.where(multiple_of=3)(Decimal("1E+1000000000")),
    "multiple of a small one": lambda: NumberSchema.where(multiple_of=7e-300)(10**300),
    "maximum": lambda: NumberSchema.where(maximum=3)(1 << MILLION),
    "json exponent": lambda: Task.Progress.from_json('{"percent": 1e1000000000}'),
    "json larger exponent": lambda: Task.Progress.from_json('{"percent": 1e' + "9" * 1000 + "}"),
    "json digits": lambda: Task.Progress.from_json('{"percent": ' + "9" * MILLION + "}"),
    "json zeros": lambda: Task.Progress.from_json('{"percent": 0.' + "0" * MILLION + "1}"),
    "json NaN": lambda: Task.Progress.from_json('{"percent": NaN}'),
    "json constant": lambda: Task.Progress.from_json('{"percent": -Infinity}'),
    "string": lambda: Task(id=1 << MILLION),
    "enum": lambda: Task(state=1 << MILLION),
    "limit": lambda: DictSchema.where(max_properties=1)({"a": 10**5000, "b": 1}),
    "items": lambda: list_of(NumberSchema, max_items=1)([10**5000, 1]),
    "closed": lambda: DictSchema.where(additional=False)({"a": 10**5000}),
    "oneOf": lambda: one_of(NumberSchema, StrSchema)(10**5000),
    "key": lambda: Task({10**5000: object()}),
    "closed key": lambda: DictSchema.where(additional=False)({10**5000: 1}),
}


@pytest.mark.parametrize("build", NUMBERS.values(), ids=NUMBERS)
def test_absurd_numbers_are_refused_in_time(build: Callable[[], Any]):
    """Nobody calculates with a number before it is known to be reasonable, and no message tries to print it."""
    refusal(build)


# Compositions


@pytest.mark.parametrize("levels", [1, 5, 25, 60])
@pytest.mark.parametrize("cls", [Fork, Some, All], ids=lambda cls: cls.__name__)
def test_recursive_compositions_take_time_in_proportion(cls: Any, levels: int):
    """Branches that are tried at every level do not multiply, whether the data are right or wrong at the bottom."""
    data: Any = {} if cls is not Fork else {"kind": "left"}
    for level in range(levels):
        data = {"child": data} if cls is not Fork else {"kind": ("left", "right")[level % 2], "child": data}
    assert cls(data) == data
    bottom: Any = {"kind": "up"} if cls is Fork else "text"
    for _ in range(levels):
        bottom = {"child": bottom, "kind": "left"} if cls is Fork else {"child": bottom}
    if cls is Some:  # a branch of anyOf takes any object
        assert cls(bottom) == bottom
    else:
        refusal(lambda: cls(bottom))


def test_wide_and_deep_compositions():
    """A recursive oneOf with several children per level is linear in the number of nodes."""
    data: Any = {"kind": "left"}
    for level in range(9):
        data = {"kind": ("left", "right")[level % 2], "child": data, "children": [data, {"kind": "right"}]}
    assert Fork(json.loads(json.dumps(data))) is not None
    data["children"][0] = {"kind": "up"}
    refusal(lambda: Fork(data), "oneOf")


def test_many_branches_make_no_long_message():
    """Of many branches a few are told."""
    many: Any = one_of(*(StrSchema.where(max_length=index) for index in range(300)))
    assert "and 295 more" in str(refusal(lambda: many(5), "oneOf"))
    refusal(lambda: many(""), "oneOf")
    refusal(lambda: any_of(*(NumberSchema.where(maximum=-index) for index in range(300)))(5), "anyOf")
    refusal(lambda: all_of(*(NumberSchema.where(maximum=-index) for index in range(300)))(5), "maximum")


# Objects with methods of their own


class Malice(Exception):
    """What hostile objects raise."""


def fail(*_: Any, **__: Any) -> Any:
    """Raise what no part of the package raises."""
    raise Malice


def endless(*_: Any) -> Iterator[Any]:
    """Never end."""
    while True:
        yield ("key", 1)


def class_of(name: str, *bases: type, methods: typing.Iterable[str], body: Any = fail) -> type:
    """A class whose *methods* all do *body*."""
    return type(name, bases, dict.fromkeys(methods, body))


NastyStr = class_of("NastyStr", str, methods="__str__ __repr__ __len__ __eq__ __hash__ __iter__ encode isascii")
NastyInt = class_of("NastyInt", int, methods="__int__ __index__ __str__ __repr__ __eq__ __hash__ __lt__ bit_length")
NastyFloat = class_of("NastyFloat", float, methods="__float__ __sub__ __mod__ __repr__ __eq__ __hash__ is_integer")
NastyDecimal = class_of("NastyDecimal", Decimal, methods="is_finite adjusted __str__ __repr__ __eq__ __hash__")
NastyDict = class_of("NastyDict", dict, methods="keys values items get copy __iter__ __len__ __contains__ __repr__")
EndlessDict = class_of("EndlessDict", dict, methods="keys items values __iter__", body=endless)
NastyList = class_of("NastyList", list, methods="__iter__ __len__ __getitem__ __repr__ __eq__ __bool__")
EndlessList = class_of("EndlessList", list, methods="__iter__", body=endless)
NastyTuple = class_of("NastyTuple", tuple, methods="__iter__ __len__ __getitem__ __repr__ __eq__")
NastyBytes = class_of("NastyBytes", bytes, methods="__bytes__ __iter__ __len__ __repr__ __eq__ __hash__")
NastyDatetime = class_of("NastyDatetime", datetime.datetime, methods="isoformat __str__ __repr__")
NastyObject = class_of("NastyObject", methods="__repr__ __str__ __eq__ __hash__ __bool__ __len__ __getattr__")


class Liar:
    """An object that says that it is a str."""

    @property
    def __class__(self) -> Any:
        return str


class DictLiar:
    """An object that says that it is a dict."""

    @property
    def __class__(self) -> Any:
        return dict


class SchemaLiar:
    """An object that says that it is a Task."""

    _matched = (Task,)

    @property
    def __class__(self) -> Any:
        return Task


class Shameless:
    """An object that does not even say what it is."""

    @property
    def __class__(self) -> Any:
        raise Malice


class Elaborate:
    """An object whose repr is larger than any message."""

    def __repr__(self) -> str:
        return "y" * (10 * MILLION)


class array:
    """A class called like one that the standard library prints in its own way."""


class deque(array):
    """Another one."""


OBJECTS: dict[str, Callable[[], Any]] = {
    "str": lambda: NastyStr("done"),
    "int": lambda: NastyInt(5),
    "float": lambda: NastyFloat(5.5),
    "Decimal": lambda: NastyDecimal(5),
    "dict": lambda: NastyDict(id="a"),
    "endless dict": lambda: EndlessDict(id="a"),
    "list": lambda: NastyList(["a"]),
    "endless list": lambda: EndlessList(["a"]),
    "tuple": lambda: NastyTuple(("a",)),
    "bytes": lambda: NastyBytes(b"a"),
    "datetime": lambda: NastyDatetime(2023, 6, 5),
    "object": NastyObject,
    "generator": lambda: (item for item in ["a"]),
    "endless generator": endless,
    "liar": Liar,
    "dict liar": DictLiar,
    "schema liar": SchemaLiar,
    "shameless": Shameless,
    "elaborate": Elaborate,
    "array": array,
    "deque": deque,
}

CLASSES: list[Any] = [
    Task,
    StrSchema,
    NumberSchema,
    IntSchema,
    DateTimeSchema,
    schemas.BoolSchema,
    schemas.NoneSchema,
    schemas.BytesSchema,
    AnyTypeSchema,
    DictSchema,
    ListSchema,
    Task.State,
    nullable(StrSchema),
    one_of(StrSchema, NumberSchema, DictSchema, ListSchema),
    ComposedSchema.where(not_schema=StrSchema),
    list_of(AnyTypeSchema, unique_items=True),
    DictSchema.where(max_properties=0, additional=False),
]


@pytest.mark.parametrize("make", OBJECTS.values(), ids=OBJECTS)
@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_objects_with_methods_of_their_own(cls: Any, make: Callable[[], Any]):
    """An object that raises, lies or never ends is taken for what it is made of, or refused; nothing else happens."""
    wraps: list[Callable[[Any], Any]] = [lambda item: item, lambda item: [item], lambda item: {"id": item, "x": item}]
    for wrap in wraps:
        for build in (cls, cls.from_openapi_data_oapg):
            try:
                instance = build(wrap(make()))
            except (ApiTypeError, ApiValueError) as error:
                assert error.problems
                assert len(str(error)) < LONG
            else:
                assert isinstance(instance, cls)
                assert all(isinstance(node, schemas.Schema) for node in _nodes(instance))


def _nodes(instance: Any) -> Iterator[Any]:
    yield instance
    if isinstance(instance, dict):
        for item in instance.values():
            yield from _nodes(item)
    elif isinstance(instance, tuple):
        for item in instance:
            yield from _nodes(item)


KEYS: dict[str, Callable[[], Any]] = {
    "int": lambda: 5,
    "None": lambda: None,
    "True": lambda: True,
    "bytes": lambda: b"id",
    "float": lambda: 1.5,
    "NaN": lambda: float("nan"),
    "tuple": lambda: (1, ("a",)),
    "frozenset": lambda: frozenset({1}),
    "Decimal": lambda: Decimal("1.5"),
    "class": lambda: Task,
    "member": lambda: Task.State.DONE,
    "surrogate": lambda: "\ud800",
    "NUL": lambda: "a\0b",
    "empty": lambda: "",
    "dunder": lambda: "__class__",
    "large int": lambda: 10**5000,
    "large tuple": lambda: tuple(range(MILLION)),
    "elaborate": Elaborate,
    "nasty": class_of("NastyKey", methods="__repr__ __str__ __format__"),
    "nasty str": lambda: class_of("NastyStrKey", str, methods="__repr__ __str__ __len__")("id"),
}


@pytest.mark.parametrize("make", KEYS.values(), ids=KEYS)
@pytest.mark.parametrize(
    ("cls", "value"),
    [
        (Task, object()),
        (Task, "fine"),
        (DictSchema, {1}),
        (DictSchema.where(additional=False), 1),
        (DictSchema.where(max_properties=0), 1),
        (map_of(StrSchema), 5),
        (map_of(map_of(StrSchema)), {"a": 5}),
        (StrSchema, 1),
        (Task.State, 1),
        (one_of(StrSchema, NumberSchema), 1),
        (one_of(map_of(StrSchema), NumberSchema), 1),
        (ComposedSchema.where(not_schema=DictSchema), 1),
        (ComposedSchema.where(discriminator={"a": {"b": Task}}), 1),
        (Left, 1),
    ],
    ids=lambda value: getattr(value, "__name__", type(value).__name__),
)
def test_keys_of_any_kind(cls: Any, value: Any, make: Callable[[], Any]):
    """A key that is no string, or can't be printed, is part of a path like any other, and no message prints it all."""
    try:
        instance = cls({make(): value})
    except (ApiTypeError, ApiValueError) as error:
        assert error.problems
        assert len(str(error)) < LONG
        return
    assert len(instance) == 1
    try:
        instance.to_json()
    except ApiTypeError as error:
        assert len(str(error)) < LONG


# Everything else


TEXTS = ["\ud800", "a\0b", "\U0001f600" * 10, "\u202e", "\r\n", "{}", "{0}", "%s", "'\"\\", "`"]


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
@pytest.mark.parametrize(
    "cls",
    [
        Task.State,
        DateTimeSchema,
        schemas.DateSchema,
        schemas.UUIDSchema,
        schemas.DecimalSchema,
        StrSchema.where(max_length=0),
        StrSchema.where(pattern="^x$"),
        NumberSchema,
        one_of(NumberSchema, Task.State),
        ComposedSchema.where(not_schema=StrSchema),
    ],
    ids=lambda cls: cls.__name__,
)
def test_odd_text_is_refused_like_any_other(cls: Any, text: str):
    """Half characters, NULs and braces are just characters, in the value and in its path."""
    refusal(lambda: cls(text))
    refusal(lambda: map_of(cls)({text: text}))
    assert Task(id=text).id == text
    assert Task.from_json(Task({"id": text, text: 1}).to_json()) == Task({"id": text, text: 1})


@pytest.mark.parametrize("number", [0, 1, Decimal(1), 1.0])
def test_numbers_are_no_booleans(number: Any):
    """1 is no true and true no 1, in any schema."""
    refusal(lambda: schemas.BoolSchema(number), "type")
    refusal(lambda: NumberSchema(bool(number)), "type")
    refusal(lambda: IntSchema(bool(number)), "type")
    refusal(lambda: Task(id=bool(number)), "type")
    refusal(lambda: list_of(one_of(NumberSchema, StrSchema))([bool(number)]), "oneOf")
    assert list_of(AnyTypeSchema, unique_items=True)([number, bool(number)])


ANY_CLASS = st.one_of(st.sampled_from(CLASSES), strategies.specs.map(ours))


@given(ANY_CLASS, strategies.wild_values, st.dictionaries(st.text(max_size=5), strategies.wild_values, max_size=3))
def test_constructors_raise_documented_errors_only(cls: Any, value: Any, keywords: dict[str, Any]):
    """Whatever is passed, in whatever way, there is an instance, an ApiTypeError or ApiValueError, or a TypeError."""
    keywords.pop("_configuration", None)
    for arguments in ((value,), (), (value, value)):
        try:
            instance = cls(*arguments, **keywords)
        except OpenApiException as error:
            assert isinstance(error, (ApiTypeError, ApiValueError))
            assert len(str(error)) < LONG
        else:
            assert isinstance(instance, cls)
            assert tree(cls(instance)) == tree(instance)


@given(ANY_CLASS, strategies.wild_values)
def test_the_server_constructor_raises_documented_errors_only(cls: Any, value: Any):
    """Whatever a server sends, there is an instance, or an ApiTypeError or ApiValueError with every problem."""
    for configuration in (
        None,
        schemas.Configuration(disabled_client_side_validations={"format", "enum", "maxLength"}),
    ):
        try:
            instance = cls.from_openapi_data_oapg(value, configuration)
        except (ApiTypeError, ApiValueError) as error:
            assert error.problems
            assert error.path_to_item == error.problems[0].path
            assert len(str(error)) < LONG
        else:
            assert isinstance(instance, cls)


@given(strategies.wild_values)
def test_from_json_raises_documented_errors_only(value: Any):
    """Whatever is given for text, there is an instance, or an ApiTypeError or ApiValueError."""
    try:
        Task.from_json(value)
    except (ApiTypeError, ApiValueError) as error:
        assert len(str(error)) < LONG


@given(strategies.task_payloads, st.dictionaries(st.text(max_size=5), strategies.wild_values, max_size=3))
def test_replace_raises_documented_errors_only(payload: Any, changes: dict[str, Any]):
    """Whatever is changed, there is a Task, or an ApiTypeError or ApiValueError."""
    try:
        changed = Task(payload).replace(**changes)
    except (ApiTypeError, ApiValueError) as error:
        assert len(str(error)) < LONG
    else:
        assert type(changed) is Task


@pytest.mark.parametrize("configuration", [5, "maxLength", {}, object(), Task])
def test_a_configuration_is_a_configuration(configuration: Any):
    """Anything else is a TypeError that says so."""
    with pytest.raises(TypeError, match="_configuration must be a Configuration"):
        Task({}, _configuration=configuration)


def test_declarations_survive_all_this():
    """Nothing that was refused has left a trace in the class."""
    before = list(declaration_of(Task).properties)
    for build in LONG_STRINGS.values():
        with pytest.raises((ApiTypeError, ApiValueError)):
            build()
    assert list(declaration_of(Task).properties) == before
    assert Task({"state": "done"}) == {"state": "done"}


# The ambient decimal context

NUMBERS: list[Any] = [33.3, 9.0, 1e300, -0.0, 5, 10**40, Decimal("0.1234567890123456789"), Decimal("12345678.5")]
STRICT = decimal.Context(prec=2, Emax=3, Emin=-3, traps=[decimal.FloatOperation, decimal.Inexact, decimal.Rounded])
LIMITED = NumberSchema.where(minimum=-0.5, maximum=1e301, multiple_of=1e-30)
KINDS: list[Any] = [NumberSchema, Float64Schema, AnyTypeSchema, LIMITED, nullable(NumberSchema), Float32Schema]


@pytest.mark.parametrize("cls", [*KINDS, IntSchema, Int64Schema, nullable(Int32Schema)])
@pytest.mark.parametrize("number", NUMBERS, ids=repr)
def test_the_decimal_context_of_a_program_is_its_own(cls: Any, number: Any):
    """Neither its precision nor its traps have a say in what is accepted, and nothing is rounded or flagged."""

    def outcome() -> object:
        try:
            instance = cls(number)
        except (ApiTypeError, ApiValueError) as error:
            return [(problem.path, problem.kind) for problem in error.problems]
        return str(instance), instance.to_json(), type(instance)

    usual = outcome()
    with decimal.localcontext(STRICT) as context:
        assert outcome() == usual
        assert not any(context.flags.values())
    if cls in (NumberSchema, AnyTypeSchema):
        assert cls(number) == number


@pytest.mark.parametrize("text", ["33.3", "0.12345678901234567890", "1e-7", "12345678901234567890", "1E+30"])
def test_json_is_read_exactly_in_any_decimal_context(text: str):
    """Numbers in JSON text keep every digit, and texts that hold a number are judged alike."""
    with decimal.localcontext(STRICT):
        assert str(NumberSchema.from_json(text)) == str(Decimal(text))
        assert str(DecimalSchema(text).as_decimal) == str(Decimal(text))
        assert NumberSchema.from_json(text).as_float == float(text)


def test_texts_that_hold_no_number_are_refused_in_any_decimal_context():
    """A program that has switched off the trap for invalid operations gets no NaN for a word."""
    with decimal.localcontext(decimal.Context(traps=[])), pytest.raises(ApiValueError):
        DecimalSchema("word")
