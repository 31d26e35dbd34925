"""Compiled converters: made once, readable, found by debuggers, and not in the way of any name."""

from __future__ import annotations

import ast
import linecache
import traceback
import typing
from decimal import Decimal
from unittest.mock import patch

import pytest
from frozendict import frozendict
from hypothesis import given

from flat_api import schemas
from flat_api.exceptions import ApiTypeError, ApiValueError
from flat_api.model.task import Task
from flat_api.schemas import (
    DictSchema,
    EnumBase,
    ListSchema,
    NumberSchema,
    StrSchema,
    _compile,
    list_of,
    map_of,
    nullable,
    one_of,
    optional,
    ref,
    required,
    value,
)
from flat_api.schemas._compile import converter, converter_source
from flat_api.schemas._script import Refused

from .. import strategies
from ..strategies import Spec
from .notations import ours
from .roads import takes_fast_road

Any = typing.Any


FROM_SOURCE = frozenset({"pattern"})
"""With a check left out that nothing here has, a converter is compiled from source, extension or not."""


class Branch(DictSchema):
    """Mutual recursion."""

    leaf = optional(ref("Leaf"))


class Leaf(DictSchema):
    """Mutual recursion."""

    branch = optional(Branch)


def count_compilations() -> Any:
    """A context in which compilations are counted."""
    return patch.object(_compile, "_made", autospec=True, side_effect=_compile._made)


# Once


def test_a_converter_is_compiled_at_first_use():
    """Making a class compiles nothing; its first value does, and no later one."""
    with count_compilations() as compile_:

        class Fresh(DictSchema):
            a = optional(StrSchema)

        assert compile_.call_count == 0
        for _ in range(3):
            Fresh({"a": "x"})
            Fresh(a="x")
            Fresh.from_openapi_data_oapg({"a": "x"})
        assert compile_.call_count == 1
    assert converter(Fresh) is converter(Fresh)


def test_a_stub_that_was_bound_early_does_not_compile_again():
    """Whoever took hold of the converter before it was compiled uses the compiled one from then on."""

    class Fresh(DictSchema):
        a = optional(StrSchema)

    early: Any = Fresh._converter
    with count_compilations() as compile_:
        assert early({"a": "x"}) == early({"a": "y"}) | {"a": "x"}
        assert Fresh({"a": "x"}) == {"a": "x"}
        assert compile_.call_count == 1
        converter(Fresh)({"a": "z"})
        early({"a": "z"})
        assert compile_.call_count == 1


def test_members_are_compiled_when_they_are_needed():
    """The converter of a class inside is compiled when the first such value comes, and then stays in its place."""

    class Inner(DictSchema):
        a = optional(StrSchema)

    class Outer(DictSchema):
        inner = optional(Inner)
        many = optional(list_of(Inner))

    with count_compilations() as compile_:
        Outer({})
        assert compile_.call_count == 1
        for _ in range(3):
            Outer({"inner": {"a": "x"}, "many": [{"a": "y"}]})
        assert compile_.call_count == 2 + schemas.is_compiled()  # the extension has one for the list too
        converted = converter(Outer)({"inner": {"a": "x"}, "many": [{"a": "y"}]})
        assert type(converted["inner"]) is type(converted["many"][0]) is Inner


def test_a_stub_in_a_source_is_replaced():
    """From the first value of a class inside on, the source calls its converter."""

    class Inner(DictSchema):
        a = optional(StrSchema)

    class Outer(DictSchema):
        inner = optional(Inner)

    outer = converter(Outer, FROM_SOURCE)
    assert converter(Inner, FROM_SOURCE) not in outer.__globals__.values()
    outer({"inner": {"a": "x"}})
    assert converter(Inner, FROM_SOURCE) in outer.__globals__.values()


def test_each_set_of_disabled_checks_has_a_converter():
    """A configuration has converters of its own, compiled once as well."""
    short = StrSchema.where(max_length=1)
    lenient = schemas.Configuration(disabled_client_side_validations="maxLength")
    with count_compilations() as compile_:
        for _ in range(3):
            list_of(short)(["ab"], _configuration=lenient)
            short("a")
        assert compile_.call_count <= 6
    assert converter(short, frozenset({"maxLength"})) is converter(short, frozenset({"maxLength"}))
    assert converter(short, frozenset({"maxLength"})) is not converter(short)


def test_classes_that_need_each_other_are_compiled():
    """Recursion between classes is no problem, whichever comes first."""
    assert type(Branch({"leaf": {"branch": {"leaf": {}}}}).leaf.branch.leaf) is Leaf
    assert takes_fast_road(Branch, {"leaf": {"branch": {"leaf": {}}}})


# Which road


