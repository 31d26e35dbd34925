"""JSON text in and out: exact, strict about what is JSON, and precise about what is not."""

from __future__ import annotations

import contextlib
import json
import pathlib
import typing
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flat_api import schemas
from flat_api.exceptions import ApiTypeError, ApiValueError
from flat_api.model.task import Task
from flat_api.schemas import AnyTypeSchema, DictSchema, ListSchema, NumberSchema, StrSchema
from flat_api.schemas._numbers import as_written, number_key, text_of

from .. import strategies
from .notations import ours
from .roads import tree

Any = typing.Any


def unreadable(text: Any) -> ApiValueError:
    """The error about *text*, which is no JSON."""
    with pytest.raises(ApiValueError) as caught:
        AnyTypeSchema.from_json(text)
    (problem,) = caught.value.problems
    assert problem.kind == "json"
    assert problem.path == caught.value.path_to_item == ("args[0]",)
    assert problem.message.startswith("The text is not JSON: ")
    assert len(str(caught.value)) < 1000
    return caught.value


# In


@pytest.mark.parametrize(
    "encode", [str, str.encode, lambda text: bytearray(text, "utf-8")], ids=["str", "bytes", "bytearray"]
)
def test_json_is_text_or_utf_8_bytes(encode: Any):
    """from_json takes str, bytes and bytearray."""
    assert Task.from_json(encode('{"id": "é\U0001f3b5", "state": "done"}')) == {"id": "é\U0001f3b5", "state": "done"}


@pytest.mark.parametrize(
    "wrong", [None, 5, {"id": "a"}, ["{}"], memoryview(b"{}"), object()], ids=lambda v: type(v).__name__
)
def test_json_is_nothing_else(wrong: Any):
    """Anything else is an ApiTypeError, data included."""
    with pytest.raises(ApiTypeError, match="JSON text is str or bytes"):
        Task.from_json(wrong)


@pytest.mark.parametrize(
    "digits",
    [
        "33.3",
        "0.1",
        "1.10",
        "-0.0",
        "1E+5",
        "1e-7",
        "12345678901234567890.12345678901234567890",
        "1.7976931348623157e309",
    ],
)
def test_numbers_keep_every_digit(digits: str):
    """A number on the wire is the Decimal of its text, with all digits and trailing zeros."""
    found = NumberSchema.from_json(digits)
    assert found == Decimal(digits)
    assert str(found) == str(Decimal(digits))
    assert str(Task.from_json(f'{{"progress": {{"percent": {digits}}}}}').progress.percent) == str(Decimal(digits))


def test_whole_numbers_have_no_point():
    """An integer on the wire stays one."""
    assert str(NumberSchema.from_json("5")) == "5"
    assert NumberSchema.from_json("5").as_int_oapg == 5
    assert str(NumberSchema.from_json("-0")) == "0"


@pytest.mark.parametrize("constant", ["NaN", "Infinity", "-Infinity"])
@pytest.mark.parametrize("frame", ["{}", '{{"a": [{}]}}'])
def test_constants_that_json_does_not_have_are_refused(constant: str, frame: str):
    """NaN and the infinities are no JSON numbers, wherever they stand."""
    with pytest.raises(ApiValueError) as caught:
        AnyTypeSchema.from_json(frame.format(constant))
    assert caught.value.problems[0].kind in ("number", "json")


@pytest.mark.parametrize(
    "digits",
    ["1e1000000000", "-1e1000000000", "1e-1000000000", "1e99999999999999999999", "1e-99999999999999999999", "9" * 5000],
    ids=lambda digits: digits[:24],
)
def test_absurd_numbers_are_refused_with_their_path(digits: str):
    """Numbers of thousands of digits or astronomical exponents are refused before anybody calculates with them."""
    with pytest.raises(ApiValueError) as caught:
        Task.from_json(f'{{"progress": {{"percent": {digits}}}}}')
    assert [(problem.path, problem.kind) for problem in caught.value.problems] == [
        (("args[0]", "progress", "percent"), "number")
    ]


def test_thousands_of_digits_are_kept():
    """4,300 digits, what Python itself converts, are no problem."""
    assert NumberSchema.from_json("9" * 4300).as_int == 10**4300 - 1


