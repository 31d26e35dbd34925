"""The keywords of JSON Schema: what each one refuses, what it says, and that it can be disabled."""

from __future__ import annotations

import re
import typing
from decimal import Decimal

import pytest
from frozendict import frozendict
from hypothesis import given
from hypothesis import strategies as st

from flat_api import schemas
from flat_api.exceptions import ApiTypeError, ApiValueError
from flat_api.schemas import DictSchema, ListSchema, NumberSchema, StrSchema
from flat_api.schemas._keywords import KEYWORDS, all_different, identity_key

from .. import strategies
from .roads import REFUSED, Refusal, fast, plain

Any = typing.Any

# keyword of a class, keyword of JSON Schema, class, limit, values that keep it, values that don't
CASES: list[tuple[str, str, Any, Any, list[Any], list[Any]]] = [
    ("max_length", "maxLength", StrSchema, 2, ["", "ab", "\U0001f3b5\U0001f3b5"], ["abc"]),
    ("min_length", "minLength", StrSchema, 2, ["ab", "abc"], ["", "a", "\U0001f3b5"]),
    ("pattern", "pattern", StrSchema, "^a+$", ["a", "aaa"], ["", "b", "ba", "a\n"]),
    ("multiple_of", "multipleOf", NumberSchema, 0.5, [0, 1, 1.5, -2, Decimal("0.50")], [0.25, Decimal("0.3")]),
    ("exclusive_maximum", "exclusiveMaximum", NumberSchema, 5, [4, 4.999, -9], [5, 5.0, 6]),
    ("maximum", "maximum", NumberSchema, 5, [5, 5.0, -9], [5.001, 6]),
    ("exclusive_minimum", "exclusiveMinimum", NumberSchema, 5, [6, 5.001], [5, 5.0, -9]),
    ("minimum", "minimum", NumberSchema, 5, [5, 5.0, 6], [4.999, -9]),
    ("max_items", "maxItems", ListSchema, 2, [[], [1, 2], (1, 2)], [[1, 2, 3]]),
    ("min_items", "minItems", ListSchema, 2, [[1, 2], (1, 2, 3)], [[], [1]]),
    ("unique_items", "uniqueItems", ListSchema, True, [[], [1, 2], [1, "1", True, None]], [[1, 1.0], [None, None]]),
    ("max_properties", "maxProperties", DictSchema, 1, [{}, {"a": 1}], [{"a": 1, "b": 2}]),
    ("min_properties", "minProperties", DictSchema, 1, [{"a": 1}, {"a": 1, "b": 2}], [{}]),
]

every_keyword = pytest.mark.parametrize(
    ("name", "json_name", "cls", "limit", "good", "bad"), CASES, ids=[case[0] for case in CASES]
)


def test_every_keyword_is_tested():
    """The table above has a row for each keyword the runtime knows."""
    assert {keyword.name for keyword in KEYWORDS} == {case[1] for case in CASES}


@every_keyword
@pytest.mark.parametrize("base", ["typed", "untyped"])
def test_keywords_decide(name: str, json_name: str, cls: Any, limit: Any, good: Any, bad: Any, base: str):
    """A keyword takes and refuses the same values in typed and untyped schemas, on both roads."""
    limited = (cls if base == "typed" else schemas.AnyTypeSchema).where(**{name: limit})
    for value in good:
        assert fast(limited, value) in (REFUSED, plain(limited, value))
        assert limited(value) == (tuple(value) if isinstance(value, list) else value)
    for value in bad:
        assert fast(limited, value) == REFUSED
        with pytest.raises(ApiValueError) as caught:
            limited(value)
        assert [(problem.kind, problem.path) for problem in caught.value.problems] == [(json_name, ("args[0]",))]


OTHERS = {StrSchema: "aaa", NumberSchema: 7.3, ListSchema: [1, 1, 1], DictSchema: {"a": 1, "b": 2}}


@every_keyword
def test_keywords_do_not_care_for_other_types(name: str, json_name: str, cls: Any, limit: Any, good: Any, bad: Any):
    """A keyword about strings says nothing about numbers, and so on."""
    limited = schemas.AnyTypeSchema.where(**{name: limit})
    for other in [value for kind, value in OTHERS.items() if kind is not cls] + [True, None, b"abc"]:
        assert limited(other) == (tuple(other) if isinstance(other, list) else other)


