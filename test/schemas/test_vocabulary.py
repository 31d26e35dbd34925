"""The words of a declaration, each with what it declares."""

from __future__ import annotations

import typing

import pytest

from flat_api import schemas
from flat_api.exceptions import ApiTypeError, ApiValueError
from flat_api.schemas import (
    AnyTypeSchema,
    BytesSchema,
    DateTimeSchema,
    DictSchema,
    EnumBase,
    ListSchema,
    NoneSchema,
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
    value,
)

from .roads import REFUSED, fast, plain

Any = typing.Any


class State(EnumBase, StrSchema):
    """An enum."""

    DONE = value("done")


class CustomerBase(DictSchema):
    """A model whose name ends like those of the runtime's building blocks."""

    name = optional(StrSchema)


class Early(DictSchema):
    """An object that names classes which come later, in every form there is."""

    here = optional(ref("Late"))
    again = optional(ref("test_vocabulary.Late"))
    many = optional(list_of(ref("Late")))
    each = optional(map_of(ref("Late")))
    either = optional(one_of(ref("Late"), StrSchema))
    itself = optional(ref("Early"))


class Late(DictSchema, additional=False):
    """An object that is declared after it was named."""

    n = optional(NumberSchema)


# required and optional


def test_required_and_optional_say_what_must_be_there():
    """required names are missed, optional ones are not."""

    class Needy(DictSchema):
        a = required(StrSchema, "what a is")
        b = optional(StrSchema, "what b is")

    assert Needy(a="x") == {"a": "x"}
    with pytest.raises(ApiTypeError, match="missing 1 required argument"):
        Needy(b="x")
    properties = declaration_of(Needy).properties
    assert properties["a"].required and not properties["b"].required
    assert (properties["a"].description, properties["b"].description) == ("what a is", "what b is")


def test_a_key_that_is_no_python_name_is_given_as_key():
    """key is the JSON name; the attribute is the Python name."""

    class Update(DictSchema):
        return_ = optional(schemas.BoolSchema, "Hand the work back", key="return")
        spaced = required(StrSchema, key="a b")

    update = Update({"return": True, "a b": "x"})
    assert update.return_ is update["return"] is update[Update.return_]
    assert update.spaced == "x"
    assert list(declaration_of(Update).properties) == ["return", "a b"]
    with pytest.raises(ApiTypeError, match=r"\['a b'\]"):
        Update({})


def test_a_property_read_on_the_class_is_its_declaration():
    """It knows its key, its attribute, its class and whether it is required."""
    declared: Any = Early.here
    assert isinstance(declared, schemas.Property)
    assert (declared.name, declared.attribute, declared.required) == ("here", "here", False)
    assert declared.schema is Late
    assert repr(declared) == "<optional property 'here'>"


# nullable


NULLABLE: dict[str, tuple[Any, Any]] = {
    "str": (StrSchema, "a"),
    "limited": (StrSchema.where(max_length=3), "abc"),
    "date-time": (DateTimeSchema, "2023-06-05T10:20:30Z"),
    "number": (NumberSchema, 5),
    "integer": (schemas.IntSchema, 5),
    "int32": (schemas.Int32Schema, 5),
    "boolean": (schemas.BoolSchema, False),
    "object": (DictSchema, {"a": 1}),
    "map": (map_of(StrSchema), {"a": "b"}),
    "model": (CustomerBase, {"name": "n"}),
    "array": (ListSchema, [1]),
    "items": (list_of(StrSchema), ["a"]),
    "enum": (State, "done"),
    "nullable": (nullable(StrSchema), "a"),
    "null": (NoneSchema, None),
    "anything": (AnyTypeSchema, [1]),
    "bytes": (BytesSchema, b"a"),
    "binary": (schemas.BinarySchema, b"a"),
    "oneOf": (one_of(StrSchema, NumberSchema), "a"),
    "anyOf": (any_of(StrSchema, NumberSchema), 5),
    "allOf": (all_of(StrSchema, StrSchema.where(max_length=3)), "a"),
}


