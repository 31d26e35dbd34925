"""The extension in C gives what its twins in Python give, part by part; where it can't, it leaves the work to them."""

from __future__ import annotations

import contextlib
import copy
import decimal
import gc
import json
import os
import pickle
import re
import subprocess
import sys
import typing
import weakref
from decimal import Decimal
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flat_api import schemas
from flat_api.exceptions import ApiTypeError, ApiValueError
from flat_api.model.task import Task
from flat_api.schemas import AnyTypeSchema, DictSchema, ListSchema, StrSchema, _compile, _json, is_compiled, optional
from flat_api.schemas._extension import speedups
from flat_api.schemas._numbers import whole

from . import roads

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

    speedups.configure(shortest=lambda text: (values.clear(), "1.5")[1])
    try:
        values += [Decimal("1.50000000000000000000001"), ListSchema(["a"]), {"a": 1}]
        assert speedups.encode(values) == "[1.5]"
        table = {"a": Decimal("1.50000000000000000000001"), "b": ListSchema(["a"])}
        speedups.configure(shortest=lambda text: (table.clear(), "1.5")[1])
        assert speedups.encode(table) == '{"a":1.5}'
        speedups.configure(shortest=lambda text: 5)
        with pytest.raises(speedups.Rejected):
            speedups.encode(Decimal("1.50000000000000000000001"))
    finally:
        speedups.configure(shortest=_json.shortest)
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


# Converting


class Sized(DictSchema):
    """An object with a slot and an initializer of its own."""

    __slots__ = ("extra",)
    name = optional(StrSchema)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        raise AssertionError("no initializer of an object runs")


class Loud(StrSchema):
    """A string with attributes, which its initializer sets."""

    __slots__ = ("__dict__",)

    def __init__(self, *args: Any) -> None:
        object.__setattr__(self, "heard", args)


class Own(StrSchema):
    """A string with a constructor of its own."""

    def __new__(cls, *args: Any) -> Any:
        return super().__new__(cls, *args)


class Slotted(schemas.NumberSchema):
    """A number with an attribute."""

    __slots__ = ("seen",)


class Everything(DictSchema):
    """All kinds of classes that people write."""

    sized = optional(Sized)
    loud = optional(Loud)
    own = optional(Own)
    slotted = optional(Slotted)
    many = optional(schemas.list_of(Loud))
    text = optional(StrSchema)
    number = optional(schemas.NumberSchema)


DATA = {
    "sized": {"name": "a"},
    "loud": "b",
    "own": "c",
    "slotted": 5,
    "many": ["d", "e"],
    "text": "é" * 3,
    "number": 0.1,
}


def test_classes_with_constructors_and_attributes_of_their_own():
    """The same instances as without the extension, and they pickle, copy and compare."""
    value = Everything(DATA)
    assert (type(value.sized), type(value.loud), type(value.own), type(value.slotted)) == (Sized, Loud, Own, Slotted)
    assert value.loud.heard == ("b",) and [item.heard for item in value.many] == [("d",), ("e",)]
    object.__setattr__(value.sized, "extra", [1])
    object.__setattr__(value.slotted, "seen", value)
    assert value.sized.extra == [1] and value.slotted.seen is value
    for again in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):
        assert again == value and type(again.own) is Own
    with roads.no_converters():
        assert roads.tree(Everything(DATA)) == roads.tree(value)


@needs_extension
def test_the_collector_watches_only_what_can_be_part_of_a_cycle():
    """Plain values are not tracked; what has attributes is, and so is what it lies in."""
    task = Task({"id": "a", "state": "done", "progress": {"percent": 1}, "errorHistory": ["a"], "x": [1, True, None]})
    inside = [task, *task.values(), *task.progress.values(), *task.errorHistory, *task.x]
    assert [value for value in inside if gc.is_tracked(value)] == []
    value = Everything(DATA)
    tracked = {key for key, item in value.items() if gc.is_tracked(item)}
    assert tracked == {"sized", "loud", "slotted", "many"}
    assert gc.is_tracked(value)