SENTENCES = {
    "max_length": ("abc", "Invalid value `abc`, length must be less than or equal to `2` at ('args[0]',)"),
    "min_length": ("a", "Invalid value `a`, length must be greater than or equal to `2` at ('args[0]',)"),
    "pattern": ("b", "Invalid value `b`, must match regular expression `^a+$` at ('args[0]',)"),
    "multiple_of": (0.25, "Invalid value `0.25`, value must be a multiple of `0.5` at ('args[0]',)"),
    "exclusive_maximum": (5, "Invalid value `5`, must be a value less than `5` at ('args[0]',)"),
    "maximum": (6, "Invalid value `6`, must be a value less than or equal to `5` at ('args[0]',)"),
    "exclusive_minimum": (5, "Invalid value `5`, must be a value greater than `5` at ('args[0]',)"),
    "minimum": (4, "Invalid value `4`, must be a value greater than or equal to `5` at ('args[0]',)"),
    "max_items": ([1, 2, 3], "number of items must be less than or equal to `2` at ('args[0]',)"),
    "min_items": ([1], "number of items must be greater than or equal to `2` at ('args[0]',)"),
    "unique_items": ([1, 1], "duplicate items were found, and the tuple must not contain duplicates because "),
    "max_properties": ({"a": 1, "b": 2}, "number of properties must be less than or equal to `1` at ('args[0]',)"),
    "min_properties": ({}, "number of properties must be greater than or equal to `1` at ('args[0]',)"),
}


@every_keyword
def test_keywords_say_what_was_wrong(name: str, json_name: str, cls: Any, limit: Any, good: Any, bad: Any):
    """The message holds the value, the limit and the place, in the words of the earlier client."""
    value, sentence = SENTENCES[name]
    with pytest.raises(ApiValueError) as caught:
        cls.where(**{name: limit})(value)
    assert sentence in str(caught.value)


@every_keyword
def test_keywords_can_be_disabled(name: str, json_name: str, cls: Any, limit: Any, good: Any, bad: Any):
    """A keyword that the configuration disables is not looked at, on both roads and at any depth."""
    limited = cls.where(**{name: limit})
    lenient = schemas.Configuration(disabled_client_side_validations=json_name)
    for value in bad:
        expected = tuple(value) if isinstance(value, list) else value
        assert limited(value, _configuration=lenient) == expected
        assert limited.from_openapi_data_oapg(value, lenient) == expected
        assert not isinstance(plain(limited, value, configuration=lenient), Refusal)
        assert schemas.list_of(limited)([value], _configuration=lenient) == (expected,)
    others = {case[1] for case in CASES} - {json_name}
    with pytest.raises(ApiValueError):
        limited(bad[0], _configuration=schemas.Configuration(disabled_client_side_validations=",".join(others)))


def test_disabled_checks_do_not_outlive_the_call():
    """A call without a configuration checks everything, whatever calls came before."""
    short = StrSchema.where(max_length=1)
    lenient = schemas.Configuration(disabled_client_side_validations="maxLength")
    assert short("ab", _configuration=lenient) == "ab"
    with pytest.raises(ApiValueError):
        short("ab")


def test_types_and_names_cannot_be_disabled():
    """Whatever is disabled, types, required and forbidden names are checked."""
    words = {case[1] for case in CASES} | {"enum", "format"}
    lenient = schemas.Configuration(disabled_client_side_validations=words)

    class Needy(DictSchema, additional=False):
        a = schemas.required(StrSchema)

    for wrong in ({}, {"a": 5}, {"a": "x", "b": 1}, []):
        with pytest.raises(ApiTypeError):
            Needy(wrong, _configuration=lenient)


def test_all_broken_keywords_are_told_in_their_order():
    """A value that breaks several keywords has a problem for each, in the order of the reference."""
    limited = StrSchema.where(pattern="^b", min_length=3, max_length=0)
    with pytest.raises(ApiValueError) as caught:
        limited("a")
    assert [problem.kind for problem in caught.value.problems] == ["maxLength", "minLength", "pattern"]
    number = NumberSchema.where(minimum=9, maximum=1, exclusive_maximum=1, exclusive_minimum=9, multiple_of=2)
    with pytest.raises(ApiValueError) as caught:
        number(5)
    assert [problem.kind for problem in caught.value.problems] == [
        "multipleOf",
        "exclusiveMaximum",
        "maximum",
        "exclusiveMinimum",
        "minimum",
    ]


@pytest.mark.parametrize("pattern", ["^a+$", re.compile("^a+$")], ids=["text", "compiled"])
def test_patterns_are_texts_or_compiled_expressions(pattern: Any):
    """A pattern is searched for in the text; it may be given as a compiled regular expression."""
    assert StrSchema.where(pattern=pattern)("aa") == "aa"


