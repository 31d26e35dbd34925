"""Strings, numbers, booleans, nulls, enums, bytes and files, each on its own."""

from __future__ import annotations

import datetime
import decimal
import io
import pathlib
import pickle
import typing
import uuid
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flat_api import schemas
from flat_api.exceptions import ApiAttributeError, ApiTypeError, ApiValueError
from flat_api.model.task import Task
from flat_api.schemas import EnumBase, value

from .roads import REFUSED, Refusal, fast, plain

Any = typing.Any


class Level(EnumBase, schemas.NumberSchema):
    """An enum of numbers."""

    ONE = value(1)
    HALF = value(0.5)


class Answer(EnumBase, schemas.AnyTypeSchema):
    """An enum of everything."""

    YES = value(True)
    NOTHING = value(None)
    TWO = value(2)
    TEXT = value("2")


class Mood(EnumBase, schemas.StrSchema):
    """An enum of strings, the names of which are not their values."""

    GOOD = value("good")
    EMPTY = value("")
    ITEM = value("two words")


STRINGS = [
    schemas.StrSchema,
    schemas.DateSchema,
    schemas.DateTimeSchema,
    schemas.UUIDSchema,
    schemas.DecimalSchema,
]
NUMBERS = [
    schemas.NumberSchema,
    schemas.IntSchema,
    schemas.Int32Schema,
    schemas.Int64Schema,
    schemas.Float32Schema,
    schemas.Float64Schema,
]

TEXTS = {
    schemas.StrSchema: "any text",
    schemas.DateSchema: "2023-06-05",
    schemas.DateTimeSchema: "2023-06-05T10:20:30Z",
    schemas.UUIDSchema: "00000000-0000-0000-0000-000000000005",
    schemas.DecimalSchema: "1.50",
}


# Strings


@pytest.mark.parametrize("cls", STRINGS)
def test_strings_are_instances_of_exactly_their_class_and_of_str(cls: Any):
    """The class of a string is the schema class itself, whichever constructor made it."""
    for text in (cls(TEXTS[cls]), cls(_arg=TEXTS[cls]), cls.from_openapi_data_oapg(TEXTS[cls])):
        assert type(text) is cls
        assert isinstance(text, str)
        assert isinstance(text, schemas.StrSchema)
        assert text == TEXTS[cls]
        assert hash(text) == hash(TEXTS[cls])
        assert repr(text) == repr(TEXTS[cls])
        assert f"{text}" == TEXTS[cls]


@given(st.text())
def test_any_text_is_a_string(text: str):
    """StrSchema takes every str and keeps it as it is."""
    assert schemas.StrSchema(text) == text
    assert schemas.StrSchema(text).as_str == text


@pytest.mark.parametrize(
    ("given_value", "text"),
    [
        (datetime.date(2023, 6, 5), "2023-06-05"),
        (datetime.datetime(2023, 6, 5, 10, 20), "2023-06-05T10:20:00"),
        (uuid.UUID(int=5), "00000000-0000-0000-0000-000000000005"),
    ],
    ids=["date", "datetime", "UUID"],
)
def test_strings_take_python_objects_that_are_written_as_text(given_value: Any, text: str):
    """Any string schema takes a date, datetime or UUID from Python as its text; none takes it from a server."""
    assert schemas.StrSchema(given_value) == text
    with pytest.raises(ApiTypeError) as caught:
        schemas.StrSchema.from_openapi_data_oapg(given_value)
    assert caught.value.problems[0].kind == "type"


def test_strings_take_subclasses_of_uuid():
    """A subclass of uuid.UUID is a UUID."""

    class Identifier(uuid.UUID):
        pass

    assert schemas.UUIDSchema(Identifier(int=5)).as_uuid == uuid.UUID(int=5)


@pytest.mark.parametrize("cls", STRINGS)
@pytest.mark.parametrize("wrong", [5, 5.5, True, None, [], {}, b"a", Decimal(1)], ids=repr)
def test_strings_take_nothing_but_text(cls: Any, wrong: Any):
    """What is no string is refused with an ApiTypeError that tells what was found and what was wanted."""
    with pytest.raises(ApiTypeError, match="Required value type is str and passed type was") as caught:
        cls(wrong)
    assert caught.value.valid_classes == {str}
    assert caught.value.key_type is False
    assert caught.value.problems[0].kind == "type"