def test_the_last_of_two_equal_names_wins():
    """A name that appears twice has its last value, as in Python's own module."""
    assert Task.from_json('{"id": "a", "state": "done", "id": "b"}') == {"id": "b", "state": "done"}


@pytest.mark.parametrize("text", ["\ufeff{}", b"\xef\xbb\xbf{}", b'\xef\xbb\xbf{"a": 1.5}'], ids=ascii)
def test_a_byte_order_mark_is_ignored(text: Any):
    """Editors write a byte order mark in front; it is not part of the text."""
    assert AnyTypeSchema.from_json(text) == json.loads(text if isinstance(text, bytes) else text[1:])


BROKEN: dict[str, tuple[Any, int, int]] = {
    "empty": ("", 1, 1),
    "blank": (" \n ", 2, 2),
    "word": ("hello", 1, 1),
    "single quotes": ("{'a': 1}", 1, 2),
    "trailing comma": ('{"a": 1,}', 1, 9),
    "unclosed": ('{"a": [1, 2', 1, 12),
    "second line": ('{\n  "a": nope\n}', 2, 8),
    "two values": ("{} {}", 1, 4),
    "control character": ('"a\tb"', 1, 3),
    "comment": ("[1] // one", 1, 5),
    "leading zero": ("[01]", 1, 3),
    "bare point": ("[.5]", 1, 2),
    "hexadecimal": ("[0x10]", 1, 3),
    "undefined": ("[undefined]", 1, 2),
    "bad escape": (r'["\x"]', 1, 3),
    "truncated escape": (r'["\u12"]', 1, 4),
    "two marks": ("\ufeff\ufeff{}", 1, 1),
    "bytes": (b'{"a": nope}', 1, 7),
}


@pytest.mark.parametrize(("text", "line", "column"), BROKEN.values(), ids=BROKEN)
def test_text_that_is_no_json_is_refused_with_line_and_column(text: Any, line: int, column: int):
    """The error names the place, and its cause is the JSONDecodeError of the standard library."""
    error = unreadable(text)
    cause = error.__cause__
    assert isinstance(cause, json.JSONDecodeError)
    assert f"at line {cause.lineno} column {cause.colno}" in str(error)
    assert cause.lineno == line
    assert abs(cause.colno - column) <= 1  # the standard library counts a little differently in each version


@pytest.mark.parametrize("data", [b"\xff\xfe{}", b'{"a": "\xe9"}', b'"\xed\xa0\x80"', b"\x80"], ids=repr)
def test_bytes_that_are_not_utf_8_are_refused(data: bytes):
    """JSON is UTF-8; the cause is the UnicodeDecodeError that knows the byte."""
    error = unreadable(data)
    assert isinstance(error.__cause__, UnicodeDecodeError)
    assert f"at byte {error.__cause__.start}" in str(error)


@given(st.text(max_size=20))
def test_the_cause_has_the_place_of_the_byte_and_no_text(text: str):
    """As many bytes, lines and characters stand before it; what they were is not told."""
    cause = unreadable(text.encode() + b"\xe9").__cause__
    assert isinstance(cause, UnicodeDecodeError)
    before = cause.object[: cause.start].decode()
    assert cause.start == len(text.encode())
    assert [len(line) for line in before.split("\n")] == [len(line) for line in text.split("\n")]
    assert set(before) <= set("\nxÀ\u2000\U00040000")


@given(st.text(max_size=20))
def test_any_text_is_read_or_refused(text: str):
    """Whatever text there is, from_json gives what the standard library reads, or says that it is no JSON."""
    try:
        expected = json.loads(text, parse_float=Decimal, parse_constant=Fraction)  # which reads no such text
    except ValueError:
        with pytest.raises(ApiValueError):
            AnyTypeSchema.from_json(text)
    else:
        assert tree(AnyTypeSchema.from_json(text)) == tree(AnyTypeSchema(expected))


@given(st.binary(max_size=20))
def test_any_bytes_are_read_or_refused(data: bytes):
    """Whatever bytes there are, from_json reads them or raises an ApiValueError."""
    try:
        AnyTypeSchema.from_json(data)
    except ApiValueError as error:
        assert error.problems


