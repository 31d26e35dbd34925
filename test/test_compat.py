"""What programs written for the earlier client rely on, and what is different now on purpose.

Sections follow the life of a value: names, calls, casting, checks and their sentences, composition, reading,
immutability, passing back in, files. The last ones hold what was mended and what is new.
"""

import copy
import datetime
import decimal
import inspect
import io
import itertools
import json
import math
import os
import pickle
import uuid
from collections import OrderedDict
from types import SimpleNamespace

import frozendict
import pytest

import flat_api
from flat_api import configuration, exceptions, schemas
from flat_api.configuration import Configuration
from flat_api.exceptions import ApiTypeError, ApiValueError, Problem
from flat_api.model.task import Task
from flat_api.schemas import (
    AnyTypeSchema,
    BinarySchema,
    BoolSchema,
    ComposedBase,
    ComposedSchema,
    DateSchema,
    DateTimeSchema,
    DecimalSchema,
    DictSchema,
    EnumBase,
    FileSchema,
    Float32Schema,
    Float64Schema,
    Int32Schema,
    Int64Schema,
    IntSchema,
    ListSchema,
    NoneSchema,
    NotAnyTypeSchema,
    NumberSchema,
    Schema,
    StrSchema,
    UnsetAnyTypeSchema,
    UUIDSchema,
    list_of,
    map_of,
    nullable,
    one_of,
    optional,
    required,
    unset,
    value,
)

from .recordings import NAMES, recorded
from .scaling import assert_linear

D = decimal.Decimal
TEXT, NUMBER, MOMENT = "text", 7, datetime.datetime(2023, 6, 5, 10, 20)


class Part(DictSchema):
    """An object with one property of each kind."""

    class Size(EnumBase, StrSchema):
        SMALL = value("small")
        LARGE = value("large")

    class Count(EnumBase, IntSchema):
        ONE = value(1)
        TWO = value(2)

    name = required(StrSchema)
    number = required(NumberSchema)
    size = optional(Size)
    count = optional(Count)
    flag = optional(BoolSchema)
    nothing = optional(NoneSchema)
    made = optional(DateTimeSchema)
    maybe = optional(nullable(StrSchema))
    words = optional(list_of(StrSchema))
    table = optional(map_of(NumberSchema))
    anything = optional(AnyTypeSchema)


class Closed(DictSchema, additional=False):
    """An object that takes two keys and no others."""

    a = required(StrSchema)
    b = optional(StrSchema)


class Keywords(DictSchema):
    """A property for each keyword of JSON Schema."""

    maxLength = optional(StrSchema.where(max_length=2))
    minLength = optional(StrSchema.where(min_length=2))
    pattern = optional(StrSchema.where(pattern="^a"))
    multipleOf = optional(NumberSchema.where(multiple_of=2))
    maximum = optional(NumberSchema.where(maximum=2))
    minimum = optional(NumberSchema.where(minimum=2))
    exclusiveMaximum = optional(NumberSchema.where(exclusive_maximum=2))
    exclusiveMinimum = optional(NumberSchema.where(exclusive_minimum=2))
    maxItems = optional(list_of(StrSchema, max_items=1))
    minItems = optional(list_of(StrSchema, min_items=1))
    uniqueItems = optional(list_of(StrSchema, unique_items=True))
    maxProperties = optional(DictSchema.where(max_properties=1))
    minProperties = optional(DictSchema.where(min_properties=1))


class Old(DictSchema):
    """A class as the old generator printed it."""

    class MetaOapg:
        required = {"name"}  # noqa: RUF012

        class properties:
            name = schemas.StrSchema

            @staticmethod
            def part():
                return Part

            __annotations__ = {"name": name, "part": part}

    def __new__(cls, *_args, name, part=schemas.unset, _configuration=None, **kwargs):
        return super().__new__(cls, *_args, name=name, part=part, _configuration=_configuration, **kwargs)


def refused(call, *args, **kwargs):
    """The error that *call* raises, which must be one of the two that a refusal is."""
    with pytest.raises((ApiTypeError, ApiValueError)) as caught:
        call(*args, **kwargs)
    return caught.value


# Names

MODULES = {
    "flat_api.schemas": schemas,
    "flat_api.exceptions": exceptions,
    "flat_api.configuration": configuration,
}
KINDS = ("None", "FrozenDict", "Tuple", "Str", "Decimal", "Bool")
PRIMITIVES = {
    "None": schemas.NoneClass,
    "FrozenDict": frozendict.frozendict,
    "Tuple": tuple,
    "Str": str,
    "Decimal": D,
    "Bool": schemas.BoolClass,
    "Bytes": bytes,
    "File": schemas.FileIO,
}


@pytest.mark.parametrize("module", MODULES)
def test_recorded_names(module):
    """Every public name that was recorded of the earlier modules is there."""
    names = json.loads(recorded(NAMES))[module]
    assert [name for name in names if not hasattr(MODULES[module], name)] == []


@pytest.mark.parametrize("module", MODULES)
def test_star_imports(module):
    """A star import carries the names that generated code uses, recorded ones and re-imports."""
    used = {
        "flat_api.schemas": "Schema DictSchema StrSchema NoneStrMixin StrBase NoneBase EnumBase ComposedBase unset "
        "Unset classproperty Configuration NoneClass BoolClass FileIO BinarySchema Singleton none_type file_type "
        "cast_to_allowed_types get_new_class CustomIsoparser DEFAULT_ISOPARSER schema_type_classes MetaOapgTyped "
        "ValidationMetadata ApiTypeError ApiValueError "
        "date datetime timedelta decimal uuid re io typing types functools frozendict",
        "flat_api.exceptions": "OpenApiException ApiTypeError ApiValueError ApiAttributeError ApiKeyError ApiException "
        "render_path T",
        "flat_api.configuration": "Configuration JSON_SCHEMA_VALIDATION_KEYWORDS",
    }
    namespace = {}
    exec(f"from {module} import *", namespace)
    assert [name for name in used[module].split() if name not in namespace] == []


def test_front_door():
    """The package itself exports the configuration and the errors, and says which version it is."""
    for name in (
        "ApiAttributeError",
        "ApiException",
        "ApiKeyError",
        "ApiTypeError",
        "ApiValueError",
        "OpenApiException",
    ):
        assert getattr(flat_api, name) is getattr(exceptions, name)
    assert flat_api.Configuration is Configuration
    assert flat_api.__version__ == "0.9.0"


@pytest.mark.parametrize(
    "kinds",
    [combination for count in range(2, 7) for combination in itertools.combinations(KINDS, count)],
    ids="".join,
)
def test_mixins_of_several_types(kinds):
    """There is a mixin for each combination of JSON types, and it states them."""
    mixin = getattr(schemas, "".join(kinds) + "Mixin")
    assert mixin._types == {PRIMITIVES[kind] for kind in kinds}


@pytest.mark.parametrize("kind", PRIMITIVES)
def test_mixins_of_one_type(kind):
    """There is a mixin for each primitive, and classes that derive from it state the same."""
    assert getattr(schemas, f"{kind}Mixin")._types == {PRIMITIVES[kind]}


@pytest.mark.parametrize(
    ("cls", "kinds"),
    [
        *[(DictSchema, ["FrozenDict"]), (ListSchema, ["Tuple"]), (StrSchema, ["Str"]), (DateTimeSchema, ["Str"])],
        *[(NumberSchema, ["Decimal"]), (Int64Schema, ["Decimal"]), (BoolSchema, ["Bool"]), (NoneSchema, ["None"])],
        *[(schemas.BytesSchema, ["Bytes"]), (FileSchema, ["File"]), (BinarySchema, ["Bytes", "File"])],
        *[(AnyTypeSchema, [*PRIMITIVES]), (UnsetAnyTypeSchema, [*PRIMITIVES]), (ComposedSchema, [*KINDS])],
        *[(NotAnyTypeSchema, [*KINDS])],
    ],
    ids=lambda entry: getattr(entry, "__name__", ""),
)
def test_types_of_schema_classes(cls, kinds):
    """Each class of the runtime states what its values may be made of."""
    assert cls._types == {PRIMITIVES[kind] for kind in kinds}
    assert issubclass(cls, Schema)