@needs_extension
def test_a_cycle_is_collected():
    """Through an attribute of an instance, also where it lies deep in others."""

    class Mark:
        pass

    value = Everything(DATA)
    mark = Mark()
    object.__setattr__(value.slotted, "seen", (value, mark))
    gone = weakref.ref(mark)
    del value, mark
    gc.collect()
    assert gone() is None


def converter_of(cls: Any) -> Any:
    """The converter of *cls*, which is one of the extension."""
    found = _compile.converter(cls)
    assert type(found) is speedups.Converter
    return found


@needs_extension
@given(st.floats() | st.integers().map(float) | st.fractions(max_denominator=2**12).map(float))
def test_floats_are_exact(number: float):
    """A float is the decimal that it is, with .0 where it is whole."""
    convert = converter_of(schemas.NumberSchema)
    if number - number == 0.0:
        expected = whole(number) if number.is_integer() else Decimal(number)
        assert str(convert(number)) == str(expected)
    else:
        with pytest.raises(speedups.Rejected):
            convert(number)


@needs_extension
@given(st.text() | st.text(st.characters(min_codepoint=0x10000)) | st.text(st.characters(max_codepoint=255)))
def test_strings_are_whole(text: str):
    """Every operation of str works on an instance, of each width of characters, and so does every way out of it."""
    value = converter_of(StrSchema)(text)
    assert (value, hash(value), len(value), repr(value)) == (text, hash(text), len(text), repr(text))
    found = value + "é", value.upper(), value * 2, value[1:], value.split()
    assert found == (text + "é", text.upper(), text * 2, text[1:], text.split())
    assert value.encode("utf-8", "surrogatepass") == text.encode("utf-8", "surrogatepass")
    assert {value: 1}[text] == 1 and f"{value}" == text and str.__str__(value) == text
    assert sys.getsizeof(value) > 0 and pickle.loads(pickle.dumps(value)) == text
    assert sys.intern(str.__str__(value)) == text


TIMES = ("00:00:00Z", "23:59:59.999999999Z", "24:00:00Z", "12:60:00Z", "1a:00:00Z", "12:00:00.Z")
DAYS = ("0001-01-01", "2000-02-29", "1900-02-29", "2024-02-29", "2023-04-31", "2023-13-01", "2023-00-10", "9999-12-31")


@needs_extension
@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize(
    "time", ["00:00:00Z", "23:59:59.999999999Z", "24:00:00Z", "12:60:00Z", "1a:00:00Z", "12:00:00.Z"]
)
def test_dates_are_those_that_exist(day: str, time: str):
    """The days of months and leap years, and everything that looks like a date-time."""
    text = f"{day}T{time}"
    with roads.no_converters():
        expected = roads.outcome(lambda: schemas.DateTimeSchema(text))
    assert roads.outcome(lambda: schemas.DateTimeSchema(text)) == expected


@needs_extension
def test_keys_that_compare_in_their_own_way_are_left_to_the_walk():
    """Nothing of other people runs in the middle of a converter."""

    class Key(str):
        __slots__ = ()

        def __eq__(self, other: object) -> bool:
            raise AssertionError("compared")

        __hash__ = str.__hash__

    for key in (Key("other"), 5, Task.id):
        with pytest.raises(speedups.Rejected):
            converter_of(Task)({key: "a"})
    assert Task({Task.id: "a"}) == {"id": "a"}


@needs_extension
def test_data_that_change_while_they_are_converted():
    """A class inside with a constructor of its own runs Python, which may do anything to the list or dict around."""
    items: list[Any] = ["a", "b", "c"]
    table = {"one": "a", "two": "b"}

    class Emptying(StrSchema):
        def __init__(self, text: Any) -> None:
            items.clear()
            table.clear()

    with pytest.raises(speedups.Rejected):
        converter_of(schemas.list_of(Emptying))(items)
    table |= {"one": "a", "two": "b"}
    assert converter_of(schemas.map_of(Emptying))(table) == {"one": "a", "two": "b"}
    assert (items, table) == ([], {})