GOOD: dict[str, tuple[Any, Any]] = {
    "Task": (Task, {"id": "a", "state": "done", "progress": {"percent": 33.3}, "creationDate": "2023-06-05T10:20:30Z"}),
    "undeclared": (Task, {"x": [1, 2.5, True, None, "a", {"b": Decimal("1.5")}, b"a"]}),
    "frozen": (Task, {"progress": Task.Progress(percent=5), "state": Task.State.DONE}),
    "closed": (DictSchema.where(additional=False), {}),
    "map": (map_of(NumberSchema), {"a": 1}),
    "list": (list_of(StrSchema), ["a"]),
    "limits": (list_of(StrSchema.where(max_length=3, pattern="^a"), max_items=3, unique_items=True), ["a", "ab"]),
    "numbers": (list_of(NumberSchema.where(minimum=1, multiple_of=0.5)), [1, 1.5, Decimal("2")]),
    "integers": (list_of(schemas.Int32Schema), [1, 2.0, -5]),
    "nullable": (list_of(nullable(StrSchema)), ["a", None]),
    "enum": (list_of(Task.State), ["done", "doing"]),
    "nullable enum": (list_of(nullable(Task.State)), ["done", None]),
    "dates": (list_of(schemas.DateTimeSchema), ["2023-06-05T10:20:30.123456Z", "2023-06-05T10:20:30+02:00"]),
    "booleans": (list_of(schemas.BoolSchema), [True, False]),
    "tuple": (list_of(ListSchema), ((1,), [2])),
}


@pytest.mark.parametrize(("cls", "data"), GOOD.values(), ids=GOOD)
def test_ordinary_data_take_the_fast_road(cls: Any, data: Any):
    """What a server sends is read without a single plain walk."""
    assert takes_fast_road(cls, data)


NAMES = [
    *("data", "out", "found", "v", "c", "x", "key", "node", "member", "item", "given", "self", "cls"),
    *(
        "len",
        "dict",
        "list",
        "str",
        "int",
        "float",
        "bytes",
        "tuple",
        "type",
        "frozenset",
        "bool",
        "range",
        "enumerate",
    ),
    *("return", "class", "from", "None", "True", "lambda", "import", "def", "match", "async", "nonlocal"),
    *("new", "update", "whole", "refuse", "Decimal", "DIGITS", "SHAPES", "LARGE", "declared", "open_attributes"),
    *("fromisoformat", "all_different", "is_multiple", "max_length", "regex", "convert_Model", "object_Model"),
    *("make_StrSchema", "Model", "__import__", "__builtins__", "__name__", "Ünïcödé", "two words", "", "1", "a.b", "'"),
    *("\n    raise SystemExit", '"""', "{}", "{0}", "%s", "\\"),
]


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_no_name_gets_in_the_way_of_generated_code(name: str):
    """A property or class may be called like anything at all: the converter works, by the fast road."""
    inner = map_of(StrSchema.where(max_length=5), max_properties=3)
    many = list_of(one := map_of(NumberSchema), max_items=3)
    one.__name__ = one.__qualname__ = inner.__name__ = name
    body = {
        "p1": optional(inner, key=name),
        "p2": optional(many, key=f"{name}s"),
        "p3": required(StrSchema, key=f"{name}x"),
    }
    cls: Any = type(DictSchema)(inner.__name__, (DictSchema,), body)
    payload = {name: {"a": "b", "c": "d"}, f"{name}s": [{"a": 1}], f"{name}x": "text", "other": 1}
    assert takes_fast_road(cls, payload)
    assert cls(payload) == {**payload, f"{name}s": ({"a": 1},)}
    with pytest.raises((ApiTypeError, ApiValueError)):
        cls({**payload, name: {"a": "too long"}})


@pytest.mark.parametrize("name", ["data", "len", "return", "key", "str"])
def test_old_classes_named_like_their_properties_take_the_fast_road(name: str):
    """The earlier generator named classes after properties; those are no better protected."""
    inner = type(DictSchema)(name, (DictSchema,), {"MetaOapg": type("MetaOapg", (), {"max_properties": 2})})
    properties = type("properties", (), {"__annotations__": {name: inner}})
    cls: Any = type(DictSchema)("Old", (DictSchema,), {"MetaOapg": type("MetaOapg", (), {"properties": properties})})
    assert takes_fast_road(cls, {name: {"a": 1}})


def test_classes_of_the_same_name_are_told_apart():
    """Two classes of one name, one inside the other, have converters of their own."""
    inner: Any = type(DictSchema)("Model", (DictSchema,), {"a": required(StrSchema)})
    outer: Any = type(DictSchema)("Model", (DictSchema,), {"inner": optional(inner), "again": optional(list_of(inner))})
    found = outer({"inner": {"a": "x"}, "again": [{"a": "y"}]})
    assert type(found) is outer
    assert type(found.inner) is inner
    assert type(found.again[0]) is inner
    assert takes_fast_road(outer, {"inner": {"a": "x"}, "again": [{"a": "y"}]})