@pytest.mark.parametrize(
    ("cls", "bases"),
    [
        *[(DateSchema, "StrSchema DateBase StrBase"), (DateTimeSchema, "StrSchema DateTimeBase StrBase")],
        *[(UUIDSchema, "StrSchema UUIDBase StrBase"), (DecimalSchema, "StrSchema DecimalBase StrBase")],
        *[(IntSchema, "NumberSchema IntBase NumberBase"), (Int32Schema, "IntSchema Int32Base IntBase NumberBase")],
        *[(Int64Schema, "IntSchema Int64Base"), (Float32Schema, "NumberSchema Float32Base")],
        *[(Float64Schema, "NumberSchema Float64Base"), (BinarySchema, "BinaryBase BinaryMixin")],
        *[
            (DictSchema, "DictBase FrozenDictMixin"),
            (ListSchema, "ListBase TupleMixin"),
            (BoolSchema, "BoolBase BoolMixin"),
        ],
        *[
            (NoneSchema, "NoneBase NoneMixin"),
            (UnsetAnyTypeSchema, "AnyTypeSchema"),
            (NotAnyTypeSchema, "ComposedSchema"),
        ],
        *[(AnyTypeSchema, "DictBase ListBase NumberBase StrBase BoolBase NoneBase"), (ComposedSchema, "ComposedBase")],
        *[(ComposedBase, "Discriminable"), (Task.State, "EnumBase StrSchema ValidatorBase")],
        *[(cls, "ValidatorBase") for cls in (StrSchema, NumberSchema, ListSchema, AnyTypeSchema, ComposedSchema)],
        *[(DictSchema, "Discriminable ValidatorBase"), (Task, "Discriminable ValidatorBase")],
    ],
    ids=lambda entry: getattr(entry, "__name__", ""),
)
def test_bases_of_schema_classes(cls, bases):
    """Classes derive from each other as they did, so that isinstance tests of programs keep their answers."""
    assert [name for name in bases.split() if not issubclass(cls, getattr(schemas, name))] == []


def test_instances_of_markers():
    """Strings, numbers, arrays and objects are a ValidatorBase, unlike booleans; objects are Discriminable."""
    part = Part({"name": "a", "number": 1, "flag": True, "nothing": None, "words": ["a"], "maybe": None, "x": "y"})
    marked = {key for key, found in part.items() if isinstance(found, schemas.ValidatorBase)}
    assert marked == {"name", "number", "words", "maybe", "x"}
    assert isinstance(part, schemas.ValidatorBase) and isinstance(part, schemas.Discriminable)
    assert not isinstance(part.name, schemas.Discriminable) and isinstance(part.x, schemas.Discriminable)
    assert isinstance(Old(name="a"), schemas.ValidatorBase)


def test_helpers():
    """Small names that programs import."""
    assert schemas.none_type is type(None)
    assert schemas.file_type is io.IOBase
    assert isinstance(schemas.unset, schemas.Unset)
    assert schemas.Configuration is Configuration
    assert schemas.DEFAULT_ISOPARSER.parse_isodatetime("20230605T1020Z").hour == 10
    assert schemas.DEFAULT_ISOPARSER.parse_isodate("2023-W23-1") == datetime.date(2023, 6, 5)
    assert isinstance(schemas.DEFAULT_ISOPARSER, schemas.CustomIsoparser)
    assert str(schemas.BoolClass.TRUE) == "True"
    assert schemas.BoolClass.TRUE is schemas.BoolClass.TRUE
    assert schemas.NoneClass.NONE is schemas.NoneClass.NONE

    class Named:
        name = schemas.classproperty(lambda cls: cls.__name__.lower())

    assert (Named.name, Named().name) == ("named", "named")


def test_new_class_for_instances():
    """get_new_class gives the class that instances of these bases have."""
    assert schemas.get_new_class("DynamicSchema", (StrSchema, str)) is type(StrSchema("a"))


# Calls


def test_unset_keywords_are_dropped():
    """A keyword that is `unset` was not given, whatever the name."""
    assert Task(id="a", state=unset, other=unset) == {"id": "a"}
    assert Task({"id": "a"}, id=unset) == {"id": "a"}


@pytest.mark.parametrize("call", [lambda: Task(), lambda: Task(id=unset), lambda: StrSchema(), lambda: AnyTypeSchema()])
def test_nothing_given(call):
    """A call without anything is a TypeError."""
    with pytest.raises(TypeError, match=r"No input given. args or kwargs must be given."):
        call()


def test_an_empty_object_is_something():
    """An empty dict is data like any other."""
    assert Task({}) == {}
    assert Task.from_openapi_data_oapg({}) == {}


def test_keywords_win_over_the_positional_dict():
    """The keys of a positional dict or instance come first, and keywords take the place of their values."""
    merged = Task({"score": "x", "id": "a"}, id="b", zebra=1)
    assert merged == {"score": "x", "id": "b", "zebra": 1}
    assert list(merged) == ["score", "id", "zebra"]
    assert Task(merged, id="c") == {"score": "x", "id": "c", "zebra": 1}
    assert Task(frozendict.frozendict(id="a"), state="done")["id"] == "a"


def test_keywords_come_in_declared_order():
    """Keywords reach the value in the order of declaration, undeclared ones behind; a dict keeps its own order."""
    assert list(Task(zebra=1, state="done", id="a")) == ["id", "state", "zebra"]
    assert list(Task({"zebra": 1, "state": "done", "id": "a"})) == ["zebra", "state", "id"]


@pytest.mark.parametrize("odd", ["_args", "_arg", "args", "kwargs", "__class__", "self", "cls", "arg", "data"])
def test_any_name_may_be_a_keyword(odd):
    """No parameter of a constructor is in the way of a key."""
    assert Task(**{odd: "x"}) == {odd: "x"}
    assert Part(name="a", number=1, **{odd: "x"})[odd] == "x"
    assert AnyTypeSchema(**{odd: "x"}) == {odd: "x"}
    assert ComposedSchema(**{odd: "x"})[odd] == "x"


def test_other_classes_take_one_value():
    """Scalars and arrays take exactly one argument, by position or as `_arg`."""
    assert StrSchema(_arg="a") == "a"
    assert ListSchema(_arg=["a"]) == ("a",)
    for cls in (StrSchema, IntSchema, ListSchema, BoolSchema, NoneSchema):
        with pytest.raises(TypeError):
            cls(1, 2)
        with pytest.raises(TypeError):
            cls(a=1)


def test_a_second_positional_argument():
    """An object takes the first positional argument and ignores others, as it was recorded."""
    assert Task({"id": "a"}, {"id": "b"}) == {"id": "a"}


@pytest.mark.parametrize(
    "cls",
    [AnyTypeSchema, UnsetAnyTypeSchema, StrSchema, NumberSchema, nullable(StrSchema), one_of(StrSchema, IntSchema)],
)
def test_the_server_constructor_needs_no_configuration(cls):
    """`_configuration` may be left out, given by name, or by position, for every class."""
    data = 1 if cls is NumberSchema else "a"
    for made in (
        cls.from_openapi_data_oapg(data),
        cls.from_openapi_data_oapg(data, None),
        cls.from_openapi_data_oapg(data, _configuration=Configuration()),
    ):
        assert made == data
    assert StrSchema.from_openapi_data_oapg(arg="a") == "a"


def test_the_server_constructor_of_composed_classes():
    """It takes an object as keywords too, and nothing at all is an ApiTypeError."""
    assert ComposedSchema.from_openapi_data_oapg(a=1) == {"a": 1}
    assert ComposedSchema.from_openapi_data_oapg({"a": 1}) == {"a": 1}
    assert ComposedSchema.from_openapi_data_oapg(a=1, b=unset) == {"a": 1}
    with pytest.raises(ApiTypeError):
        ComposedSchema.from_openapi_data_oapg()


# Casting