@pytest.mark.parametrize(("cls", "given"), NULLABLE.values(), ids=NULLABLE)
def test_nullable_takes_null_and_what_its_schema_takes(cls: Any, given: Any):
    """null becomes a NoneClass that equals None; any other value is what it was without null."""
    either: Any = nullable(cls)
    null = either(None)
    assert isinstance(null, schemas.NoneClass)
    assert isinstance(null, either)
    assert null == None  # noqa: E711 - equality is the test
    assert null.is_none()
    found = either(given)
    assert found == cls(given)
    assert isinstance(found, either)
    for payload in (None, given):
        assert fast(either, payload) in (REFUSED, plain(either, payload))
        assert declaration_of(list_of(either)).items is either
        assert list_of(either)([payload])[0] == either(payload)


@pytest.mark.parametrize(
    ("cls", "wrong"),
    [
        (StrSchema, 5),
        (StrSchema.where(max_length=3), "long"),
        (State, "dnoe"),
        (list_of(StrSchema), [5]),
        (CustomerBase, "x"),
    ],
)
def test_nullable_refuses_what_its_schema_refuses(cls: Any, wrong: Any):
    """Apart from null nothing else is let in."""
    with pytest.raises((ApiTypeError, ApiValueError)):
        nullable(cls)(wrong)


def test_the_message_about_a_nullable_value_names_both_types():
    """A wrong type is compared with null and the type."""
    with pytest.raises(ApiTypeError, match=r"Required value type is one of \[NoneClass, str\] and passed type was int"):
        nullable(StrSchema)(5)


def test_nullable_values_have_the_accessors_of_their_schema():
    """A nullable date-time gives a datetime, a nullable object its properties, and both can be asked for null."""
    moment: Any = nullable(DateTimeSchema)("2023-06-05T10:20:30Z")
    assert moment.as_datetime.year == 2023
    assert not moment.is_none()
    customer: Any = nullable(CustomerBase)({"name": "n"})
    assert customer.name == customer["name"] == "n"
    assert not hasattr(nullable(CustomerBase)(None), "name")


def test_nullable_enums_have_their_members():
    """The members of a nullable enum are instances of the nullable class."""
    either: Any = nullable(State)
    assert either("done") is either.DONE
    assert either.DONE == "done"


def test_nullable_properties_are_absent_null_or_there():
    """A nullable property tells three cases apart."""

    class Holder(DictSchema):
        a = optional(nullable(StrSchema))

    assert Holder({}).get_item_oapg("a") is schemas.unset
    assert Holder({"a": None}).a == None  # noqa: E711
    assert Holder({"a": None}) == {"a": None}
    assert Holder({"a": "x"}).a == "x"


@pytest.mark.parametrize("wrong", [str, int, dict, "Late", None, 5, "", [StrSchema], {}], ids=repr)
@pytest.mark.parametrize(
    "word",
    [
        *(optional, required, list_of, map_of, nullable, one_of, any_of, all_of),
        lambda wrong: DictSchema.where(not_schema=wrong),
        lambda wrong: DictSchema.where(items=wrong),
        lambda wrong: one_of(StrSchema, wrong),
    ],
)
def test_what_is_no_schema_is_refused_at_once(word: Any, wrong: Any):
    """list_of(str) is a TypeError where it is written, and not when the first value is built."""
    with pytest.raises(TypeError, match="expected a schema class or a reference to one"):
        word(wrong)


# list_of and map_of


def test_list_of_is_an_array_of_one_schema():
    """list_of(X) is a ListSchema whose items are X; limits may follow."""
    texts: Any = list_of(StrSchema, max_items=2, unique_items=True)
    assert issubclass(texts, ListSchema)
    assert texts(["a", "b"]) == ("a", "b")
    for wrong in (["a", "b", "c"], ["a", "a"], ["a", 5]):
        with pytest.raises((ApiTypeError, ApiValueError)):
            texts(wrong)


