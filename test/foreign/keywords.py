"""One schema for each keyword of JSON Schema and each way to combine them, with values it takes and refuses."""

from __future__ import annotations

from typing import Any, NamedTuple

from .models import ANYTHING, BOOLEAN, INTEGER, NULL, NUMBER, OBJECT, STRING, array, text, words
from .printer import Ref, Shape


class Keyword(NamedTuple):
    """A schema, and on either side of what it says: values to take and values to refuse."""

    shape: Shape
    valid: list[Any]
    invalid: list[Any]


def has(key: str, shape: Shape | Ref = ANYTHING) -> Shape:
    """An object, or anything else, that must have *key*."""
    return Shape(properties={key: shape}, required=(key,))


def limited(**limits: str) -> Shape:
    return Shape(limits=limits)


def typed(name: str) -> Shape:
    """A class of its own that says no more than its base."""
    return Shape(name, limits={"format": "'any'"})


NESTED = array(array(array(NUMBER)))
ODD_KEYS = ("foo\nbar", 'foo"bar', "foo\\bar", "foo\rbar", "foo\tbar", "foo\fbar")
ODD_NAMES = {
    key.encode("unicode_escape").decode().replace('"', '\\"'): f"odd_{index}" for index, key in enumerate(ODD_KEYS)
}
REFERENCED = Ref("PropertyNamedLikeAReference")

NO_TEXT: list[Any] = [12, 1.5, None, True, {}, []]