@pytest.mark.parametrize(
    ("given", "primitive", "text"),
    [
        *[("a", str, "a"), (7, D, "7"), (-0.0, D, "-0.0"), (9.0, D, "9.0"), (1e20, D, "100000000000000000000.0")],
        *[
            (33.3, D, str(D(33.3))),
            (D("1.50"), D, "1.50"),
            (b"x", bytes, "b'x'"),
        ],
        *[(True, schemas.BoolClass, "True"), (None, schemas.NoneClass, "None"), ([1], tuple, "(Decimal('1'),)")],
        *[((), tuple, "()"), (MOMENT, str, "2023-06-05T10:20:00"), (MOMENT.date(), str, "2023-06-05")],
        *[
            (uuid.UUID(int=1), str, "00000000-0000-0000-0000-000000000001"),
            (schemas.BoolClass.TRUE, schemas.BoolClass, "True"),
        ],
        *[(schemas.NoneClass.NONE, schemas.NoneClass, "None"), (10**400, D, "1" + "0" * 400)],
    ],
    ids=repr,
)
def test_casts(given, primitive, text):
    """Each kind of Python value becomes one primitive, whatever the schema, and numbers keep their notation."""
    made = AnyTypeSchema(given)
    assert isinstance(made, primitive)
    assert str(made) == text
    assert isinstance(Task(x=given)["x"], primitive)
    assert isinstance(Task(x=[{"y": given}])["x"][0]["y"], primitive)


def test_subclasses_are_cast_to_the_primitive():
    """Subclasses of Python's types are taken for what they derive from, and lose everything else."""

    class Loud(str):
        def __str__(self):
            return "LOUD"

    class Odd(int):
        pass

    assert Task(id=Loud("a"))["id"] == "a"
    assert type(Task(x=Loud("a"))["x"].__str__()) is str
    assert Task(x=Odd(3))["x"] == 3
    assert list(Task(OrderedDict(state="done", id="a"))) == ["state", "id"]
    assert Task(x=SimpleNamespaceTuple(1, 2))["x"] == (1, 2)


class SimpleNamespaceTuple(tuple):
    """A named tuple in all but name."""

    def __new__(cls, *items):
        return super().__new__(cls, items)


@pytest.mark.parametrize(
    "odd", [{1}, bytearray(b"a"), 1j, datetime.time(1), io.BytesIO(), unset, object(), range(2)], ids=type
)
def test_unsupported_values(odd):
    """Anything else is a ValueError that names the type, wherever it stands, unknown properties included."""
    for call in (
        lambda: Task({"x": odd}),
        lambda: Task(id=[odd]),
        lambda: Task.from_openapi_data_oapg({"x": {"y": odd}}),
    ):
        error = refused(call)
        assert isinstance(error, ValueError)
        assert "Invalid type passed in got input=" in str(error)
        assert f"type={type(odd)}" in str(error)
        assert error.problems[0].kind == "unsupported"


@pytest.mark.parametrize("given", [MOMENT, MOMENT.date(), uuid.UUID(int=1)], ids=type)
def test_what_no_server_sends(given):
    """Python's dates and UUIDs are refused by the server constructor, at any depth, in known words."""
    for data, path in (({"doneDate": given}, "('args[0]', 'doneDate')"), ({"x": [given]}, "('args[0]', 'x', 0)")):
        error = refused(Task.from_openapi_data_oapg, data)
        assert type(error) is ApiTypeError
        assert str(error) == f"Invalid type. Required value type is str and passed type was {type(given)} at {path}"


def test_a_date_is_text_for_any_string():
    """From a program a date is its ISO text, which may then fail as a date-time."""
    assert Task(id=MOMENT)["id"] == "2023-06-05T10:20:00"
    assert Task(doneDate=MOMENT)["doneDate"] == "2023-06-05T10:20:00"
    assert refused(Task, doneDate=MOMENT.date()).problems[0].kind == "format"


def test_bad_data_come_before_bad_values():
    """What is no data at all is told first, though another problem stands in front of it."""
    error = refused(Task, id=1, x={1})
    assert [problem.kind for problem in error.problems] == ["unsupported", "type"]


def test_keys_that_are_no_strings():
    """Keys of other types are kept, as keys and in paths."""
    made = Task({1: "a", None: "b", ("x",): "c"})
    assert (made[1], made[None], made["x",]) == ("a", "b", "c")
    assert refused(map_of(StrSchema), {1: 2}).path_to_item == ("args[0]", 1)


# Checks: order, sentences, attributes of the errors

# For each keyword: a value that the property of that name refuses, and the words for it.
KEYWORD_SENTENCES = {
    "maxLength": ("abc", "Invalid value `abc`, length must be less than or equal to `2`"),
    "minLength": ("a", "Invalid value `a`, length must be greater than or equal to `2`"),
    "pattern": ("b", "Invalid value `b`, must match regular expression `^a`"),
    "multipleOf": (3, "Invalid value `3`, value must be a multiple of `2`"),
    "maximum": (2.5, "Invalid value `2.5`, must be a value less than or equal to `2`"),
    "minimum": (1.0, "Invalid value `1.0`, must be a value greater than or equal to `2`"),
    "exclusiveMaximum": (2, "Invalid value `2`, must be a value less than `2`"),
    "exclusiveMinimum": (2, "Invalid value `2`, must be a value greater than `2`"),
    "maxItems": (["a", "b"], "Invalid value `('a', 'b')`, number of items must be less than or equal to `1`"),
    "minItems": ([], "Invalid value `()`, number of items must be greater than or equal to `1`"),
    "uniqueItems": (
        ["a", "a"],
        "Invalid value `('a', 'a')`, duplicate items were found, and the tuple must not contain duplicates because "
        "`unique_items==True`",
    ),
}

WRONG_TYPE = "Invalid type. Required value type is"
SENTENCES = [
    (
        "type",
        Task,
        {"errorHistory": ["a", 2]},
        f"{WRONG_TYPE} str and passed type was int at ['args[0]']['errorHistory'][1]",
    ),
    ("type", Task, {"id": None}, f"{WRONG_TYPE} str and passed type was NoneClass at ['args[0]']['id']"),
    ("type", Task, [], f"{WRONG_TYPE} frozendict and passed type was list at ['args[0]']"),
    ("type", IntSchema, True, f"{WRONG_TYPE} Decimal and passed type was bool at ['args[0]']"),
    (
        "type",
        nullable(StrSchema),
        5,
        f"{WRONG_TYPE} one of [NoneClass, str] and passed type was int at ['args[0]']",
    ),
    (
        *("type", ComposedSchema, b"x"),
        f"{WRONG_TYPE} one of [BoolClass, Decimal, NoneClass, frozendict, str, tuple] and passed type was bytes at "
        "['args[0]']",
    ),
    ("required", Part, {}, "Part is missing 2 required arguments: ['name', 'number']"),
    ("required", Closed, {"b": "x"}, "Closed is missing 1 required argument: ['a']"),
    ("additionalProperties", Closed, {"a": "x", "z": 1, "c": 2}, "Closed was passed 2 invalid arguments: ['c', 'z']"),
    ("additionalProperties", Closed, {"a": "x", "c": 1}, "Closed was passed 1 invalid argument: ['c']"),
    (
        *("format", Task, {"doneDate": "soon"}),
        "Value does not conform to the required ISO-8601 datetime format. Invalid value 'soon' for type datetime at "
        "('args[0]', 'doneDate')",
    ),
    (
        *("format", DateSchema, "soon"),
        "Value does not conform to the required ISO-8601 date format. Invalid value 'soon' for type date at "
        "('args[0]',)",
    ),
    (
        *("format", DecimalSchema, "x"),
        "Value cannot be converted to a decimal. Invalid value 'x' for type decimal at ('args[0]',)",
    ),
    ("format", UUIDSchema, "x", "Invalid value 'x' for type UUID at ('args[0]',)"),
    ("format", IntSchema, 1.5, "Invalid value '1.5' for type integer at ('args[0]',)"),
    ("format", Int32Schema, 2**31, "Invalid value '2147483648' for type int32 at ('args[0]',)"),
    ("format", Int64Schema, 2**63, "Invalid value '9223372036854775808' for type int64 at ('args[0]',)"),
    ("format", Float32Schema, D("1e39"), "Invalid value '1E+39' for type float at ('args[0]',)"),
    ("format", Float64Schema, D("1e309"), "Invalid value '1E+309' for type double at ('args[0]',)"),
    (
        *("not", NotAnyTypeSchema, "x"),
        "Invalid value 'x' was passed in to NotAnyTypeSchema. Value is invalid because it is disallowed by "
        "AnyTypeSchema",
    ),
    ("unsupported", StrSchema, 1j, "Invalid type passed in got input=1j type=<class 'complex'>"),
    *[
        (keyword, Keywords, {keyword: value}, f"{sentence} at ('args[0]', '{keyword}')")
        for keyword, (value, sentence) in KEYWORD_SENTENCES.items()
    ],
]