def test_the_problems_of_a_schema_are_those_of_the_data():
    """Text that is JSON but no Task is refused as the data would be."""
    with pytest.raises(ApiValueError) as caught:
        Task.from_json('{"state": "dnoe", "progress": {"percent": "x"}}')
    assert [problem.path[1:] for problem in caught.value.problems] == [("state",), ("progress", "percent")]
    with pytest.raises(ApiTypeError):
        Task.from_json("[]")


def test_checks_can_be_disabled():
    """A configuration counts for text as it does for data."""
    lenient = schemas.Configuration(disabled_client_side_validations={"enum"})
    task = Task.from_json('{"state": "archived"}', _configuration=lenient)
    assert task.state == "archived"
    assert isinstance(task.state, Task.State)


@pytest.mark.parametrize("text", ['"\\ud800"', '"\ud800"', '{"\\udfff": "\\ud800x"}'], ids=ascii)
def test_lone_surrogates_survive(text: str):
    """JSON can spell half a character; it is kept, and written as it was spelled."""
    found = AnyTypeSchema.from_json(text)
    assert AnyTypeSchema.from_json(found.to_json()) == found
    assert found.to_json().isascii()


# Out


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({}, "{}"),
        ([], "[]"),
        ({"a": [1, {"b": None}], "é": True}, r'{"a":[1,{"b":null}],"\u00e9":true}'),
        ('a"\\\n\0\U0001f3b5\u2028', r'"a\"\\\n\u0000\ud83c\udfb5\u2028"'),
        ("", '""'),
        (5, "5"),
        (9.0, "9.0"),
        (Decimal("1.10"), "1.10"),
        (Decimal("1E+5"), "1E+5"),
        (Decimal("-0.0"), "-0.0"),
        (10**30, "1" + "0" * 30),
        (True, "true"),
        (False, "false"),
        (None, "null"),
    ],
    ids=ascii,
)
def test_every_kind_of_value_has_a_text(value: Any, text: str):
    """to_json writes compact ASCII, with every digit."""
    found = AnyTypeSchema(value)
    assert found.to_json() == text
    assert json.loads(text, parse_float=Decimal) == (value if not isinstance(value, tuple) else list(value))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (StrSchema("a"), '"a"'),
        (NumberSchema(Decimal("1.50")), "1.50"),
        (schemas.BoolSchema(True), "true"),
        (schemas.NoneSchema(None), "null"),
        (ListSchema([1]), "[1]"),
        (Task(state="done"), '{"state":"done"}'),
        (Task.State.DONE, '"done"'),
        (schemas.DateTimeSchema("2023-06-05T10:20:30Z"), '"2023-06-05T10:20:30Z"'),
    ],
    ids=repr,
)
def test_typed_values_have_a_text_too(value: Any, text: str):
    """Every schema class has to_json, not only objects."""
    assert value.to_json() == text


def test_indented_text():
    """indent gives one member a line; empty containers stay short."""
    task = Task(id="a", progress={"percent": 5}, errorHistory=["x", "y"], extra=[[], {}, [[1]]])
    assert task.to_json(indent=2) == json.dumps(task.to_dict(), indent=2, default=int)
    assert task.to_json(indent=4) == json.dumps(task.to_dict(), indent=4, default=int)
    assert AnyTypeSchema([1]).to_json(indent=0) == "[\n1\n]"


@pytest.mark.parametrize("indent", [None, 2])
def test_bytes_and_files_have_no_text(indent: int | None, tmp_path: pathlib.Path):
    """What is binary can't be written as JSON, and the error is an ApiTypeError."""
    with pytest.raises(ApiTypeError, match="no form in JSON"):
        Task(extra=[b"a"]).to_json(indent=indent)
    path = tmp_path / "file"
    path.write_bytes(b"")
    with open(path, "rb") as file:
        value = AnyTypeSchema({"file": file})
        with value["file"], pytest.raises(ApiTypeError, match="no form in JSON"):
            value.to_json(indent=indent)