# Readable


def test_the_source_is_readable():
    """converter_source shows the code that reads a class: a function that names what it uses."""
    source = converter_source(Task)
    assert source.startswith("def convert_Task(data, out=None):\n")
    assert "v = data['state']" in source
    assert "convert_Progress(v)" in source
    assert max(len(line) for line in source.splitlines()) < 160


@given(strategies.specs)
def test_the_source_of_every_class_compiles(spec: Spec):
    """Whatever is declared, the source is a module of functions and nothing else."""
    cls = ours(spec)
    tree = ast.parse(converter_source(cls))
    assert all(isinstance(statement, ast.FunctionDef) for statement in tree.body)


def test_the_source_holds_names_and_no_values():
    """Limits and patterns are objects with names, so that no text of a schema can become code."""
    evil = r"'\) or __import__\('os'\).system\('true'\) or \('"
    text = StrSchema.where(max_length=12345, pattern=evil)
    cls: Any = type(DictSchema)("Model", (DictSchema,), {"a": optional(text)})
    source = converter_source(cls)
    assert "12345" not in source
    assert "os" not in source
    assert "max_length" in source and "regex" in source


def test_tracebacks_show_the_generated_line():
    """An exception inside a converter shows the line it came from, with a file name that says whose converter it is."""
    with pytest.raises(Exception) as caught:
        converter(Task, FROM_SOURCE)({"progress": {"percent": object()}})
    frames = traceback.extract_tb(caught.tb)
    inside = next(frame for frame in frames if frame.name == "convert_Progress")
    assert inside.filename == "<converter of flat_api.model.task.Task.Progress without pattern>"
    assert inside.line and "given_NumberSchema(v)" in inside.line
    outside = next(frame for frame in frames if frame.name == "convert_Task")
    assert outside.line == "v = convert_Progress(v)"


def test_the_source_stays_in_linecache():
    """Checking the cache against the file system does not throw generated lines away."""
    name = converter(Task, FROM_SOURCE).__code__.co_filename
    linecache.checkcache(name)
    assert linecache.getline(name, 1) == "def convert_Task(data, out=None):\n"


def test_classes_of_the_same_name_have_sources_of_their_own():
    """Two classes of one module and name do not show each other's lines."""

    def make(key: str) -> Any:
        class Twin(DictSchema):
            pass

        return type(DictSchema)("Twin", (DictSchema,), {key: optional(StrSchema), "__module__": __name__})

    first, second = make("a"), make("b")
    for cls, key in ((first, "a"), (second, "b")):
        lines = linecache.getlines(converter(cls, FROM_SOURCE).__code__.co_filename)
        assert f"        v = data['{key}']\n" in lines


def test_source_without_some_checks_says_so():
    """The file name of a converter tells what was left out."""
    short = StrSchema.where(max_length=1)
    name = converter(short, frozenset({"maxLength", "pattern"})).__code__.co_filename
    assert name.endswith(" without maxLength, pattern>")


# What converters do not take


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        "a",
        5,
        frozendict({"id": "a"}),
        {"id": 5},
        {"id": None},
        {"state": "dnoe"},
        {"x": {1}},
        {"x": float("nan")},
    ],
    ids=repr,
)
def test_a_converter_raises_for_what_it_does_not_take(data: Any):
    """It gives no reasons; anything may be raised."""
    with pytest.raises(Exception):  # noqa: B017 - which one does not matter
        converter(Task)(data)


def test_a_converter_does_not_change_its_input():
    """The dict given stays as it is, also when a value is refused half way."""
    data = {"id": "a", "progress": {"percent": 5}, "errorHistory": ["x"], "x": [1]}
    converter(Task)(data)
    assert data == {"id": "a", "progress": {"percent": 5}, "errorHistory": ["x"], "x": [1]}
    assert type(data["id"]) is str and type(data["progress"]) is dict
    broken = {**data, "state": "dnoe"}
    with pytest.raises(Exception):  # noqa: B017
        converter(Task)(broken)
    assert type(broken["id"]) is str


def test_composed_classes_are_converted_by_the_plain_walk():
    """What the fast road does not know is walked, and the rest of the object is not."""
    either = one_of(StrSchema, NumberSchema)
    assert converter(either)("a") == "a"
    with pytest.raises((ApiTypeError, ApiValueError, Refused)):
        converter(either)(None)


def test_enums_with_further_limits_are_checked_in_full():
    """A member that breaks another limit of its class is refused."""

    class Odd(EnumBase, StrSchema, max_length=2):
        SHORT = value("ab")
        LONG = value("abc")

    assert Odd("ab") is Odd.SHORT
    with pytest.raises(ApiValueError):
        Odd("abc")