@pytest.mark.parametrize(("kind", "cls", "data", "sentence"), SENTENCES)
def test_sentences_that_programs_match(kind, cls, data, sentence):
    """A refusal begins with the words of the earlier client, from programs and from servers alike."""
    for build in (cls, cls.from_openapi_data_oapg):
        error = refused(build, data)
        assert str(error).startswith(sentence)
        assert error.problems[0].kind == kind


@pytest.mark.parametrize(("key", "data"), [("maxProperties", {"a": 1, "b": 2}), ("minProperties", {})])
def test_sentences_about_the_number_of_properties(key, data):
    """The number of properties is told in the words for the number of items."""
    word = {"maxProperties": "less", "minProperties": "greater"}[key]
    expected = (
        rf"^Invalid value `.*`, number of properties must be {word} than or equal to `1` at \('args\[0\]', '{key}'\)$"
    )
    with pytest.raises(ApiValueError, match=expected):
        Keywords({key: data})


def test_pattern_with_flags():
    """Flags are told behind the expression when there are any."""

    class Upper(StrSchema):
        class MetaOapg:
            regex = [{"pattern": "^a", "flags": 2}]  # noqa: RUF012

    assert Upper("ABC") == "ABC"
    expected = "Invalid value `b`, must match regular expression `^a` with flags=`2` at ('args[0]',)"
    assert str(refused(Upper, "b")) == expected


def test_enum_sentence():
    """A value that is none of an enum: found, wanted, place."""
    error = refused(Task, state="dnoe")
    assert type(error) is ApiValueError
    assert str(error) == "'dnoe' is not one of created, doing, done, canceled, error at ('args[0]', 'state')"
    assert error.problems == (
        Problem(("args[0]", "state"), "'dnoe' is not one of created, doing, done, canceled, error", "enum"),
    )


def test_attributes_of_a_type_error():
    """A wrong primitive is told with the set of right ones, and that a value is meant."""
    error = refused(Task, {"errorHistory": ["a", 2]})
    assert error.path_to_item == ("args[0]", "errorHistory", 1)
    assert error.valid_classes == {str}
    assert error.key_type is False
    assert refused(nullable(StrSchema), 1).valid_classes == {str, schemas.NoneClass}
    assert refused(Closed, {}).valid_classes is None


@pytest.mark.parametrize(
    ("cls", "data", "kind", "path"),
    [
        # an enum looks at any primitive, before the type is asked for
        (Task, {"state": 5}, "enum", ("state",)),
        (Part.Count, "1", "enum", ()),
        # for other scalars the type is what is wrong
        (Keywords, {"maxLength": 123}, "type", ("maxLength",)),
        # the format before the keywords
        (DateSchema.where(max_length=2), "soon", "format", ()),
        # keywords of one value in their order
        (StrSchema.where(max_length=2, min_length=9, pattern="^a"), "bbb", "maxLength", ()),
        (NumberSchema.where(multiple_of=2, maximum=3, minimum=9), 5, "multipleOf", ()),
        (NumberSchema.where(exclusive_maximum=4, maximum=3), 5, "exclusiveMaximum", ()),
        (NumberSchema.where(exclusive_minimum=9, minimum=9), 5, "exclusiveMinimum", ()),
        (list_of(IntSchema, max_items=1, unique_items=True), [1, 1], "maxItems", ()),
        # the number of properties before names, names before values
        (Closed.where(max_properties=1), {"b": 1, "c": 2}, "maxProperties", ()),
        (Closed, {"b": 1, "c": 2}, "required", ()),
        (Closed, {"a": 1, "c": 2}, "additionalProperties", ()),
        (Part, {"name": 1, "flag": 0}, "required", ()),
        # values in their own order, outer ones before inner ones
        (Part, {"flag": 0, "number": "x", "name": 1}, "type", ("flag",)),
        (Task, {"progress": {"percent": "x"}, "id": 1}, "type", ("progress", "percent")),
        (Task, {"errorHistory": ["a", 1, None]}, "type", ("errorHistory", 1)),
        (list_of(IntSchema, max_items=1), ["x", "y"], "maxItems", ()),
    ],
)
def test_what_is_told_first(cls, data, kind, path):
    """Of several problems the first is the one that the earlier client raised."""
    error = refused(cls.from_openapi_data_oapg, data)
    assert (error.problems[0].kind, error.path_to_item) == (kind, ("args[0]", *path))


@pytest.mark.parametrize(
    ("items", "same"),
    [
        *[([1, 1.0], True), ([1, True], False), (["1", 1], False), ([None, None], True), ([0, False], False)],
        *[([{"a": 1, "b": 2}, {"b": 2, "a": 1.0}], True), ([[1], [True]], False), ([D("1"), D("1.00")], True)],
    ],
)
def test_unique_items(items, same):
    """Items are the same when JSON calls them so: numbers by value, and true is no number."""
    cls = list_of(AnyTypeSchema, unique_items=True)
    if same:
        assert refused(cls, items).problems[0].kind == "uniqueItems"
    else:
        assert len(cls(items)) == 2


@pytest.mark.parametrize(
    ("limit", "taken", "not_taken"), [(2, [4, -2.0, 0], [3, 2.5]), (0.1, [0.2, 1], [D("0.3"), 0.05]), (1.5, [4.5], [4])]
)
def test_multiples(limit, taken, not_taken):
    """In printed classes, multiples of floats are quotients of floats too, so 0.3 is no multiple of 0.1 there."""

    class Number(NumberSchema):
        class MetaOapg:
            multiple_of = limit

    assert [Number(number) for number in taken] == taken
    for number in not_taken:
        assert refused(Number, number).problems[0].kind == "multipleOf"


def test_patterns_are_searched():
    """An expression is searched for, in code points; in printed classes, `$` accepts a final newline."""

    class Text(StrSchema):
        class MetaOapg:
            regex = ({"pattern": "b$"},)

    assert Text("ab\n") == "ab\n"
    assert refused(StrSchema.where(pattern="b$"), "ab\n").problems[0].kind == "pattern"
    assert StrSchema.where(max_length=1)("\N{MUSICAL SYMBOL G CLEF}") == "\N{MUSICAL SYMBOL G CLEF}"


@pytest.mark.parametrize(
    ("cls", "taken", "refused_values"),
    [
        (IntSchema, [1, 9.0, D("1E+3"), -(10**30)], [1.5, D("0.1"), "1", True]),
        (Int32Schema, [2147483647, -2147483648, 9.0, D("3E+9"), 2147483648.0], [2147483648, -2147483649]),
        (Int64Schema, [2**63 - 1, -(2**63)], [2**63, -(2**63) - 1]),
        (Float32Schema, [3.4e38, 1, D("0.1")], [3.5e38, 10**39]),
        (Float64Schema, [1.7e308, 10**308], [10**309]),
        (DateSchema, ["2023-06-05", "2023", "2023-06", "2023-W23", "2023W231", "20230605", "2023-156"],
         ["202306", "2023-06-05T"]),
        (UUIDSchema, ["{12345678-1234-5678-1234-567812345678}", "urn:uuid:" + "1" * 32, "1" * 32], ["1" * 31, ""]),
        (DecimalSchema, ["1", "NaN", " 1 ", "1_000", "-1e5"], ["", "one", "1,5"]),
        (DateTimeSchema, ["2023-06-05T10", "2023-06-05 10:20", "20230605T1020Z", "2023-156X10:20:30,123456789+0130",
                          "2023-06-05T24:00Z", "2023-W23-1T10:20:30.5-00:00"],
         ["2023-06-05", "2023-06-05T", "2023-06-05T24:01Z", "2023-06-05T10:20:60Z", " 2023-06-05T10:20Z",
          "2023-02-30T10:20Z"]),
    ],
    ids=lambda entry: getattr(entry, "__name__", ""),
)  # fmt: skip
def test_formats(cls, taken, refused_values):
    """Formats take what they took, and the value stays as it was given."""
    for given in taken:
        assert cls(given) == given
    for given in refused_values:
        assert refused(cls, given).problems[0].kind in {"format", "type"}