TABLE = {
    # Objects
    "Properties": Keyword(
        Shape(properties={"foo": INTEGER, "bar": STRING}),
        [{"foo": 1, "bar": "baz"}, {}, {"quux": []}, [], 12, None],
        [{"foo": 1, "bar": {}}, {"foo": [], "bar": {}}, {"foo": True}, {"foo": None}],
    ),
    "PropertiesWithOddNames": Keyword(
        Shape(properties=dict.fromkeys(ODD_NAMES, NUMBER), names=ODD_NAMES),
        [dict.fromkeys(ODD_KEYS, 1), {}],
        [dict.fromkeys(ODD_KEYS, "1"), {"foo\tbar": "1"}],
    ),
    "PropertyNamedLikeAReference": Keyword(
        Shape(properties={"$ref": STRING}, names={"$ref": "ref"}), [{"$ref": "a"}, {"ref": 2}], [{"$ref": 2}]
    ),
    "Required": Keyword(has("foo"), [{"foo": 1}, {"foo": None}, [], "", 12], [{"bar": 1}, {}]),
    "RequiredAndNotDeclared": Keyword(
        Shape(required=("foo", "bar")), [{"foo": 1, "bar": 2}, []], [{"foo": 1}, {"bar": None}]
    ),
    "ClosedByDefault": Keyword(
        Shape(properties={"foo": ANYTHING}, additional=False), [{"foo": 1}, {}, []], [{"bar": 1}, {"foo": 1, "bar": 1}]
    ),
    "AdditionalProperties": Keyword(
        Shape("object", properties={"foo": ANYTHING, "bar": ANYTHING}, additional=BOOLEAN),
        [{"foo": 1}, {"foo": 1, "bar": 2, "quux": True}],
        [{"foo": 1, "bar": 2, "quux": 12}, {"quux": None}],
    ),
    "AdditionalPropertiesAlone": Keyword(Shape("object", additional=BOOLEAN), [{"foo": True}, {}], [{"foo": 1}]),
    "AdditionalPropertiesBesideAllOf": Keyword(
        Shape(additional=BOOLEAN, all_of=[Shape(properties={"foo": ANYTHING})]),
        [{"foo": True, "bar": False}],
        [{"foo": 1, "bar": True}],
    ),
    "MaxProperties": Keyword(
        limited(max_properties="2"), [{"a": 1}, {"a": 1, "b": 2}, [1, 2, 3], "abc", 12], [{"a": 1, "b": 2, "c": 3}]
    ),
    "MaxPropertiesOfNone": Keyword(limited(max_properties="0"), [{}], [{"a": 1}]),
    "MinProperties": Keyword(limited(min_properties="1"), [{"a": 1}, [], "", 12], [{}]),
    "ForbiddenProperty": Keyword(
        Shape(properties={"foo": Shape(not_schema=ANYTHING)}), [{"bar": 1}, {}], [{"foo": 1}, {"foo": None}]
    ),
    # Arrays
    "Items": Keyword(array(INTEGER), [[1, 2, 3], []], [[1, "x"], {"0": "invalid", "length": 1}, "abc"]),
    "NestedItems": Keyword(
        NESTED, [[[[1], [2.5]], []], []], [[[["1"]]], [[1]], [1], [[[[1]]]], [[[[1], [2]], [[3]]]]]
    ),
    "ItemsOfModels": Keyword(array(REFERENCED), [[{"$ref": "a"}]], [[{"$ref": 2}]]),
    "MaxItems": Keyword(limited(max_items="2"), [[1], [1, 2], "foobar"], [[1, 2, 3]]),
    "MinItems": Keyword(limited(min_items="1"), [[1, 2], [1], ""], [[]]),
    "UniqueItems": Keyword(
        limited(unique_items="True"),
        [
            *([1, 2], [0, False], [1, True], [[1], [True]], [[0], [False]], ["1", 1], [{"a": 1}, {"a": True}]),
            *([{"foo": "bar"}, {"foo": "baz"}], [["foo"], ["bar"]], [{}, [1], True, None, 1, "{}"], "aa", {"a": 1}),
            [[[1], "foo"], [[True], "foo"]],
        ],
        [
            *([1, 1], [1.0, 1.00, 1], [None, None], ["foo", "bar", "foo"], [["foo"], ["bar"], ["foo"]], [True, True]),
            [{"foo": {"bar": {"baz": True}}}, {"foo": {"bar": {"baz": True}}}],
            [{"foo": 1, "bar": 2}, {"bar": 2, "foo": 1}],
            [{}, [1], True, None, {}, 1],
        ],
    ),
    "UniqueItemsOff": Keyword(limited(unique_items="False"), [[1, 1], [1, 2], [{}, {}], [None, None]], []),
    # Strings
    "MaxLength": Keyword(limited(max_length="2"), ["f", "fo", 100, "\U0001f4a9\U0001f4a9"], ["foo"]),
    "MinLength": Keyword(limited(min_length="2"), ["foo", "fo", 1], ["f", "\U0001f4a9", ""]),
    "Pattern": Keyword(Shape(pattern=("^a*$", None)), ["aaa", "", True, 123, 1.5, {}, [], None], ["abc"]),
    "PatternInTheMiddle": Keyword(Shape(pattern=("a+", None)), ["xxaayy"], ["xxyy"]),
    "PatternWithFlags": Keyword(text("^[a-z]+$", "re.IGNORECASE | re.MULTILINE"), ["ABC", "1\nABC"], ["123"]),
    "AnyDate": Keyword(Shape(format="date"), ["2020-01-02", *NO_TEXT], ["2020-13-01", "x"]),
    "AnyDateTime": Keyword(Shape(format="date-time"), ["2020-01-02T03:04Z", *NO_TEXT], ["2020-01-02", ""]),
    "AnyUuid": Keyword(Shape(format="uuid"), ["1" * 32, *NO_TEXT], ["x"]),
    "AnyDecimal": Keyword(Shape(format="number"), ["1.5", *NO_TEXT], ["x"]),
    "AnyInt32": Keyword(Shape(format="int32"), [2**31 - 1, "x", None, {}, [], True], [2**31, -(2**31) - 1]),
    "AnyInt64": Keyword(Shape(format="int64"), [2**63 - 1, "x", None, {}, [], True], [2**63]),
    "AnyFloat": Keyword(Shape(format="float"), [3e38, "x", None, {}, [], True], [3.5e38]),
    "AnyDouble": Keyword(Shape(format="double"), [1e308, "x", None, {}, [], True], [-(10**309)]),
    "UnknownFormat": Keyword(Shape(limits={"format": "'email'"}), ["no mail", 12, None, {}], []),
    # Numbers
    "Maximum": Keyword(limited(inclusive_maximum="3.0"), [2.6, 3, 3.0, "x"], [3.5, 3.0000001]),
    "MaximumOfWholeNumbers": Keyword(limited(inclusive_maximum="300"), [299.97, 300, 300.00], [300.5]),
    "Minimum": Keyword(limited(inclusive_minimum="-2"), [-1, 0, -2, -2.0, "x"], [-2.0001, -3]),
    "ExclusiveMaximum": Keyword(limited(exclusive_maximum="3.0"), [2.2, "x"], [3, 3.0, 3.5]),
    "ExclusiveMinimum": Keyword(limited(exclusive_minimum="1.1"), [1.2, "x"], [1.1, 0.6]),
    "MultipleOfWhole": Keyword(limited(multiple_of="2"), [10, 4.0, "foo"], [7, 4.5]),
    "MultipleOfFraction": Keyword(limited(multiple_of="1.5"), [0, 4.5], [35]),
    "MultipleOfLittle": Keyword(limited(multiple_of="0.0001"), [0.0075], [0.00751]),
    "MultipleBeyondFloats": Keyword(Shape("integer", limits={"multiple_of": "0.123456789"}), [0], [1e308]),
    # Types
    "TypeArray": Keyword(array(ANYTHING), [[], [None]], [1, 1.1, "foo", {}, True, None]),
    "TypeBoolean": Keyword(typed("boolean"), [True, False], [1, 0, "", "foo", {}, [], None]),
    "TypeInteger": Keyword(typed("integer"), [1, 1.0], [1.1, "1", {}, [], True, None]),
    "TypeNull": Keyword(typed("null"), [None], [1, 0, 1.1, "foo", "", {}, [], True, False]),
    "TypeNumber": Keyword(typed("number"), [1, 1.0, 1.1], ["1", {}, [], True, None]),
    "TypeObject": Keyword(typed("object"), [{}], [1, 1.1, "foo", [], True, None]),
    "TypeString": Keyword(typed("string"), ["foo", "1", ""], [1, 1.1, {}, [], True, None]),
    # Enums
    "EnumOfNumbers": Keyword(
        Shape("number", enum={"1": "POSITIVE_1", "2": "POSITIVE_2"}), [1, 2, 1.0], [4, True, "1", None]
    ),
    "EnumOfZero": Keyword(Shape("number", enum={"0": "POSITIVE_0"}), [0, 0.0], [False, None]),
    "EnumOfOne": Keyword(Shape("number", enum={"1": "POSITIVE_1"}), [1, 1.0], [True]),
    "EnumOfFalse": Keyword(Shape("boolean", enum={"schemas.BoolClass.FALSE": "FALSE"}), [False], [0, 0.0, True, None]),
    "EnumOfTrue": Keyword(Shape("boolean", enum={"schemas.BoolClass.TRUE": "TRUE"}), [True], [1, 1.0, False]),
    "EnumWithEscapes": Keyword(
        Shape("string", enum={'"foo\\nbar"': "FOO_BAR", '"foo\\rbar"': "FOO_BAR2"}), ["foo\nbar", "foo\rbar"], ["abc"]
    ),
    "EnumWithNul": Keyword(
        Shape("string", enum={'"hello\\0there"': "HELLO_NUL_THERE"}), ["hello\0there"], ["hellothere", "hello"]
    ),
    "EnumsInProperties": Keyword(
        Shape("object", properties={"foo": words(FOO="foo"), "bar": words(BAR="bar")}, required=("bar",)),
        [{"foo": "foo", "bar": "bar"}, {"bar": "bar"}],
        [{"foo": "foot", "bar": "bar"}, {"foo": "foo", "bar": "bart"}, {"foo": "foo"}, {}],
    ),
    # Combinations
    "AllOf": Keyword(
        Shape(all_of=[has("bar", INTEGER), has("foo", STRING)]),
        [{"foo": "baz", "bar": 2}],
        [{"foo": "baz"}, {"bar": 2}, {"foo": "baz", "bar": "quux"}],
    ),
    "AllOfBesideProperties": Keyword(
        Shape(
            properties={"bar": INTEGER}, required=("bar",), all_of=[has("foo", STRING), has("baz", NULL)]
        ),
        [{"foo": "quux", "bar": 2, "baz": None}],
        [{"foo": "quux", "baz": None}, {"bar": 2, "baz": None}, {"foo": "quux", "bar": 2}, {"bar": 2}],
    ),
    "AllOfLimits": Keyword(
        Shape(all_of=[limited(inclusive_maximum="30"), limited(inclusive_minimum="20")]), [25], [35, 15]
    ),
    "AllOfTwoEmpty": Keyword(Shape(all_of=[ANYTHING, ANYTHING]), [1, None, {"a": []}], []),
    "AllOfFirstEmpty": Keyword(Shape(all_of=[ANYTHING, NUMBER]), [1], ["foo"]),
    "AllOfLastEmpty": Keyword(Shape(all_of=[NUMBER, ANYTHING]), [1], ["foo"]),
    "AllOfNested": Keyword(Shape(all_of=[Shape(all_of=[NULL])]), [None], [123]),
    "AllOfAnyOfOneOf": Keyword(
        Shape(
            all_of=[limited(multiple_of="2")], one_of=[limited(multiple_of="5")], any_of=[limited(multiple_of="3")]
        ),
        [30],
        [1, 5, 3, 15, 2, 10, 6],
    ),
    "AnyOf": Keyword(Shape(any_of=[INTEGER, limited(inclusive_minimum="2")]), [1, 2.5, 3], [1.5]),
    "AnyOfObjects": Keyword(
        Shape(any_of=[has("bar", INTEGER), has("foo", STRING)]),
        [{"bar": 2}, {"foo": "baz"}, {"foo": "baz", "bar": 2}],
        [{"foo": 2, "bar": "quux"}],
    ),
    "AnyOfStrings": Keyword(
        Shape("string", any_of=[limited(max_length="2"), limited(min_length="4")]), ["ab", "foobar"], [3, "foo"]
    ),
    "AnyOfWithEmpty": Keyword(Shape(any_of=[NUMBER, ANYTHING]), ["foo", 123], []),
    "AnyOfNested": Keyword(Shape(any_of=[Shape(any_of=[NULL])]), [None], [123]),
    "OneOf": Keyword(Shape(one_of=[INTEGER, limited(inclusive_minimum="2")]), [1, 2.5], [3, 1.5]),
    "OneOfObjects": Keyword(
        Shape(one_of=[has("bar", INTEGER), has("foo", STRING)]),
        [{"bar": 2}, {"foo": "baz"}],
        [{"foo": "baz", "bar": 2}, {"foo": 2, "bar": "quux"}],
    ),
    "OneOfStrings": Keyword(
        Shape("string", one_of=[limited(min_length="2"), limited(max_length="4")]), ["foobar", "a"], [3, "foo"]
    ),
    "OneOfWithEmpty": Keyword(Shape(one_of=[NUMBER, ANYTHING]), ["foo"], [123]),
    "OneOfRequired": Keyword(
        Shape("object", one_of=[Shape(required=("foo", "bar")), Shape(required=("foo", "baz"))]),
        [{"foo": 1, "bar": 2}, {"foo": 1, "baz": 3}],
        [{"bar": 2}, {"foo": 1, "bar": 2, "baz": 3}, []],
    ),
    "OneOfNested": Keyword(Shape(one_of=[Shape(one_of=[NULL])]), [None], [123]),
    "NotInteger": Keyword(Shape(not_schema=INTEGER), ["foo", 1.5, None], [1, 1.0]),
    "NotAnObject": Keyword(
        Shape(not_schema=Shape("object", properties={"foo": STRING})), [1, {"foo": 1}], [{"foo": "bar"}, {}]
    ),
    "AllOfReference": Keyword(Shape(all_of=[REFERENCED]), [{"$ref": "a"}], [{"$ref": 2}]),
    "AnyOfReference": Keyword(Shape(any_of=[REFERENCED]), [{"$ref": "a"}], [{"$ref": 2}]),
    "OneOfReference": Keyword(Shape(one_of=[REFERENCED]), [{"$ref": "a"}], [{"$ref": 2}]),
    "NotReference": Keyword(Shape(not_schema=REFERENCED), [{"$ref": 2}], [{"$ref": "a"}]),
    "PropertyReference": Keyword(Shape(properties={"a": REFERENCED}), [{"a": {"$ref": "a"}}], [{"a": {"$ref": 2}}]),
    "AdditionalReference": Keyword(
        Shape("object", additional=REFERENCED), [{"a": {"$ref": "a"}}], [{"a": {"$ref": 2}}]
    ),
    "ObjectOrText": Keyword(Shape(one_of=[OBJECT, STRING]), [{}, ""], [1, None, []]),
}  # fmt: skip

KEYWORDS = {name: entry.shape for name, entry in TABLE.items()}