def test_list_schema_with_brackets_is_list_of():
    """ListSchema[X] says the same, and can be derived from."""
    assert declaration_of(ListSchema[StrSchema]).items is StrSchema
    assert ListSchema[StrSchema](["a"])[0] == "a"


def test_list_schema_of_anything_is_list_schema():
    """ListSchema[Any] tells the checkers something, and the runtime nothing."""
    assert ListSchema[typing.Any] is ListSchema

    class Tree(ListSchema[typing.Any], items=ref("Tree")):
        pass

    assert Tree.__bases__ == (ListSchema,)


def test_map_of_is_an_object_of_one_schema():
    """map_of(X) is a DictSchema whose values are X, whatever their keys; limits may follow."""
    numbers: Any = map_of(NumberSchema, max_properties=2)
    assert type(numbers({"a": 1})["a"]) is NumberSchema
    assert numbers({"a": 1}).a == 1
    for wrong in ({"a": "1"}, {"a": 1, "b": 2, "c": 3}):
        with pytest.raises((ApiTypeError, ApiValueError)):
            numbers(wrong)


# where


def test_where_makes_a_narrower_class():
    """where leaves the class as it is and gives a subclass with limits."""
    short: Any = StrSchema.where(max_length=3)
    assert issubclass(short, StrSchema)
    assert type(short("abc")) is short
    assert StrSchema("abcd") == "abcd"


@pytest.mark.parametrize(("word", "near"), [("maxlength", "max_length"), ("maximun", "maximum"), ("qwerty", None)])
def test_unknown_keywords_are_refused(word: str, near: str | None):
    """A misspelt keyword is a TypeError when the class is made, and a near one is suggested."""
    with pytest.raises(TypeError, match=f"did you mean '{near}'" if near else "is not a keyword of a schema class"):
        StrSchema.where(**{word: 3})


# ref


@pytest.mark.parametrize("name", ["here", "again"])
def test_references_are_resolved_when_they_are_needed(name: str):
    """A class of this module or of another one in the package can be named before it exists."""
    found = Early({name: {"n": 5}})[name]
    assert type(found) is Late
    with pytest.raises(ApiTypeError):
        Early({name: {"m": 5}})


@pytest.mark.parametrize("name", ["test.schemas.test_vocabulary.Late", ".test_vocabulary.Late", ".roads.Refusal"])
def test_references_may_be_full_or_relative_names(name: str):
    """A full dotted name, and one with a dot in front, work as in an import."""
    assert ref(name).resolve().__name__ == name.rpartition(".")[2]


def test_references_work_inside_other_words():
    """Items, values and branches may be references."""
    early: Any = Early({"many": [{"n": 1}], "each": {"a": {"n": 2}}, "either": {"n": 3}})
    assert type(early.many[0]) is Late
    assert type(early.each.a) is Late
    assert isinstance(early.either, Late)


def test_a_class_may_refer_to_itself():
    """Recursion is as deep as the data."""
    early: Any = Early({"itself": {"itself": {"itself": {}}}})
    assert type(early.itself.itself.itself) is Early


def test_a_reference_to_nothing_is_noticed_when_it_is_needed():
    """A name that does not exist is an AttributeError that names it, when the property is looked at."""

    class Hopeful(DictSchema):
        missing = optional(ref("NeverWritten"))

    with pytest.raises(AttributeError, match="NeverWritten"):
        Hopeful.missing.schema  # noqa: B018 - reading it is the test


# The composing words


@pytest.mark.parametrize("word", [one_of, any_of, all_of])
def test_composing_words_take_limits(word: Any):
    """one_of, any_of and all_of take the keywords of where."""
    cls = word(StrSchema, max_length=2)
    assert cls("ab") == "ab"
    with pytest.raises(ApiValueError):
        cls("abc")


def test_value_is_a_member_of_an_enum():
    """In the body of an enum class, value declares a member."""
    assert State.DONE == "done"
    assert declaration_of(State).enum == {"done": "DONE"}