def test_flags_of_a_pattern_count():
    """A compiled pattern keeps its flags, and the message names them."""
    cls = StrSchema.where(pattern=re.compile("^a$", re.IGNORECASE | re.MULTILINE))
    assert cls("b\nA") == "b\nA"
    flags = int(re.IGNORECASE | re.MULTILINE)
    with pytest.raises(ApiValueError, match=rf"regular expression `\^a\$` with flags=`{flags}`"):
        cls("b")


def test_several_patterns_must_all_match():
    """A MetaOapg class may state several patterns; each is checked, in order."""

    class Code(StrSchema):
        class MetaOapg:
            regex: typing.ClassVar = [{"pattern": "^[a-z]"}, {"pattern": "[0-9]$", "flags": 0}]

    assert Code("a1") == "a1"
    with pytest.raises(ApiValueError) as caught:
        Code("-")
    assert [problem.kind for problem in caught.value.problems] == ["pattern", "pattern"]


@pytest.mark.parametrize("number", ["NaN", "sNaN"])
@pytest.mark.parametrize("name", ["maximum", "minimum", "exclusive_maximum", "exclusive_minimum", "multiple_of"])
def test_a_nan_keeps_no_limit(name: str, number: str):
    """A Decimal NaN is on neither side of a limit, and no multiple of anything."""
    with pytest.raises(ApiValueError):
        NumberSchema.where(**{name: 1})(Decimal(number))


@pytest.mark.parametrize("number", [Decimal("1E+4000"), 10**4000, Decimal("1E-4000"), Decimal("Infinity")], ids=str)
def test_numbers_out_of_the_range_of_floats_are_compared_all_the_same(number: Any):
    """Limits are exact; a multiple is a matter of floats, and what has no float is none."""
    limited = NumberSchema.where(maximum=10)
    assert fast(limited, number) in (REFUSED, plain(limited, number))
    multiple = NumberSchema.where(multiple_of=0.1)
    assert fast(multiple, number) in (REFUSED, plain(multiple, number))


@given(st.lists(strategies.json_values, max_size=6))
def test_items_are_different_when_json_schema_says_so(items: list[Any]):
    """uniqueItems compares all the way down: numbers by value, true is not 1, and the order of keys does not matter."""
    expected = all(not _same(a, b) for index, a in enumerate(items) for b in items[:index])
    unique = ListSchema.where(unique_items=True)
    assert isinstance(plain(unique, items), Refusal) is not expected
    assert (fast(unique, items) == REFUSED) is not expected


def _same(a: Any, b: Any) -> bool:
    """Equality of JSON values, spelled out."""
    if isinstance(a, bool) or isinstance(b, bool):
        return a is b
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(_same(a[key], b[key]) for key in a)
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(map(_same, a, b))
    return bool(a == b)


@given(st.lists(strategies.json_values, max_size=4))
def test_instances_and_plain_data_are_told_apart_alike(items: list[Any]):
    """Whether items differ does not depend on whether they are instances already."""
    run = tuple(schemas.AnyTypeSchema(item) for item in items)
    data = schemas.cast_to_allowed_types(items, True, {})
    assert all_different(run) == all_different(data)
    assert list(map(identity_key, run)) == list(map(identity_key, data))


def test_unique_items_false_says_nothing():
    """uniqueItems: false is the same as nothing."""
    assert ListSchema.where(unique_items=False)([1, 1]) == (1, 1)


def test_limits_add_up():
    """A class made by `where` keeps the limits of the class it was made from."""
    once = StrSchema.where(max_length=3)
    twice = once.where(min_length=2)
    assert twice("ab") == "ab"
    for wrong in ("a", "abcd"):
        with pytest.raises(ApiValueError):
            twice(wrong)
    assert once("a") == "a"
    assert twice.where(max_length=9)("abcdef") == "abcdef"


def test_limits_of_objects_count_all_names():
    """maxProperties counts declared and undeclared names."""

    class Small(DictSchema, max_properties=2):
        a = schemas.optional(StrSchema)

    assert Small({"a": "x", "b": 1}) == {"a": "x", "b": 1}
    for build in (lambda: Small({"a": "x", "b": 1, "c": 2}), lambda: Small(a="x", b=1, c=2)):
        with pytest.raises(ApiValueError, match="number of properties"):
            build()
    assert Small(frozendict(a="x")) == {"a": "x"}
