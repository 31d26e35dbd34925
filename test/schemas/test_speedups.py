"""The extension in C gives what its twins in Python give, part by part; where it can't, it leaves the work to them."""

from __future__ import annotations

import contextlib
import decimal
import json
import os
import re
import subprocess
import sys
import typing
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flat_api.exceptions import ApiTypeError, ApiValueError
from flat_api.model.task import Task
from flat_api.schemas import AnyTypeSchema, DictSchema, ListSchema, StrSchema, _json, is_compiled, optional
from flat_api.schemas._extension import speedups

Any = typing.Any

needs_extension = pytest.mark.skipif(not is_compiled(), reason="the extension is not built, or switched off")

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.decimals()
    | st.text()
    | st.text(st.characters(codec=None, categories=["Cs", "Cc", "Po", "So"]))
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.lists(inner).map(tuple)
)


def run(program: str, **variables: str) -> str:
    """What *program* prints in an interpreter of its own."""
    environment = {**os.environ, **variables}
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


# Which one runs


@pytest.mark.parametrize("off", ["1", "yes"])
def test_flat_pure_switches_the_extension_off(off: str):
    """The variable is read when the package is imported, and the values are the same without the extension."""
    program = "import flat_api.schemas as s; print(s.is_compiled(), s.StrSchema('a').to_json())"
    assert run(program, FLAT_PURE=off) == 'False "a"'
    assert run(program, FLAT_PURE="0") == run(program, FLAT_PURE="")


def test_an_extension_of_another_state_of_the_package_is_not_used():
    """What was built before the sources changed is left alone, and so is what can't be loaded."""
    program = """
import sys, types
old = types.ModuleType("flat_api.schemas._speedups")
old.INTERFACE = 0
sys.modules[old.__name__] = {found}
import flat_api.schemas as s
print(s.is_compiled(), s.StrSchema("a").to_json())
"""
    assert run(program.replace("{found}", "old")) == 'False "a"'
    assert run(program.replace("{found}", "None")) == 'False "a"'


# Reading properties


def test_a_property_is_read_from_the_dict():
    """Present, absent, on the class, and once more after the class has changed."""

    class Point(DictSchema):
        x = optional(StrSchema)

    point = Point(x="1")
    for _ in range(3):
        assert (point.x, type(Point.x)) == ("1", type(Task.id))
        assert not hasattr(Point({}), "x")
        with pytest.raises(KeyError):
            _ = Point({}).x
    assert Point.x.__get__(None, Point) is Point.x
    assert Point.x.__get__({"x": 5}) == 5
    with pytest.raises(TypeError):
        Point.x.__get__(5)
    with pytest.raises(AttributeError):
        point.x = "2"


def test_a_class_may_read_items_its_own_way():
    """A `__getitem__` counts for attributes too, also one that comes later."""

    class Shouting(DictSchema):
        x = optional(StrSchema)

        def __getitem__(self, key: Any) -> Any:
            return dict.__getitem__(self, key).upper()

    class Later(DictSchema):
        x = optional(StrSchema)

    assert Shouting(x="a").x == "A"
    later = Later(x="a")
    assert later.x == "a"
    type.__setattr__(Later, "__getitem__", lambda self, key: "mine")
    assert later.x == "mine"
    type.__delattr__(Later, "__getitem__")
    assert later.x == "a"


@needs_extension
def test_the_key_of_a_property_is_a_string():
    """Nothing else gets into the extension."""
    for wrong in (5, None, StrSchema("x")):
        with pytest.raises(TypeError):
            speedups.ItemProperty()._key = wrong
    assert speedups.ItemProperty()._key is None
    unnamed = speedups.ItemProperty()
    assert unnamed.__get__(None, str) is unnamed
    with pytest.raises(AttributeError):
        unnamed.__get__("anything", str)


# Writing


def written(value: Any) -> Any:
    """What the twin of `encode` gives."""
    return _json._encode(value, _json.encode_basestring_ascii)


@needs_extension
@given(VALUES)
def test_json_is_written_as_the_twin_writes_it(value: Any):
    """Plain data: the same text, or both give up."""
    try:
        found = speedups.encode(value)
    except speedups.Rejected:
        with contextlib.suppress(ApiTypeError, ApiValueError):
            assert max(map(len, re.findall("[0-9]+", written(value)))) > len(str(2**63)) - 1
    else:
        assert found == written(value)