ACCESSORS: dict[str, Any] = {
    "as_date": schemas.DateSchema,
    "as_datetime": schemas.DateTimeSchema,
    "as_uuid": schemas.UUIDSchema,
    "as_decimal": schemas.DecimalSchema,
}


@pytest.mark.parametrize("name", [*ACCESSORS, *(f"{name}_oapg" for name in ACCESSORS)])
@pytest.mark.parametrize("cls", [*STRINGS, schemas.AnyTypeSchema])
def test_strings_give_the_python_value_of_their_own_format_only(cls: Any, name: str):
    """as_date works on dates, as_uuid on UUIDs ...; on any other string it raises an AttributeError."""
    text = cls(TEXTS.get(cls, "text"))
    if ACCESSORS[name.removesuffix("_oapg")] is not cls:
        with pytest.raises(ApiAttributeError):
            getattr(text, name)
        assert not hasattr(text, name)
        return
    expected: Any = {
        schemas.DateSchema: datetime.date(2023, 6, 5),
        schemas.DateTimeSchema: datetime.datetime(2023, 6, 5, 10, 20, 30, tzinfo=datetime.UTC),
        schemas.UUIDSchema: uuid.UUID(int=5),
        schemas.DecimalSchema: Decimal("1.50"),
    }[cls]
    assert getattr(text, name) == expected
    assert type(getattr(text, name)) is type(expected)


@pytest.mark.parametrize("name", ["as_str", "as_str_oapg"])
def test_as_str_is_the_string_itself(name: str):
    """as_str gives the string node, typed or untyped."""
    for text in (schemas.StrSchema("a"), schemas.AnyTypeSchema("a")):
        assert getattr(text, name) is text


def test_as_str_exists_on_strings_only():
    """On an untyped value that is no string it is an AttributeError; the historic name gives the value itself."""
    number = schemas.AnyTypeSchema(5)
    with pytest.raises(ApiAttributeError):
        number.as_str  # noqa: B018 - reading it is the test
    assert number.as_str_oapg is number


def test_a_datetime_without_offset_is_naive():
    """as_datetime adds no time zone of its own."""
    assert schemas.DateTimeSchema("2023-06-05T10:20").as_datetime.tzinfo is None


# Numbers


@pytest.mark.parametrize("cls", NUMBERS)
@pytest.mark.parametrize("number", [0, 1, -7, 9.0, Decimal("2.0"), Decimal("3E+2")], ids=repr)
def test_numbers_are_instances_of_exactly_their_class_and_of_decimal(cls: Any, number: Any):
    """The class of a number is the schema class itself; its value is that of what was given."""
    for found in (cls(number), cls(_arg=number), cls.from_openapi_data_oapg(number)):
        assert type(found) is cls
        assert isinstance(found, decimal.Decimal)
        assert isinstance(found, schemas.NumberSchema)
        assert found == number
        assert hash(found) == hash(number)


@pytest.mark.parametrize("cls", NUMBERS)
@pytest.mark.parametrize("wrong", ["5", True, False, None, [], {}, b"5"], ids=repr)
def test_numbers_take_nothing_but_numbers(cls: Any, wrong: Any):
    """Text that spells a number is none, and neither is a boolean."""
    with pytest.raises(ApiTypeError, match="Required value type is Decimal and passed type was") as caught:
        cls(wrong)
    assert caught.value.valid_classes == {Decimal}


@given(st.integers(-(10**4000), 10**4000))
def test_integers_keep_every_digit(number: int):
    """Integers of up to 4,000 digits are kept exactly."""
    assert schemas.NumberSchema(number) == number
    assert schemas.IntSchema(number).as_int == number


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_floats_keep_their_exact_binary_value(number: float):
    """A float becomes the Decimal that equals it exactly."""
    found = schemas.NumberSchema(number)
    assert found == number
    assert found.as_float == number
    assert ("." in str(found)) == (number.is_integer() or "." in str(Decimal(number)))


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_decimals_keep_their_text(number: Decimal):
    """A Decimal is kept with its trailing zeros and its exponent."""
    assert str(schemas.NumberSchema(number)) == str(number)