# Objects, arrays, and of what they are instances


def test_a_typed_value_is_an_instance_of_all_its_classes():
    """A value is an instance of its schema class and all that it derives from, down to the Python type."""
    state = Task(state="done")["state"]
    for cls in (Task.MetaOapg.properties.state, Task.State, EnumBase, StrSchema, Schema, schemas.Singleton, str):
        assert isinstance(state, cls)
    task = Task(id="a", progress={"percent": 1}, errorHistory=["a"])
    assert isinstance(task["progress"], Task.MetaOapg.properties.progress)
    assert isinstance(task["progress"]["percent"], NumberSchema)
    assert isinstance(task["errorHistory"][0], Task.MetaOapg.properties.errorHistory.MetaOapg.items)


def test_an_undeclared_value_is_untyped_at_every_depth():
    """Values of undeclared keys are of the class for them, and of no typed one."""
    node = Task(x={"y": ["a"]})["x"]
    for untyped in (node, node["y"], node["y"][0]):
        assert isinstance(untyped, UnsetAnyTypeSchema)
        assert isinstance(untyped, AnyTypeSchema)
        assert not isinstance(untyped, (StrSchema, ListSchema, DictSchema))


def test_nullable_values():
    """A nullable value is an instance of the bases of its class, not of StrSchema or NoneSchema."""
    cls = Part.MetaOapg.properties.maybe
    for given in ("a", None):
        made = Part(name="a", number=1, maybe=given)["maybe"]
        assert made == given
        for base in (cls, schemas.StrBase, schemas.NoneBase, Schema):
            assert isinstance(made, base)
        assert not isinstance(made, (StrSchema, NoneSchema))
        assert made.is_none_oapg() is (given is None)


def test_required_but_undeclared_names():
    """A required name without a declaration is held to the schema of additional properties, closed ones included."""

    class Loose(DictSchema):
        class MetaOapg:
            required = {"a"}  # noqa: RUF012
            additional_properties = schemas.IntSchema

    class Tight(DictSchema):
        class MetaOapg:
            required = {"a"}  # noqa: RUF012
            additional_properties = schemas.NotAnyTypeSchema

    assert Loose({"a": 1})["a"] == 1
    assert refused(Loose, {"a": "x"}).path_to_item == ("args[0]", "a")
    assert refused(Loose, {}).problems[0].kind == "required"
    assert type(refused(Tight, {"a": 1})) is ApiTypeError


@pytest.mark.parametrize("data", ["ab", {"0": "a"}, {"a"}, iter("ab"), b"ab", None])
def test_what_is_no_array(data):
    """Only lists and tuples are arrays."""
    refused(list_of(StrSchema), data)


# Composition


class Cat(DictSchema):
    kind = required(StrSchema)
    lives = optional(IntSchema)


class Dog(DictSchema):
    kind = required(StrSchema)
    tricks = optional(list_of(StrSchema))


class Pet(ComposedSchema, one_of=(Cat, Dog), discriminator={"kind": {"dog": Dog, "cat": Cat}}):
    """Whichever its kind says."""


def test_sentences_of_a_discriminator():
    """A missing and an unknown discriminator are told in the known words, with the path as a tuple."""
    assert str(refused(Pet, {})).startswith(
        "Cannot deserialize input data due to missing discriminator. The discriminator property 'kind' is missing at "
        "path: ('args[0]',)"
    )
    error = refused(list_of(Pet), [{"kind": "cow"}])
    assert str(error).startswith("Invalid discriminator value was passed in to Pet.kind Only the values [")
    assert "are allowed at ('args[0]', 0, 'kind')" in str(error)
    assert error.problems[0].kind == "discriminator"


def test_a_discriminator_chooses_before_one_of_counts():
    """The chosen class validates at once: its error is the one that is told, and oneOf has nothing to add."""
    error = refused(Pet, {"kind": "cat", "lives": "nine"})
    assert error.path_to_item == ("args[0]", "lives")
    assert [problem.kind for problem in error.problems] == ["type"]


def test_sentences_of_one_of_and_any_of():
    """None, several: the class in angle brackets, and which keyword it was."""

    class Either(ComposedSchema, one_of=(StrSchema, NumberSchema, IntSchema)):
        pass

    class Any(ComposedSchema, any_of=(StrSchema, IntSchema)):
        pass

    start = "Invalid inputs given to generate an instance of "
    assert str(refused(Either, None)).startswith(f"{start}{Either}. None of the oneOf schemas matched the input data.")
    assert str(refused(Any, 1.5)).startswith(f"{start}{Any}. None of the anyOf schemas matched the input data.")
    several = str(refused(Either, 5))
    assert several.startswith(f"{start}{Either}. Multiple oneOf schemas [")
    assert "matched the inputs, but a max of one is allowed." in several
    assert Either(5.5) == 5.5


def test_all_that_match_any_of():
    """A value is an instance of each schema of anyOf that takes it, through the narrowest classes."""

    class Any(ComposedSchema, any_of=(DateSchema, DateTimeSchema, StrSchema)):
        pass

    day = Any("2023-06-05")
    assert isinstance(day, DateSchema)
    assert not isinstance(day, DateTimeSchema)
    assert day.as_date_oapg == datetime.date(2023, 6, 5)


def test_branches_add_up():
    """Members get the classes that all branches found for them; an untyped one takes none of them away."""

    class Both(ComposedSchema, all_of=(Cat, DictSchema)):
        pass

    both = Both(kind="cat", lives=9)
    assert isinstance(both["lives"], IntSchema)
    assert isinstance(both, Cat)


def test_what_two_branches_share_is_looked_at_once():
    """Where branches share a base that refers back, the work does not double at each level of nesting."""

    def meta(**facts):
        return type("MetaOapg", (), {name: staticmethod(fact) for name, fact in facts.items()})

    class Base(DictSchema):
        class MetaOapg:
            class properties:
                __annotations__ = {"child": lambda: Diamond}

    left = type("Left", (ComposedSchema,), {"MetaOapg": meta(all_of=lambda: [Base])})
    right = type("Right", (ComposedSchema,), {"MetaOapg": meta(all_of=lambda: [Base, DictSchema])})
    Diamond = type("Diamond", (ComposedSchema,), {"MetaOapg": meta(all_of=lambda: [left, right])})

    def nested(levels, value):
        return {"child": nested(levels - 1, value)} if levels else value

    assert isinstance(Diamond(nested(20, {}))["child"]["child"], Base)
    problems = refused(Diamond, nested(20, 5)).problems
    assert len(problems) == len(set(problems))
    for bottom in ({}, 5):
        assert_linear(Diamond, lambda levels, bottom=bottom: nested(levels, bottom), 1)


def test_a_plain_object_with_a_discriminator():
    """A dict schema that is not composed follows its discriminator too."""

    class Base(DictSchema, discriminator={"kind": {"cat": Cat}}):
        kind = required(StrSchema)

    made = Base(kind="cat", lives=9)
    assert isinstance(made, Base)
    assert isinstance(made, Cat)
    assert isinstance(made["lives"], IntSchema)


# Enums and singletons


def test_members():
    """A member is one object, however it was come by."""
    done = Task.MetaOapg.properties.state.DONE
    for made in (Task(state="done")["state"], Task.State("done"), Task.State.from_openapi_data_oapg("done")):
        assert made is done
    assert Task.MetaOapg.properties.state.MetaOapg.enum_value_to_name == {
        state: state.upper() for state in ("created", "doing", "done", "canceled", "error")
    }


def test_members_by_value():
    """Membership is by value: 1.0 is in an enum with 1, and true is not."""
    assert Part.Count(1.0) == Part.Count.ONE
    assert Part.Count(1) is Part.Count.ONE
    assert refused(Part.Count, True).problems[0].kind == "enum"
    assert refused(Part.Count, "1").problems[0].kind == "enum"


def test_booleans_and_nulls_are_singletons_of_their_class():
    """The same class and value is the same object."""
    assert Task(x=True)["x"] is Task(x=True)["x"]
    assert BoolSchema(True) is BoolSchema(True)
    assert BoolSchema(True) is not BoolSchema(False)
    assert NoneSchema(None) is NoneSchema(None)
    assert isinstance(BoolSchema(True), schemas.BoolClass)
    assert isinstance(NoneSchema(None), schemas.NoneClass)