WRONG_SETTINGS: tuple[Any, ...] = (
    *(5, {"string": 5}, {"item": 5}, {"fields": ((1, 2),)}, {"fields": 5}, {"flags": "a"}, {"places": []}),
)


@needs_extension
def test_a_converter_takes_what_it_was_made_for():
    """One argument, or keywords and an empty dict; wrong settings are an error and leave it as it was."""
    convert = converter_of(Task)
    for arguments in ((), (1, 2, 3)):
        with pytest.raises(TypeError):
            convert(*arguments)
    with pytest.raises(TypeError):
        convert(data={})
    for other in (StrSchema, schemas.list_of(StrSchema), schemas.one_of(Task, StrSchema)):
        with pytest.raises(speedups.Rejected):
            _compile._in_extension(other)({}, {})
    empty = speedups.Converter(Task, lambda converter: None)
    with pytest.raises(speedups.Rejected):
        empty({})
    for settings in WRONG_SETTINGS:
        with pytest.raises(TypeError):
            empty.fill(settings)
    empty.fill({"flags": 0})
    empty.fill({"twin": len})  # filled already
    for data in ("a", {}, [], 5, None, True, b"a", 1.5, Decimal(1)):
        with pytest.raises(speedups.Rejected):
            empty(data)


@needs_extension
def test_a_converter_that_can_not_be_filled_says_so_each_time():
    """A reference to nothing is an error at every call, and no crash."""

    class Dangling(DictSchema):
        other = optional(schemas.ref("NoSuchClass"))

    for _ in range(3):
        with pytest.raises(Exception, match="NoSuchClass"):
            Dangling({"other": {}})


@needs_extension
def test_nested_data_are_bounded():
    """Depth beyond the limit is left to the walk, which says where it is."""
    deep: Any = "a"
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises(ApiValueError, match="nested"):
        AnyTypeSchema(deep)
    while isinstance(deep, list):  # piece by piece
        deep = deep[0]
    nested: Any = "a"
    for _ in range(100):
        nested = {"a": [nested]}
    assert AnyTypeSchema(nested).to_json() == json.dumps(nested, separators=(",", ":"))


# Reading JSON


WHOLE_TEXTS = (
    *('{"id":"a"}', ' {"id" : "a" , "x":[1 ,2.50,-0, 1E+2,null,true,false,{}, []] }\n', "[]", '"a"', "5", "{}"),
    *('{"id":"a","id":"b"}', '{"id":5,"id":"b"}', '{"x":1,"y":2,"x":3}', '{"id":"a","x":1,"id":"b"}'),
    *(r'{"\u0069d":"\u00e9\ud83d\ude00\n\/"}', r'{"id":"\ud83d"}', r'{"id":"\ud83d\u0041"}', r'{"id":"\ude00"}'),
    *('{"id":"é日\U0001f600"}', '{"é":1}', '{"progress":{"percent":12345678901234567890}}', "\ufeff{}"),
    *('["' + "a" * 100_000 + '"]', "[" + "1," * 1000 + "1]", "[" * 100 + "]" * 100),
)
BROKEN_TEXTS = (
    *("", " ", "nul", '{"id":"a",}', r'"\x"', '{"id":"a\tb"}', '{"id":"a', '{"id":"a\\', '{"id"', '{"id":', "{", "[1,"),
    *("[1 2]", "[NaN]", "[-Infinity]", '{"a":"b"}x', '{"id":"\x00"}', "{'id':1}", '{"a" 1}', "{1:2}"),
    *("[" * 5000, '{"a":' * 5000),
    *('{"progress":{"percent":' + number + "}}" for number in ("01", "1.", "-", "1e", "1e9999", ".5", "9" * 5000)),
)
TEXTS = WHOLE_TEXTS + BROKEN_TEXTS