@pytest.mark.parametrize(
    ("number", "text"), [(9.0, "9.0"), (-0.0, "-0.0"), (1e20, "100000000000000000000.0"), (9, "9"), (0.5, "0.5")]
)
def test_whole_floats_show_where_they_come_from(number: float, text: str):
    """A whole float is written with ``.0``, so that 9.0 can be told from 9."""
    assert str(schemas.NumberSchema(number)) == text


@pytest.mark.parametrize("cls", [schemas.NumberSchema, schemas.AnyTypeSchema])
def test_clean_accessors_of_numbers_go_by_value(cls: Any):
    """as_int takes 9.0 for 9, and as_float gives 5.0 for 5."""
    assert cls(9.0).as_int == 9
    assert type(cls(9.0).as_int) is int
    assert cls(5).as_float == 5.0
    assert type(cls(5).as_float) is float
    with pytest.raises(ApiValueError, match="is not an integer"):
        cls(9.5).as_int  # noqa: B018 - reading it is the test


@pytest.mark.parametrize("cls", [schemas.NumberSchema, schemas.AnyTypeSchema])
def test_historic_accessors_of_numbers_go_by_text(cls: Any):
    """as_int_oapg refuses 9.0, and as_float_oapg refuses 5, as they always did."""
    assert cls(9).as_int_oapg == 9
    assert cls(9.5).as_float_oapg == 9.5
    with pytest.raises(ApiValueError, match="is not an integer"):
        cls(9.0).as_int_oapg  # noqa: B018 - reading it is the test
    with pytest.raises(ApiValueError, match="is not a float"):
        cls(5).as_float_oapg  # noqa: B018 - reading it is the test


@pytest.mark.parametrize("cls", [schemas.IntSchema, schemas.Int32Schema, schemas.Int64Schema])
def test_integer_classes_read_9_0_as_9(cls: Any):
    """On the integer classes as_int_oapg takes 9.0."""
    assert cls(9.0).as_int_oapg == 9


@pytest.mark.parametrize("name", ["as_int", "as_float", "as_int_oapg", "as_float_oapg"])
def test_number_accessors_exist_on_numbers_only(name: str):
    """On an untyped value that is no number they are an AttributeError, on NaN and infinity a TypeError."""
    with pytest.raises(ApiAttributeError):
        getattr(schemas.AnyTypeSchema("5"), name)
    for number in ("NaN", "Infinity"):
        with pytest.raises(TypeError):
            getattr(schemas.NumberSchema(Decimal(number)), name)


# Booleans and nulls


@pytest.mark.parametrize("truth", [True, False])
@pytest.mark.parametrize("cls", [schemas.BoolSchema, schemas.AnyTypeSchema])
def test_booleans_behave_like_pythons(cls: Any, truth: bool):
    """A boolean equals True or False, hashes like it, is as true as it, and is written like it."""
    found = cls(truth)
    assert isinstance(found, schemas.BoolClass)
    assert found == truth
    assert truth == found
    assert found != (not truth)
    assert bool(found) is truth
    assert hash(found) == hash(truth)
    assert repr(found) == str(found) == repr(truth)
    assert {truth: "found"}[found] == "found"
    assert found.is_true() is found.is_true_oapg() is truth
    assert found.is_false() is found.is_false_oapg() is (not truth)


@pytest.mark.parametrize("cls", [schemas.NoneSchema, schemas.AnyTypeSchema])
def test_nulls_behave_like_none(cls: Any):
    """A null equals None, hashes like it, is false like it, and is written like it."""
    found = cls(None)
    assert isinstance(found, schemas.NoneClass)
    assert found == None  # noqa: E711 - equality is the test
    assert None == found  # noqa: E711, SIM300
    assert found != 0
    assert found != False  # noqa: E712
    assert not found
    assert hash(found) == hash(None)
    assert repr(found) == str(found) == "None"
    assert {None: "found"}[found] == "found"
    assert found.is_none()
    assert found.is_none_oapg()