# Reading


def test_accessors_of_strings():
    """Each format has an accessor; those of other formats raise."""
    moment = DateTimeSchema("2023-06-05T10:20:30Z")
    assert moment.as_str_oapg is moment
    assert moment.as_datetime_oapg == datetime.datetime(2023, 6, 5, 10, 20, 30, tzinfo=datetime.UTC)
    assert DateTimeSchema("2023-06-05T10:20").as_datetime_oapg == MOMENT
    assert DateSchema("2023-06-05").as_date_oapg == MOMENT.date()
    assert UUIDSchema("0" * 31 + "1").as_uuid_oapg == uuid.UUID(int=1)
    assert DecimalSchema("1.50").as_decimal_oapg == D("1.50")
    for name in ("as_date_oapg", "as_datetime_oapg", "as_uuid_oapg", "as_decimal_oapg"):
        with pytest.raises(Exception):  # noqa: B017 - a bare Exception once, an AttributeError now
            getattr(StrSchema("x"), name)


def test_accessors_of_numbers():
    """`as_int_oapg` and `as_float_oapg` follow the notation, except that integer classes take 9.0 for 9."""
    assert NumberSchema(5).as_int_oapg == 5
    assert type(NumberSchema(5).as_int_oapg) is int
    assert NumberSchema(2.5).as_float_oapg == 2.5
    assert IntSchema(9.0).as_int_oapg == 9
    with pytest.raises(ApiValueError, match=r"9\.0 is not an integer"):
        _ = NumberSchema(9.0).as_int_oapg
    with pytest.raises(ApiValueError, match="5 is not a float"):
        _ = NumberSchema(5).as_float_oapg
    for name in ("as_int_oapg", "as_float_oapg"):
        with pytest.raises(TypeError):
            getattr(NumberSchema(D("NaN")), name)


def test_accessors_of_booleans_and_nulls():
    """They tell true, false and null apart, on untyped values too."""
    assert BoolSchema(True).is_true_oapg() is True
    assert BoolSchema(False).is_true_oapg() is False
    assert BoolSchema(False).is_false_oapg() is True
    assert NoneSchema(None).is_none_oapg() is True
    for untyped in (Task(x="a")["x"], Task(x=0)["x"], Task(x={})["x"]):
        assert not (untyped.is_true_oapg() or untyped.is_false_oapg() or untyped.is_none_oapg())


def test_mapping_methods():
    """Objects are read like dicts, and keep their order."""
    task = Task({"state": "done", "id": "a"})
    assert task.get("id") == "a"
    assert task.get("score") is None
    assert task.get("score", 1) == 1
    assert "id" in task
    assert "score" not in task
    assert (len(task), list(task)) == (2, ["state", "id"])
    assert (list(task.keys()), list(task.values()), list(task.items())[1]) == (
        ["state", "id"],
        ["done", "a"],
        ("id", "a"),
    )
    assert task == {"id": "a", "state": "done"}
    assert task == frozendict.frozendict(id="a", state="done")
    assert hash(task) == hash(frozendict.frozendict(id="a", state="done"))
    assert task.get_item_oapg("score") is unset
    with pytest.raises(KeyError):
        task["score"]
    with pytest.raises(NotImplementedError):
        Task(x="a")["x"].get_item_oapg("y")


@pytest.mark.parametrize("name", ["get", "items", "keys", "values", "copy"])
def test_methods_are_not_hidden_by_keys(name):
    """A key that is also the name of a method is read by subscript; the attribute is the method."""
    task = Task({name: "x"})
    assert task[name] == "x"
    assert callable(getattr(task, name))


# Immutability


@pytest.mark.parametrize(
    "change",
    [
        *[
            lambda task: setattr(task, "id", "b"),
            lambda task: setattr(task, "new", "b"),
            lambda task: delattr(task, "id"),
        ],
        *[
            lambda task: task.update(id="b"),
            lambda task: task.pop("id"),
            lambda task: task.popitem(),
            lambda task: task.clear(),
        ],
        *[lambda task: setattr(task["x"], "a", 1), lambda task: setattr(task["x"]["y"], "a", 1)],
    ],
)
def test_changes_by_attribute(change):
    """No node can be changed by its attributes or by the methods that dicts have for it."""
    task = Task(id="a", x={"y": [1]})
    with pytest.raises((AttributeError, TypeError)):
        change(task)
    assert task == {"id": "a", "x": {"y": (1,)}}


@pytest.mark.parametrize(
    "change",
    [
        *[lambda task: task.__setitem__("id", "b"), lambda task: task.__delitem__("id")],
        *[
            lambda task: task["errorHistory"].__setitem__(0, "b"),
            lambda task: task["progress"].__setitem__("percent", 1),
        ],
    ],
)
def test_changes_by_item(change):
    """Items can't be assigned or deleted: a TypeError."""
    task = Task(id="a", errorHistory=["a"], progress={"percent": 5})
    with pytest.raises((TypeError, AttributeError)):
        change(task)
    assert task == {"id": "a", "errorHistory": ("a",), "progress": {"percent": 5}}


def test_the_input_is_copied():
    """What happens to the data after the call does not matter."""
    data = {"id": "a", "errorHistory": ["a"], "x": {"y": [1]}}
    task = Task(data)
    data["id"] = "b"
    data["errorHistory"].append("b")
    data["x"]["y"].append(2)
    assert task == {"id": "a", "errorHistory": ("a",), "x": {"y": (1,)}}


# Passing instances back in


def test_an_instance_as_its_own_class():
    """An instance passes a place of its own class as it is; elsewhere it is data."""
    task = Task(id="a", progress={"percent": 5})
    assert Task(task) == task
    assert Task(id=task["id"])["id"] == "a"
    assert isinstance(Task(result=task["progress"])["result"], Task.Result)
    assert not isinstance(Task(result=task["progress"])["result"], Task.Progress)
    assert not isinstance(Task(x=task)["x"], Task)
    assert Task(x=task)["x"] == task


def test_an_unchecked_instance():
    """An instance made with checks disabled passes as its own class, and not as plain text."""
    lenient = Configuration(disabled_client_side_validations="maxLength")
    cls = Keywords.MetaOapg.properties.maxLength
    long = cls("abcdef", _configuration=lenient)
    assert Keywords(maxLength=long)["maxLength"] == "abcdef"
    for other in ("abcdef", StrSchema("abcdef")):
        assert refused(Keywords, maxLength=other).problems[0].kind == "maxLength"


def test_an_instance_of_another_class_is_checked():
    """The text of another class is checked like any text."""
    assert refused(Task, state=StrSchema("nope")).problems[0].kind == "enum"
    assert Task(state=StrSchema("done"))["state"] is Task.State.DONE


def test_an_instance_of_one_branch():
    """In a composed schema an instance of a branch counts as a match of that branch."""
    lenient = Configuration(disabled_client_side_validations="maximum")
    small = NumberSchema.where(maximum=5)

    class Either(ComposedSchema, one_of=(StrSchema, small)):
        pass

    assert Either(small(9, _configuration=lenient)) == 9
    assert refused(Either, 9).problems[0].kind == "oneOf"


# Files


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "data.bin"
    file.write_bytes(b"abc")
    return file


@pytest.mark.parametrize("opened", [lambda path: open(path, "rb"), io.FileIO], ids=["open", "FileIO"])  # noqa: SIM115
def test_files(path, opened):
    """An open binary file is closed and opened again as a node, which is an io.FileIO."""
    given = opened(str(path))
    node = BinarySchema(given)
    assert given.closed
    for cls in (io.FileIO, schemas.FileIO, BinarySchema, FileSchema, schemas.BinaryBase):
        assert isinstance(node, cls)
    assert node.name == str(path)
    assert node.read() == b"abc"
    node.close()


def test_files_in_properties(path):
    """Files go into untyped properties and arrays as well."""
    with open(path, "rb") as given:
        task = Task(x=[given])
    with task["x"][0] as node:
        assert isinstance(node, io.FileIO)
        assert node.read() == b"abc"