@pytest.mark.parametrize("number", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_numbers_that_are_not_finite_have_no_text(number: str):
    """A Decimal that is not finite can be held but not written."""
    with pytest.raises(ApiValueError, match="no form in JSON"):
        AnyTypeSchema([Decimal(number)]).to_json()


@pytest.mark.parametrize("key", [5, None, True, 1.5, ("a",), b"a"], ids=repr)
def test_keys_that_are_no_strings_have_no_text(key: Any):
    """A JSON name is a string; nothing is turned into one behind anybody's back."""
    with pytest.raises(ApiTypeError, match="no form in JSON"):
        DictSchema({key: 1}).to_json()
    with pytest.raises(ApiTypeError, match="no form in JSON"):
        DictSchema({key: 1}).to_json(indent=1)


# There and back


def written(value: Any) -> Any:
    """The tree of *value* with its numbers as they are written; that of a float is its shortest text."""
    if isinstance(value, Decimal):
        return type(value), number_key(value)
    if isinstance(value, dict):
        return type(value), {key: written(item) for key, item in value.items()}
    return (type(value), [written(item) for item in value]) if isinstance(value, tuple) else tree(value)


@given(strategies.json_values)
def test_untyped_values_come_back(value: Any):
    """What is written is read again as an equal value of equal classes, compact or indented."""
    found = AnyTypeSchema(value)
    for indent in (None, 0, 3):
        assert written(AnyTypeSchema.from_json(found.to_json(indent=indent))) == written(found)
    assert json.loads(found.to_json(), parse_float=Decimal) == value


@given(strategies.task_payloads)
def test_tasks_come_back(payload: Any):
    """``Task.from_json(task.to_json()) == task``, with the same classes inside."""
    task = Task(payload)
    assert written(Task.from_json(task.to_json())) == written(task)
    assert written(Task.from_json(task.to_json(indent=1).encode())) == written(task)


@given(st.data())
def test_values_of_any_schema_come_back(data: st.DataObject):
    """Whatever the schema, what it took is written and read again."""
    spec = data.draw(strategies.specs)
    cls = ours(spec)
    try:
        value = cls(data.draw(strategies.payloads(spec, 0)))
        text = value.to_json()
    except (ApiTypeError, ApiValueError):
        return
    assert written(cls.from_json(text)) == written(value)


@given(st.decimals(allow_nan=False, allow_infinity=False).filter(lambda number: abs(number.adjusted()) < 4000))
def test_decimals_come_back_digit_by_digit(number: Decimal):
    """No number loses a digit on its way through JSON, and its exponent stays what it was."""
    text = NumberSchema(number).to_json()
    assert text == text_of(number)
    assert NumberSchema.from_json(text) == as_written(number)
    if len(number.as_tuple().digits) <= 15:
        assert text == str(number)


@given(st.text())
def test_text_comes_back(text: str):
    """No text is changed on its way through JSON."""
    written = StrSchema(text).to_json()
    assert written.isascii()
    assert StrSchema.from_json(written) == text
    assert json.loads(written) == text


@pytest.mark.parametrize("opening", ["[", '{"a":', "[[],", '[{"a":'])
@pytest.mark.parametrize("levels", [700, 990, 3_000, 100_000])
@pytest.mark.parametrize("core", ["1", "9" * 5_000, "1e99999999999999999999", "x"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_deep_text_is_an_error_of_ours_whatever_else_is_odd_about_it(opening: str, levels: int, core: str, mark: str):
    """Neither a byte order mark nor a number that needs a second look leads to a RecursionError."""
    text = mark + opening * levels + core
    for whole in (text, text.encode()):
        for cls in (AnyTypeSchema, Task):
            with contextlib.suppress(ApiTypeError, ApiValueError):
                cls.from_json(whole)
            with contextlib.suppress(ApiTypeError, ApiValueError):
                cls.from_json(whole, lenient=True)


def test_deep_numbers_of_too_many_digits_are_an_error_of_ours():
    """The text is read anew for its long number, which takes a deeper stack than the first reading."""
    text = "[" * 990 + "9" * 5_000 + "]" * 990
    with pytest.raises(ApiValueError) as caught:
        AnyTypeSchema.from_json(text)
    assert {problem.kind for problem in caught.value.problems} <= {"depth", "number"}
    with pytest.raises(ApiValueError) as caught:
        AnyTypeSchema.from_json("\ufeff" + "[" * 100_000)
    assert {problem.kind for problem in caught.value.problems} == {"depth"}