@pytest.mark.parametrize("constant", [True, False, None])
def test_booleans_and_nulls_of_all_classes_are_equal(constant: Any):
    """Two classes have instances of their own, and these are equal."""
    first, second = schemas.AnyTypeSchema(constant), schemas.UnsetAnyTypeSchema(constant)
    assert first == second
    assert hash(first) == hash(second)
    assert first is not second


@pytest.mark.parametrize(("cls", "constant"), [(schemas.BoolSchema, True), (schemas.NoneSchema, None)])
def test_booleans_and_nulls_are_singletons(cls: Any, constant: Any):
    """There is one instance per class and value."""
    assert cls(constant) is cls(constant) is cls.from_openapi_data_oapg(constant)
    assert cls(cls(constant)) is cls(constant)
    assert isinstance(cls(constant), cls)


@pytest.mark.parametrize("wrong", [0, 1, "true", None, [], Decimal(1)], ids=repr)
def test_booleans_are_nothing_else(wrong: Any):
    """0 and 1 are numbers, and null is no boolean."""
    with pytest.raises(ApiTypeError):
        schemas.BoolSchema(wrong)


@pytest.mark.parametrize("wrong", [0, "", "null", False, [], {}], ids=repr)
def test_null_is_nothing_else(wrong: Any):
    """What is merely false is not null."""
    with pytest.raises(ApiTypeError):
        schemas.NoneSchema(wrong)


def test_questions_of_truth_are_answered_by_untyped_values_only():
    """is_true and is_none exist on untyped values of any type, and not on typed ones that are something else."""
    for anything in ("a", 5, [], {}):
        found = schemas.AnyTypeSchema(anything)
        assert not (found.is_true() or found.is_false() or found.is_none())
    assert not hasattr(schemas.StrSchema("a"), "is_true")
    assert not hasattr(schemas.StrSchema("a"), "is_none_oapg")


# Enums


def test_enum_members_are_instances_of_the_enum():
    """A member read on the class is the one instance of its value, and a string like any other."""
    assert type(Mood.GOOD) is Mood
    assert Mood("good") is Mood.GOOD
    assert Mood.from_openapi_data_oapg("good") is Mood.GOOD
    assert Mood(Mood.GOOD) is Mood.GOOD
    assert Mood.EMPTY == ""
    assert Mood.ITEM == "two words"
    assert isinstance(Mood.GOOD, schemas.Singleton)


@pytest.mark.parametrize("number", [1, 1.0, Decimal(1), Decimal("1.00")], ids=repr)
def test_enum_of_numbers_goes_by_value(number: Any):
    """An enum with 1 accepts 1.0 too and keeps its text; all are equal, and each is a Singleton."""
    found = Level(number)
    assert found == Level.ONE
    assert isinstance(found, schemas.Singleton)
    assert (found is Level.ONE) is (str(found) == "1")
    assert str(found) == str(schemas.NumberSchema(number))


@pytest.mark.parametrize("wrong", [True, "1", 2, None, [1]], ids=repr)
def test_enum_of_numbers_takes_no_look_alikes(wrong: Any):
    """True and "1" are not 1."""
    with pytest.raises(ApiValueError) as caught:
        Level(wrong)
    assert caught.value.problems[0].kind == "enum"


def test_enum_of_everything_tells_its_members_apart():
    """2 and "2" are two members, and 1 is not true."""
    assert Answer(True) is Answer.YES
    assert Answer(None) is Answer.NOTHING
    assert Answer(2) is Answer.TWO
    assert Answer("2") is Answer.TEXT
    assert len({id(member) for member in (Answer.YES, Answer.NOTHING, Answer.TWO, Answer.TEXT)}) == 4
    for wrong in (1, False, 0, "", "True"):
        with pytest.raises(ApiValueError):
            Answer(wrong)


def test_members_that_python_calls_equal_are_refused():
    """An enum can't have both true and 1 for members, and says so when the class is made."""
    with pytest.raises(TypeError, match="two members of the same value"):

        class Both(EnumBase, schemas.AnyTypeSchema):
            YES = value(True)
            ONE = value(1)