@pytest.mark.parametrize("cls", [Task, AnyTypeSchema, schemas.list_of(schemas.one_of(StrSchema, schemas.IntSchema))])
@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text[:30])
def test_json_is_read_as_by_the_twin(cls: Any, text: str):
    """The instance or the error of json and the converter in Python, from str and from bytes."""
    for raw in (text, text.encode("utf-8", "surrogatepass"), bytearray(text, "utf-8", "surrogatepass")):
        assert shown_outcome(lambda raw=raw: cls.from_json(raw)) == shown_outcome(
            lambda raw=raw: cls.from_openapi_data_oapg(_json.decode(raw))
        )


def shown_outcome(build: typing.Callable[[], Any]) -> Any:
    try:
        value = build()
    except (ApiTypeError, ApiValueError) as error:
        return type(error), str(error)
    return roads.tree(value), list(value) if isinstance(value, dict) else None


NOT_UTF_8 = (b'{"id":"\xff"}', b'{"id":"\xc3"}', b'{"id":"\xed\xa0\x80"}', b"\xff", b'{"\xc0\x80":1}')


@needs_extension
@pytest.mark.parametrize("raw", NOT_UTF_8)
def test_bytes_that_are_not_utf_8_are_rejected(raw: bytes):
    """In strings, in keys and elsewhere."""
    with pytest.raises((speedups.Rejected, UnicodeDecodeError)):
        converter_of(Task).read(raw)
    with pytest.raises(ApiValueError, match="UTF-8"):
        Task.from_json(raw)


@needs_extension
def test_a_good_text_is_read_in_one_step():
    """Neither json nor the walk is asked."""
    with patch.object(_json, "decode", side_effect=AssertionError), roads.counted_walks() as walks:
        task = Task.from_json(b'{"id":"a","progress":{"percent":33.3},"creationDate":"2023-01-02T03:04:05Z","x":[1]}')
        assert Task.from_json('{"id":"a"}', lenient=True).id == "a"
        assert schemas.read_json(Task, '{"id":"a"}').problems == ()
    assert not walks
    assert (task.progress.percent, task.x) == (Decimal("33.3"), (1,))


def test_a_method_of_the_class_has_its_say():
    """A class that reads data in its own way reads JSON in that way too."""

    class Mine(DictSchema):
        @classmethod
        def from_openapi_data_oapg(cls, arg: Any, *args: Any, **kwargs: Any) -> Any:
            return super().from_openapi_data_oapg({"read": arg}, *args, **kwargs)

    for _ in range(2):
        assert Mine.from_json('{"a":1}') == {"read": {"a": 1}}


def test_a_key_that_comes_twice_is_no_other():
    """It counts once where names are required."""

    class Pair(DictSchema):
        a = schemas.required(StrSchema)
        b = schemas.required(StrSchema)

    assert Pair.from_json('{"a":"1","b":"2","a":"3"}') == {"a": "3", "b": "2"}
    with pytest.raises(ApiTypeError, match="b"):
        Pair.from_json('{"a":"1","a":"2"}')


@needs_extension
def test_keys_that_repeat_are_one_object():
    """The undeclared keys of a list of objects take no more room than those that json reads."""
    first, second = AnyTypeSchema.from_json('[{"some key":1},{"some key":2}]')
    assert next(iter(first)) is next(iter(second))


# Processes and interpreters


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
def test_a_process_that_forks_goes_on():
    """Converters that were filled before the fork, and others after it."""
    program = """
import os
from flat_api.model.task import Task
from flat_api.schemas import list_of
Task(id="a")
child = os.fork()
data = {"id": "b", "progress": {"percent": 1.5}}
assert list_of(Task)([data] * 3).to_json() == "[" + ",".join([Task(data).to_json()] * 3) + "]"
if child:
    assert os.waitpid(child, 0)[1] == 0
    print("done")
"""
    assert run(program) == "done"


SUBINTERPRETERS = """
import sys
import _xxsubinterpreters as interpreters
from flat_api.model.task import Task
code = f'''
import sys
sys.path[:] = {sys.path}
from flat_api.model.task import Task
value = Task({{"id": "a", "progress": {{"percent": 1.5}}}})
assert value.to_json() == '{{"id":"a","progress":{{"percent":1.5}}}}'
assert value.progress.percent == 1.5
'''
for _ in range(3):
    inner = interpreters.create(isolated=False)
    interpreters.run_string(inner, code)
    interpreters.destroy(inner)
    assert Task(id="b").id == "b"
print("done")
"""