@needs_extension
@given(VALUES)
def test_instances_are_written_as_the_twin_writes_them(value: Any):
    """Values of every kind, as instances."""
    try:
        instance = AnyTypeSchema(value)
        expected = written(instance)
    except (ApiTypeError, ApiValueError):
        return
    assert speedups.encode(instance) == instance.to_json() == expected


@needs_extension
@pytest.mark.parametrize(
    "text",
    ["\x7f", "\x00\x1f", "\ud800", "\U0001f600\udfff", "é" * 5000, "\U0010ffff" * 5000, "a" * 100_000 + '"', "\\", "/"],
)
def test_strings_are_written_as_the_standard_library_writes_them(text: str):
    """Every width of character, and texts longer than is written at once."""
    assert speedups.encode(text) == json.dumps(text)
    assert speedups.encode({text: [text]}) == json.dumps({text: [text]}, separators=(",", ":"))


@needs_extension
@pytest.mark.parametrize("number", ["1E+2", "-0", "0.1", "1.10", "12345678901234567890.5", "0E-7"])
def test_decimals_keep_their_digits(number: str):
    """And those that are exactly a float are written as its shortest text."""
    assert speedups.encode(Decimal(number)) == number
    assert speedups.encode(Decimal(float("0.1"))) == "0.1"
    with decimal.localcontext(prec=2):
        assert speedups.encode(Decimal(number)) == number


class Items(dict[Any, Any]):
    """A dict that shows other items than it has."""

    def items(self) -> Any:
        return {"b": 2}.items()


class Backwards(list[Any]):
    """A list that is read backwards."""

    def __iter__(self) -> Any:
        return reversed(self[:])


@needs_extension
@pytest.mark.parametrize(
    ("value", "text"), [(Items(a=1), '{"b":2}'), (Backwards([1, 2]), "[2,1]"), ({"a": Items()}, '{"a":{"b":2}}')]
)
def test_what_a_subclass_says_of_itself_counts(value: Any, text: str):
    """Such values are left to the twin."""
    with pytest.raises(speedups.Rejected):
        speedups.encode(value)
    assert _json.encode(value) == text


@needs_extension
@pytest.mark.parametrize(
    "value",
    [
        float("nan"),
        float("inf"),
        Decimal("NaN"),
        Decimal("sNaN123"),
        Decimal("-Infinity"),
        b"a",
        {1: 2},
        object,
        10**30,
    ],
    ids=str,
)
def test_what_json_has_no_form_for_is_left_to_the_twin(value: Any):
    """At any place."""
    for inside in (value, [value], {"a": value}):
        with pytest.raises(speedups.Rejected):
            speedups.encode(inside)


@needs_extension
def test_depth_is_bounded():
    """Whatever the interpreter allows, and with an error that the twin turns into its own."""
    deep: Any = []
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises((speedups.Rejected, RecursionError)):
        speedups.encode(deep)
    with pytest.raises(ApiValueError, match="nested"):
        _json.encode(deep)
    while deep:  # piece by piece
        deep = deep[0]


@needs_extension
def test_a_list_that_shrinks_while_it_is_written():
    """A number asks Python for its text, and that may do anything."""
    values: list[Any] = []

    class Clearing(Decimal):
        def __str__(self) -> str:
            return "5"

    speedups.configure(text_of=lambda number: (values.clear(), "1.5")[1])
    try:
        values += [Decimal("1.50000000000000000000001"), ListSchema(["a"]), {"a": 1}]
        assert speedups.encode(values) == "[1.5]"
        table = {"a": Decimal("1.50000000000000000000001"), "b": ListSchema(["a"])}
        speedups.configure(text_of=lambda number: (table.clear(), "1.5")[1])
        assert speedups.encode(table) == '{"a":1.5}'
        speedups.configure(text_of=lambda number: 5)
        with pytest.raises(speedups.Rejected):
            speedups.encode(Decimal("1.50000000000000000000001"))
    finally:
        speedups.configure(text_of=_json.text_of)
    assert speedups.encode(Clearing("1.25")) == "1.25"


@needs_extension
def test_configure_takes_what_it_knows():
    """Classes where they are expected, and no other name."""
    for wrong in ({"decimal": 5}, {"boolean": None}, {"other": 5}):
        with pytest.raises(TypeError):
            speedups.configure(**wrong)
    for arguments in ((), (5,)):
        with pytest.raises(TypeError):
            speedups.configure(*arguments)