def test_an_enum_takes_only_what_really_is_a_member():
    """An object that claims to equal a member is none."""

    class Pretender:
        def __hash__(self) -> int:
            return hash("good")

        def __eq__(self, other: object) -> bool:
            return True

    with pytest.raises(ApiValueError):
        Mood(Pretender())


class Tongue(EnumBase, schemas.StrSchema, extensible=True):
    """An enum that accepts other strings."""

    EN = value("en")
    FR = value("fr")


class Older(EnumBase, schemas.StrSchema):
    """An enum of one string."""

    EN = value("en")


class Newer(Older, extensible=True):
    """The same string, and any other."""


@pytest.mark.parametrize("enum", [Tongue, Newer])
def test_an_extensible_enum_accepts_other_values(enum: Any):
    """A value that is declared is its member, another one an ordinary instance of the class."""
    assert enum("en") is enum.EN
    for other in (enum("xx"), enum.from_openapi_data_oapg("xx"), enum.from_json('"xx"')):
        assert type(other) is enum
        assert other == "xx"
        assert pickle.loads(pickle.dumps(other)) == other
    with pytest.raises(ApiTypeError) as caught:
        enum(3)
    assert caught.value.problems[0].kind == "type"


@given(st.one_of(st.sampled_from(["en", "fr", ""]), st.text(), st.none(), st.integers(), st.lists(st.text())))
def test_both_paths_agree_on_extensible_enums(data: Any):
    """The compiled converter accepts what the plain walk does, alone, in objects, in lists, with limits and null."""
    short = Tongue.where(max_length=2)
    holder = schemas.DictSchema.where(additional=Tongue)
    for cls, given_data in (
        (Tongue, data),
        (schemas.nullable(Tongue), data),
        (short, data),
        (holder, {"a": data}),
        (schemas.list_of(Tongue), [data, "en"]),
    ):
        walked = plain(cls, given_data)
        assert fast(cls, given_data) == (REFUSED if isinstance(walked, Refusal) else walked)


def test_a_subclass_of_an_enum_that_is_extensible_leaves_the_enum_as_it_was():
    """Its instances are instances of the enum, which still refuses other values, and theirs."""
    assert isinstance(Newer("xx"), Older)
    for wrong in ("xx", Newer("xx")):
        with pytest.raises(ApiValueError):
            Older(wrong)
    assert Older(Newer.EN) is Older.EN


def test_an_enum_keeps_its_members_when_limits_are_added():
    """A class made by `where` has members of its own class."""
    narrower: Any = Mood.where(max_length=4)
    assert type(narrower.GOOD) is narrower
    assert narrower("good") is narrower.GOOD
    with pytest.raises(ApiValueError):
        narrower("two words")


# Bytes and files


@pytest.mark.parametrize("cls", [schemas.BytesSchema, schemas.BinarySchema, schemas.AnyTypeSchema])
def test_bytes_are_kept(cls: Any):
    """BytesSchema, BinarySchema and untyped values take bytes and are bytes."""
    found = cls(b"\x00\xff")
    assert isinstance(found, bytes)
    assert isinstance(found, cls)
    assert found == b"\x00\xff"
    assert cls.from_openapi_data_oapg(b"") == b""


def test_binary_values_are_of_their_branch():
    """A BinarySchema value is a BytesSchema or a FileSchema as well."""
    assert isinstance(schemas.BinarySchema(b"a"), schemas.BytesSchema)


@pytest.mark.parametrize("wrong", ["a", 5, None, [97], bytearray(b"a"), memoryview(b"a"), io.BytesIO(b"a")])
def test_bytes_are_nothing_else(wrong: Any):
    """Text, byte arrays and buffers in memory are no bytes."""
    with pytest.raises((ApiTypeError, ApiValueError)):
        schemas.BytesSchema(wrong)


@pytest.fixture
def path(tmp_path: pathlib.Path) -> pathlib.Path:
    """A small file."""
    file = tmp_path / "score.mid"
    file.write_bytes(b"MThd")
    return file