def test_files_that_are_refused(path):
    """Closed files, text files and buffers are refused, and so is the reading of what was removed."""
    closed = open(path, "rb")  # noqa: SIM115
    closed.close()
    error = refused(BinarySchema, closed)
    assert str(error).startswith("Invalid file state; file is closed and must be open")
    with open(path) as text, open(path, "rb+") as random:
        for given in (text, random, io.BytesIO(b"a")):
            assert isinstance(refused(BinarySchema, given), ValueError)
    with pytest.raises(ApiValueError):
        schemas.FileIO(closed)
    if os.name == "posix":
        with open(path, "rb") as gone:
            path.unlink()
            assert isinstance(refused(BinarySchema, gone), ValueError)


class Upload(DictSchema):
    file = optional(BinarySchema)
    caption = optional(StrSchema)
    more = optional(list_of(BinarySchema))


@pytest.mark.parametrize("call", [Upload, Upload.from_openapi_data_oapg, list_of(map_of(Upload))])
def test_a_file_beside_something_wrong(path, call):
    """A file in data that are refused is not what is complained of, and no file stays open behind the caller's back."""
    with open(path, "rb") as given:
        data = {"file": given, "caption": 5}
        error = refused(call, data if call in (Upload, Upload.from_openapi_data_oapg) else [{"a": data}])
    assert error.path_to_item[-1] == "caption"
    assert [problem.kind for problem in error.problems] == ["type"]


def test_several_files(path):
    """Each file of an object is opened anew, and one that is a node already is taken as it is."""
    with open(path, "rb") as first, open(path, "rb") as second:
        upload = Upload(file=first, more=[second, b"abc"])
    again = Upload(file=upload["file"])
    assert again["file"] is upload["file"]
    assert again["file"].read() == upload["more"][0].read() == b"abc"
    for node in (upload["file"], upload["more"][0]):
        node.note = "files take attributes"
        node.close()


@pytest.mark.parametrize("twin", [pickle.dumps, copy.deepcopy, copy.copy])
def test_files_do_not_travel(path, twin):
    """A pickle can't hold an open file: a TypeError; a copy is refused the same way or is the node itself."""
    with open(path, "rb") as given, BinarySchema(given) as node:
        try:
            assert twin(node) is node
        except TypeError as error:
            assert "open file" in str(error)


def test_bytes():
    """Bytes are the other binary."""
    node = BinarySchema(b"abc")
    assert isinstance(node, (bytes, schemas.BytesSchema))
    assert node == b"abc"
    assert isinstance(BinarySchema.from_openapi_data_oapg(b"abc"), BinarySchema)


# Disabled validations

BREAKING = {keyword: value for keyword, (value, _) in KEYWORD_SENTENCES.items()}
BREAKING |= {"maxProperties": {"a": 1, "b": 2}, "minProperties": {}}


@pytest.mark.parametrize("keyword", sorted(BREAKING))
def test_each_keyword_can_be_disabled(keyword):
    """A disabled keyword is not checked in the whole tree of that call, and others are."""
    conf = Configuration(disabled_client_side_validations=keyword)
    data = {keyword: BREAKING[keyword]}
    assert refused(Keywords, data).problems[0].kind == keyword
    assert keyword in Keywords(data, _configuration=conf)
    assert keyword in Keywords(**data, _configuration=conf)
    assert keyword in list_of(Keywords).from_openapi_data_oapg([data], _configuration=conf)[0]
    other = Configuration(disabled_client_side_validations="maxItems" if keyword != "maxItems" else "minItems")
    assert refused(Keywords, data, _configuration=other).problems[0].kind == keyword


def test_what_can_not_be_disabled():
    """Types, names and, by the historic text, enums and formats are always checked."""
    everything = Configuration(disabled_client_side_validations=",".join(sorted(BREAKING)))
    for data in ({"state": "nope"}, {"id": 1}, {"doneDate": "x"}):
        refused(Task.from_openapi_data_oapg, data, _configuration=everything)
    refused(Closed, {}, _configuration=everything)
    refused(Closed, {"a": "x", "c": 1}, _configuration=everything)


def test_the_default_configuration_plays_no_part():
    """What `set_default` was given does not touch the building of models."""
    Configuration.set_default(Configuration(disabled_client_side_validations="maxLength"))
    try:
        assert refused(Keywords, maxLength="abc").problems[0].kind == "maxLength"
    finally:
        Configuration.set_default(None)


# Quirks that were mended


def test_a_positional_value_beside_keywords():
    """quirk - a positional argument that is no object is not ignored beside keywords, it is a TypeError."""
    for odd in ("text", None, ["id"], 5):
        with pytest.raises(TypeError):
            Task(odd, id="a")


def test_required_names_by_position():
    """quirk:required-keyword-only - a complete dict makes a model with required names, in either notation."""
    assert Part({"name": "a", "number": 1}) == {"name": "a", "number": 1}
    assert Old({"name": "a", "part": {"name": "b", "number": 1}})["part"]["name"] == "b"
    with pytest.raises(TypeError):
        Old({"part": {}})
    with pytest.raises(TypeError):
        Old(part={})


@pytest.mark.parametrize("name", ["self", "cls"])
def test_self_as_keyword(name):
    """quirk:self-keyword - `self` and `cls` are keys like others, in old classes too."""
    assert Task(**{name: "x"}) == {name: "x"}
    assert Old(name="a", **{name: "x"})[name] == "x"


@pytest.mark.parametrize("cls", [schemas.BytesSchema, BinarySchema])
def test_bytes_directly(cls):
    """quirk:bytes-direct - the classes for binary data can be called."""
    assert cls(b"abc") == b"abc"
    assert cls.from_openapi_data_oapg(b"abc") == b"abc"


def test_file_directly(path):
    """quirk:bytes-direct - and so can the one for files."""
    with open(path, "rb") as given, FileSchema(given) as node:
        assert node.read() == b"abc"


@pytest.mark.parametrize("notation", ["header", "MetaOapg"])
def test_exclusive_minimum(notation):
    """quirk:exclusive-minimum - its violation is told with its own limit, with or without a maximum beside it."""
    meta = type("MetaOapg", (), {"exclusive_minimum": 3, "exclusive_maximum": 9})
    cls = (
        NumberSchema.where(exclusive_minimum=3, exclusive_maximum=9)
        if notation == "header"
        else type("Old", (NumberSchema,), {"MetaOapg": meta})
    )
    assert str(refused(cls, 3)) == "Invalid value `3`, must be a value greater than `3` at ('args[0]',)"
    assert str(refused(cls, 9)) == "Invalid value `9`, must be a value less than `9` at ('args[0]',)"


NON_FINITE = [math.nan, math.inf, -math.inf, D("NaN"), D("sNaN"), D("Infinity")]


@pytest.mark.parametrize("number", NON_FINITE, ids=str)
@pytest.mark.parametrize(
    "cls",
    [
        IntSchema,
        Int32Schema,
        Int64Schema,
        Float32Schema,
        NumberSchema.where(maximum=5),
        NumberSchema.where(multiple_of=2),
    ],
)
def test_numbers_that_are_not_finite(cls, number):
    """quirk:non-finite - an ApiValueError with a path, never another error; -Infinity keeps a maximum."""
    try:
        assert cls(number) == -math.inf
    except ApiValueError as error:
        assert error.path_to_item == ("args[0]",)


def test_the_end_of_time():
    """quirk:non-finite - midnight after the last day of year 9999 is an ApiValueError."""
    assert refused(DateTimeSchema, "9999-12-31T24:00:00Z").problems[0].kind == "format"


def test_untyped_values_can_be_indexed():
    """quirk:any-type-item - untyped arrays, strings and objects are read like typed ones."""
    node = Task(x=["a", {"b": 2}], y="xyz")
    assert node["x"][0] == "a"
    assert node["x"][1]["b"] == 2
    assert node["x"][-1:] == ({"b": 2},)
    assert node["y"][0] == "x"
    assert AnyTypeSchema([1, 2])[1] == 2


def test_untyped_numbers_can_be_read():
    """quirk:any-type-number - untyped numbers have the accessors of typed ones."""
    node = Task(x=5, y=2.5)
    assert node["x"].as_int_oapg == 5
    assert node["y"].as_float_oapg == 2.5