def test_one_interpreter_after_another():
    """Subinterpreters have states of their own, and leave nothing behind."""
    pytest.importorskip("_xxsubinterpreters")
    assert run(SUBINTERPRETERS) == "done"


@needs_extension
def test_numbers_that_repeat_are_made_once_and_keep_their_digits():
    """One class has one 5, which is neither 5.0 nor the 5 of another class; what has more than a value is made anew."""

    class Noted(schemas.NumberSchema):
        __slots__ = ("note",)

    numbers, others = schemas.list_of(schemas.NumberSchema), schemas.list_of(schemas.NumberSchema.where(maximum=9))
    given = [5, 5.0, Decimal("5.00"), 0.0, -0.0, 0, 1023, 1024, -1]
    for _ in range(2):
        found = numbers.from_openapi_data_oapg(given)
        assert [str(number) for number in found] == ["5", "5.0", "5.00", "0.0", "-0.0", "0", "1023", "1024", "-1"]
        read = numbers.from_json("[5, 5.0, 5.00, -0, 0, 1023, 1024, -1]")
        assert [str(number) for number in read] == ["5", "5.0", "5.00", "0", "0", "1023", "1024", "-1"]
        assert found[0] is read[0] is numbers([5])[0]
        assert others([5])[0] is not found[0]
        assert {type(number) for number in (*found, *read)} == {schemas.NumberSchema}
        with pytest.raises(ApiValueError):
            others([5, 10])
    first, second = schemas.list_of(Noted)([5, 5])
    assert first is not second


@needs_extension
@pytest.mark.parametrize(
    "names",
    [
        ("a", "b", "c"),
        ("c", "a", "b"),
        ("b",),
        ("é", "a"),
        ('q"', "a"),
        ("a", "x", "b"),
        ("ab", "a"),
        ("a", "ab"),
        ("aa",),
    ],
)
def test_keys_are_found_whatever_object_they_are(names: tuple[str, ...]):
    """By their text: in the declared order and others, interned and not, the same again and another one."""
    kinds = {key: StrSchema.where(max_length=9 + place) for place, key in enumerate(("a", "b", "c", "é", 'q"', "ab"))}
    body = {f"p{place}": optional(kind, key=key) for place, (key, kind) in enumerate(kinds.items())}
    cls: Any = type(DictSchema)("Keyed", (DictSchema,), {"__module__": __name__, **body})
    untyped = type(cls({"x": "y"})["x"])
    convert, read = _compile.converter(cls), typing.cast(Any, _compile.reader(cls))
    for round in range(3):
        data = {"".join([*name]): f"{name}{round}" for name in names}
        for found in (convert(data), read(json.dumps(data, ensure_ascii=round == 1))):
            assert list(found.items()) == list(data.items())
            assert {type(found[name]) for name in names} == {kinds.get(name, untyped) for name in names}


@needs_extension
@pytest.mark.parametrize("place", range(18))
@pytest.mark.parametrize("character", ["\x7f", "é", "\\n", '\\"', "\\\\", "\x1f", "\x80", '"'])
def test_characters_that_end_a_plain_stretch_are_found_at_every_place(place: int, character: str):
    """Text is read eight characters at once."""
    text = '{"title":"' + "x" * place + character + "y" * (17 - place) + '"}'
    expected = roads.outcome(lambda: Task.from_openapi_data_oapg(_json.decode(text)))
    assert roads.outcome(lambda: Task.from_json(text)) == expected


@needs_extension
def test_a_class_that_changes_after_it_was_written_is_looked_at_again():
    """Its items are those that it has now."""

    class Changing(DictSchema):
        pass

    value = Changing(a="b")
    assert value.to_json() == '{"a":"b"}'
    type.__setattr__(Changing, "items", lambda self: [("c", "d")])
    assert value.to_json() == written(value) == '{"c":"d"}'