@pytest.mark.parametrize("cls", [schemas.FileSchema, schemas.BinarySchema, schemas.AnyTypeSchema])
@pytest.mark.parametrize("buffering", [0, -1])
def test_files_are_opened_anew(cls: Any, buffering: int, path: pathlib.Path):
    """The file passed in is closed, and the value is a file of the same name, open for reading."""
    with open(path, "rb", buffering=buffering) as given_file, cls(given_file) as found:
        assert given_file.closed
        assert isinstance(found, schemas.FileIO)
        assert isinstance(found, cls)
        assert found.name == str(path)
        assert found.read() == b"MThd"


def test_closed_files_are_refused(path: pathlib.Path):
    """A file must be open when it is passed in."""
    with open(path, "rb") as closed:
        pass
    with pytest.raises(ApiValueError, match="file is closed and must be open"):
        schemas.BinarySchema(closed)


def test_files_of_other_kinds_are_refused(path: pathlib.Path):
    """Text files and files open for writing are no data."""
    with open(path) as text, open(path, "rb+") as both:
        for file in (text, both, io.StringIO("a")):
            with pytest.raises(ApiValueError, match="Invalid type passed in"):
                schemas.BinarySchema(file)


def test_a_file_without_a_name_is_refused(path: pathlib.Path):
    """A file opened by its descriptor can't be opened again by name."""
    with open(path, "rb") as file, io.FileIO(file.fileno(), closefd=False) as nameless:
        with pytest.raises(ApiValueError, match="no name"):
            schemas.BinarySchema(nameless)
        assert not nameless.closed


def test_a_file_that_is_gone_is_refused(path: pathlib.Path):
    """A file that was removed can't be opened again; the one passed in stays open."""
    with open(path, "rb") as file:
        path.unlink()
        with pytest.raises(ApiValueError, match="Invalid file state"):
            schemas.BinarySchema(file)


def test_one_file_can_not_be_at_two_places(path: pathlib.Path):
    """The same open file twice is refused with the path of the second place, and no file is left open."""
    with open(path, "rb") as file:
        with pytest.raises(ApiValueError, match="Invalid file state") as caught:
            schemas.DictSchema({"first": file, "second": [file]})
        assert caught.value.path_to_item == ("args[0]", "second", 0)
        assert [problem.kind for problem in caught.value.problems] == ["file"]


@pytest.mark.parametrize("wrong", [{"id": 5}, {"extra": {1}}, {"state": "dnoe"}])
def test_a_refusal_leaves_the_file_as_it_is(wrong: Any, path: pathlib.Path):
    """When something else is wrong with the data, the file passed in is neither closed nor opened again."""
    with open(path, "rb") as file:
        for data in ({"file": file, **wrong}, {**wrong, "file": file}):
            with pytest.raises((ApiTypeError, ApiValueError)):
                Task(data)
        assert not file.closed


def test_files_take_attributes(path: pathlib.Path):
    """Files are the only values that are not immutable."""
    with open(path, "rb") as file, schemas.BinarySchema(file) as found:
        found.note = "mine"
        assert found.note == "mine"


MOMENT = schemas.nullable(schemas.DateTimeSchema)
READINGS = [
    "as_str",
    *("as_date", "as_datetime", "as_decimal", "as_uuid"),
    *("as_date_oapg", "as_datetime_oapg", "as_decimal_oapg", "as_uuid_oapg"),
]


@pytest.mark.parametrize("reading", READINGS)
def test_null_read_as_what_it_is_not(reading: str):
    """Null of a nullable string has no date: an error for programs that expect either of its two classes."""
    for error in (AttributeError, TypeError, ApiAttributeError, ApiTypeError):
        with pytest.raises(error, match=r"object is not a "):
            getattr(MOMENT(None), reading)
    assert not hasattr(MOMENT(None), reading)


@pytest.mark.parametrize("reading", ["as_int", "as_float", "as_int_oapg", "as_float_oapg"])
def test_null_read_as_a_number(reading: str):
    for null in (schemas.nullable(schemas.NumberSchema)(None), schemas.nullable(schemas.IntSchema)(None)):
        with pytest.raises(TypeError) as caught:
            getattr(null, reading)
        assert isinstance(caught.value, AttributeError)


def test_a_string_of_another_format():
    """A string that isn't a date has none, which is no matter of its type alone."""
    with pytest.raises(ApiAttributeError, match="object is not a date"):
        _ = schemas.StrSchema("2023-06-05").as_date