@pytest.mark.parametrize(
    "text", ["+023-06-05T10:20Z", "2_23-06-05T10:20Z", "20230605102030", "2023-06-05T10:2", "2023-06- 5T10:20Z"]
)
def test_odd_dates(text):
    """quirk:lenient-date - spellings that nobody sends are refused."""
    assert refused(DateTimeSchema, text).problems[0].kind == "format"


# What is new


def test_attributes_give_every_property():
    """1: a property that is there is an attribute, declared or not, optional or not; others are AttributeErrors."""
    task = Task(id="a", progress={"percent": 5}, undeclared={"x": 1})
    assert task.id == "a"
    assert task.progress.percent == 5
    assert task.undeclared.x == 1
    assert not hasattr(task, "score")
    with pytest.raises(AttributeError):
        _ = task.score
    assert getattr(task, "score", "none") == "none"
    assert Old(name="a", part={"name": "b", "number": 1}).part.number == 1


@pytest.mark.parametrize("twin", [copy.copy, copy.deepcopy, lambda node: pickle.loads(pickle.dumps(node))])
def test_the_class_of_an_instance_is_the_model(twin):
    """2: `type(task) is Task`, and copies and pickles are equal instances of it, booleans and nulls included."""
    task = Task(id="a", state="done", x=[True, None, {"y": False}], progress={"percent": 1.5})
    again = twin(task)
    assert type(task) is type(again) is Task
    assert again == task
    assert again["state"] is Task.State.DONE
    assert again["x"][2]["y"].is_false_oapg()


def test_all_problems_are_told():
    """3: an error holds every problem with its path, its sentence and its keyword."""
    error = refused(Task, {"id": 1, "state": "x", "progress": {"percent": "y"}, "errorHistory": [2]})
    assert [(problem.path[1:], problem.kind) for problem in error.problems] == [
        (("id",), "type"),
        (("state",), "enum"),
        (("progress", "percent"), "type"),
        (("errorHistory", 0), "type"),
    ]
    assert "3 more problems" in str(error)


def test_no_problem_is_told_twice():
    """3: what two branches find alike is one problem."""

    class Twice(ComposedSchema, all_of=(Cat, Cat.where(max_properties=9))):
        pass

    assert len(refused(Twice, kind="cat", lives="nine").problems) == 1


def test_messages_are_short():
    """3: no message holds the whole payload."""
    assert len(str(refused(Task, {"state": "x" * 10**6}))) < 1000
    assert len(str(refused(Keywords, {"maxItems": ["x" * 1000] * 1000}))) < 1000
    assert len(str(refused(StrSchema, dict.fromkeys(map(str, range(10**4)))))) < 1000


HOSTILE = {
    "exponent": lambda: Task.from_json('{"progress": {"percent": 1e1000000000}}'),
    "digits": lambda: Task({"progress": {"percent": 10**5000}}),
    "digits in JSON": lambda: Task.from_json('{"x": ' + "1" * 5001 + "}"),
    "infinity": lambda: Task({"progress": {"percent": math.inf}}),
    "nan": lambda: Task({"x": [math.nan]}),
    "integer format": lambda: IntSchema(D("1e1000000000")),
    "multiple": lambda: NumberSchema.where(multiple_of=0.1)(D("1e1000000000")),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_absurd_numbers(name):
    """4: an ApiValueError with a path, at once."""
    error = refused(HOSTILE[name])  # and not after the hours that the arithmetic would take
    assert type(error) is ApiValueError
    assert error.path_to_item[0] == "args[0]"


def nested(levels, wrap):
    data = []
    for _ in range(levels):
        data = wrap(data)
    return data


@pytest.mark.parametrize("wrap", [lambda data: [data], lambda data: {"a": data}], ids=["arrays", "objects"])
def test_absurd_depths(wrap):
    """4: a hundred thousand levels of nesting are an ApiValueError."""
    error = refused(Task, x=nested(100_000, wrap))
    assert type(error) is ApiValueError
    assert error.problems[0].kind == "depth"
    assert type(refused(Task.from_json, '{"x": ' + "[" * 100_000 + "]" * 100_000 + "}")) is ApiValueError


def test_booleans_and_nulls_equal_those_of_python():
    """6: `==` and hash of booleans and nulls are Python's."""
    task = Task(x=True, y=False, z=None)
    assert task == {"x": True, "y": False, "z": None}
    assert hash(task) == hash(frozendict.frozendict(x=True, y=False, z=None))
    assert (hash(task["x"]), hash(task["z"])) == (hash(True), hash(None))
    assert task["x"] != task["y"]
    assert not task["z"]


def test_each_road_keeps_equality_with_its_own_input():
    """7: a float keeps its binary value, a number in JSON text its digits."""
    assert Task(progress={"percent": 33.3}).progress.percent == 33.3
    percent = Task.from_json('{"progress": {"percent": 33.3}}').progress.percent
    assert percent == D("33.3")
    assert str(percent) == "33.3"


def test_clean_names():
    """8: every accessor has a name without the suffix."""
    task = Task(doneDate="2023-06-05T10:20:30Z", x=True, y=None, progress={"percent": 5})
    assert task.doneDate.as_datetime == task.doneDate.as_datetime_oapg
    assert task.progress.percent.as_int == 5
    assert task.progress.percent.as_float == 5.0
    assert DateSchema("2023-06-05").as_date == MOMENT.date()
    assert DecimalSchema("1.5").as_decimal == D("1.5")
    assert UUIDSchema("0" * 31 + "1").as_uuid == uuid.UUID(int=1)
    assert StrSchema("a").as_str == "a"
    assert (task.x.is_true(), task.x.is_false(), task.y.is_none()) == (True, False, True)


def test_plain_and_json_and_replaced():
    """8: instances turn into plain Python and JSON text, and into changed, validated copies."""
    task = Task.from_json(b'{"id":"a","progress":{"percent":33.30},"x":[true,null]}')
    assert task.to_dict() == {"id": "a", "progress": {"percent": D("33.30")}, "x": [True, None]}
    assert type(task.to_dict()["x"][0]) is bool
    assert task.to_json() == '{"id":"a","progress":{"percent":33.30},"x":[true,null]}'
    assert Task.from_json(task.to_json()) == task
    assert task.replace(state="done")["state"] is Task.State.DONE
    assert task.replace(id=unset, x=unset) == {"progress": {"percent": D("33.3")}}
    assert refused(task.replace, state="nope").problems[0].kind == "enum"


def test_names_that_can_not_be_attributes():
    """8: a key that is a keyword or the name of a method has an attribute with an underscore behind."""

    class Odd(DictSchema):
        return_ = optional(StrSchema, key="return")
        items_ = optional(StrSchema, key="items")

    odd = Odd({"return": "a", "items": "b"})
    assert (odd.return_, odd["return"], odd.items_, list(odd.items())) == (
        "a",
        "a",
        "b",
        [("return", "a"), ("items", "b")],
    )


@pytest.mark.parametrize("words", [{"enum", "format"}, ["enum", "format"], frozenset({"enum", "format", "maxLength"})])
def test_values_from_the_future(words):
    """9: with `enum` and `format` disabled, a state this package has never heard of is read as what it is."""
    conf = Configuration(disabled_client_side_validations=words)
    task = Task.from_openapi_data_oapg({"state": "paused", "doneDate": "soon"}, _configuration=conf)
    assert task["state"] == "paused"
    assert isinstance(task["state"], Task.State)
    assert task["doneDate"] == "soon"
    assert Task.from_openapi_data_oapg({"state": "done"}, _configuration=conf)["state"] is Task.State.DONE
    assert Task.from_json('{"state": "paused"}', _configuration=conf)["state"] == "paused"
    refused(Task.from_openapi_data_oapg, {"state": 5, "id": 1}, _configuration=conf)


@pytest.mark.parametrize("text", ["enum", "format", "enum,format", "maxLength,enum"])
def test_the_historic_text_knows_neither(text):
    """9: the comma-separated text goes on to refuse the two words, as it was recorded."""
    with pytest.raises(ApiValueError, match="Invalid keyword"):
        Configuration(disabled_client_side_validations=text)


def test_signatures_can_be_asked_for():
    """`inspect.signature` and `help` work on every class."""
    for cls in (Task, Old, StrSchema, Pet, Task.State):
        assert inspect.signature(cls)
    assert SimpleNamespace(**Task(id="a")).id == "a"
