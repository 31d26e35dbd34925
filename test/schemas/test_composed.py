"""allOf, oneOf, anyOf, not and discriminators: which values they take, and what the instances are."""

from __future__ import annotations

import datetime
import typing
from decimal import Decimal

import pytest
from frozendict import frozendict

from flat_api import schemas
from flat_api.exceptions import ApiTypeError, ApiValueError
from flat_api.schemas import (
    AnyTypeSchema,
    ComposedBase,
    ComposedSchema,
    DateSchema,
    DateTimeSchema,
    DictSchema,
    IntSchema,
    ListSchema,
    NoneSchema,
    NumberSchema,
    StrSchema,
    all_of,
    any_of,
    list_of,
    map_of,
    nullable,
    one_of,
    optional,
    ref,
    required,
)

from .roads import REFUSED, Refusal, fast, plain

Any = typing.Any


class Cat(DictSchema):
    """A branch with a required name."""

    kind = required(StrSchema)
    lives = required(IntSchema)


class Dog(DictSchema):
    """A branch with another."""

    kind = required(StrSchema)
    bark = required(StrSchema)


class Pet(ComposedSchema, one_of=(Cat, Dog), discriminator={"kind": {"cat": Cat, "dog": Dog}}):
    """The discriminator names the branch."""


class Animal(DictSchema, discriminator={"kind": {"cat": Cat, "dog": Dog}}):
    """A discriminator alone."""

    kind = required(StrSchema)


class Guest(ComposedSchema, one_of=(Cat, Dog), discriminator={"kind": {"Cat": Cat, "Dog": Dog}}, extensible=True):
    """The discriminator names the branch, if it names one."""


class Beast(DictSchema, discriminator={"kind": {"Cat": Cat}}, extensible=True):
    """The same without branches."""


class Node(ComposedSchema, any_of=(StrSchema, list_of(ref("Node")))):
    """Recursion through a composition."""


class Base(DictSchema, discriminator={"kind": {"one": ref("Derived")}}):
    """The usual shape of inheritance: the base names the derived class, which is made of the base."""

    kind = required(StrSchema)


class Derived(ComposedSchema, all_of=(Base, DictSchema.where(min_properties=2))):
    """The derived class."""


def kinds(value: Any) -> set[str]:
    """The schema classes that took *value*."""
    return {cls.__name__ for cls in schemas.declaration_of(type(value)).matched}


def refusal(cls: Any, value: Any) -> Any:
    """The error about *value*; both roads refuse it."""
    assert fast(cls, value) == REFUSED
    assert isinstance(plain(cls, value), Refusal)
    with pytest.raises((ApiTypeError, ApiValueError)) as caught:
        cls(value)
    return caught.value


# allOf


def test_all_of_is_an_instance_of_every_branch():
    """What all branches take is an instance of all of them, and of the composed class."""
    both: Any = all_of(map_of(NumberSchema), DictSchema.where(max_properties=1))
    value = both({"a": 1})
    assert isinstance(value, frozendict)
    assert all(isinstance(value, branch) for branch in (both, *schemas.declaration_of(both).all_of))
    assert isinstance(value["a"], NumberSchema)


def test_members_get_the_classes_of_all_branches():
    """A member that two branches declare is an instance of both; an untyped branch does not matter."""

    class First(DictSchema):
        when = optional(StrSchema)

    class Second(DictSchema):
        when = optional(DateSchema)

    class Third(DictSchema):
        pass

    value = all_of(First, Second, Third)({"when": "2023-06-05", "extra": 1})
    assert isinstance(value, First) and isinstance(value, Second) and isinstance(value, Third)
    assert type(value["when"]) is DateSchema  # which is a StrSchema too
    assert isinstance(value["extra"], AnyTypeSchema)
    assert value.when.as_date.year == 2023
    assert value.extra == 1


def test_all_of_tells_the_problem_of_the_branch():
    """The error of a branch is raised as it is."""
    error = refusal(all_of(map_of(NumberSchema), DictSchema), {"a": "x"})
    assert isinstance(error, ApiTypeError)
    assert error.path_to_item == ("args[0]", "a")


def test_all_of_nothing_takes_anything():
    """An empty allOf says nothing."""
    assert ComposedSchema.where(all_of=[])({"a": 1}) == {"a": 1}


# oneOf


def test_one_of_takes_what_exactly_one_branch_takes():
    """oneOf [number, integer] takes 5.5 and refuses 5."""
    either: Any = one_of(NumberSchema, IntSchema)
    assert kinds(either(5.5)) == {"ComposedSchema", "NumberSchema"}
    error = refusal(either, 5)
    assert [problem.kind for problem in error.problems] == ["oneOf"]
    assert "Multiple oneOf schemas" in str(error)
    assert "matched the inputs, but a max of one is allowed." in str(error)


def test_one_of_says_why_no_branch_took_the_value():
    """The message names each branch and the first thing wrong there."""
    error = refusal(one_of(StrSchema, IntSchema), 5.5)
    assert isinstance(error, ApiValueError)
    assert "None of the oneOf schemas matched the input data." in str(error)
    assert "StrSchema: Invalid type. Required value type is str and passed type was float" in str(error)
    assert "IntSchema: Invalid value '5.5' for type integer" in str(error)
    assert error.path_to_item == ("args[0]",)


def test_one_of_nothing_takes_nothing():
    """Of no branches, none matches."""
    refusal(ComposedSchema.where(one_of=[]), 5)


def test_the_problem_is_that_of_the_outer_schema():
    """The path of a refused oneOf is the place of the value, not that of something inside a branch."""

    class Owner(DictSchema):
        pet = optional(one_of(Cat, Dog))

    error = refusal(Owner, {"pet": {"kind": "cow"}})
    assert [(problem.path, problem.kind) for problem in error.problems] == [(("args[0]", "pet"), "oneOf")]


# anyOf


def test_any_of_is_an_instance_of_every_branch_that_takes_it():
    """anyOf of date, date-time and string on a date is a date, and no date-time."""
    value: Any = any_of(DateSchema, DateTimeSchema, StrSchema)("2023-06-05")
    assert isinstance(value, DateSchema)
    assert not isinstance(value, DateTimeSchema)
    assert value.as_date.month == 6
    assert not isinstance(any_of(DateSchema, StrSchema)("text"), DateSchema)


def test_any_of_refuses_what_no_branch_takes():
    """One problem, with the reasons of the branches."""
    error = refusal(any_of(StrSchema, IntSchema), None)
    assert [problem.kind for problem in error.problems] == ["anyOf"]
    assert "None of the anyOf schemas matched the input data." in str(error)


@pytest.mark.parametrize("value", ["text", 5, 5.5, True, None, [1], {"a": 1}], ids=repr)
def test_composed_schemas_take_every_type(value: Any):
    """A ComposedSchema without further words takes anything that JSON can say."""
    found = ComposedSchema(value)
    assert found == (tuple(value) if isinstance(value, list) else value)
    assert isinstance(found, ComposedSchema)


def test_composed_schemas_take_no_bytes():
    """Bytes are no JSON, and a ComposedSchema is about JSON."""
    with pytest.raises(ApiTypeError):
        ComposedSchema(b"a")


def test_own_keywords_of_a_composed_schema_count():
    """A composed class may have keywords and properties of its own; they come first."""
    short: Any = any_of(StrSchema, ListSchema, max_length=2, max_items=1)
    assert short("ab") == "ab"
    assert short([1]) == (1,)
    assert refusal(short, "abc").problems[0].kind == "maxLength"
    assert refusal(short, [1, 2]).problems[0].kind == "maxItems"


def test_typed_classes_can_be_composed():
    """ComposedBase in front of a typed class composes that type only."""

    class Code(ComposedBase, StrSchema, any_of=(StrSchema.where(max_length=2), DateSchema)):
        pass

    assert Code("ab") == "ab"
    assert isinstance(Code("2023-06-05"), DateSchema)
    assert refusal(Code, "abc").problems[0].kind == "anyOf"
    assert isinstance(refusal(Code, 5), ApiTypeError)


def test_a_typed_class_with_a_composition_can_be_a_property():
    """Compositions work at any depth."""

    class Holder(DictSchema):
        content = optional(one_of(StrSchema, NumberSchema, nullable(list_of(one_of(StrSchema, NumberSchema)))))

    for value in ("a", 5, None, ["a", 5]):
        found = Holder({"content": value}).content
        assert found == (tuple(value) if isinstance(value, list) else value)
    assert isinstance(Holder({"content": ["a", 5]}).content[1], NumberSchema)
    assert refusal(Holder, {"content": [True]}).path_to_item == ("args[0]", "content")


# not


def test_not_refuses_what_its_schema_takes():
    """A value that the schema would take is refused, with both names; any other is taken."""
    no_text: Any = ComposedSchema.where(not_schema=StrSchema)
    assert no_text(5) == 5
    error = refusal(no_text, "text")
    assert (
        "Invalid value 'text' was passed in to ComposedSchema. Value is invalid because it is disallowed by StrSchema"
        in str(error)
    )
    assert [problem.kind for problem in error.problems] == ["not"]


@pytest.mark.parametrize("value", ["text", 5, None, True, [], {}, b"a"], ids=repr)
def test_not_any_type_takes_nothing(value: Any):
    """NotAnyTypeSchema refuses everything."""
    with pytest.raises((ApiTypeError, ApiValueError)):
        schemas.NotAnyTypeSchema(value)


# Discriminators


def test_the_discriminator_names_the_branch():
    """The value of the discriminator decides the class, even where another branch would take the value too."""
    cat: Any = Pet({"kind": "cat", "lives": 9})
    assert isinstance(cat, Cat)
    assert not isinstance(cat, Dog)
    assert isinstance(cat["lives"], IntSchema)
    assert isinstance(Pet(kind="dog", bark="wuff"), Dog)


def test_the_error_of_the_named_branch_is_raised_as_it_is():
    """A cat that lacks its lives is told so, and not that no branch matched."""
    error = refusal(Pet, {"kind": "cat"})
    assert error.problems[0].kind == "required"
    assert "Cat is missing 1 required argument: ['lives']" in str(error)


def test_a_missing_discriminator_is_told():
    """Without the property there is no branch."""
    error = refusal(Pet, {"lives": 9})
    assert isinstance(error, ApiValueError)
    assert error.problems[0].kind == "discriminator"
    assert "due to missing discriminator. The discriminator property 'kind' is missing at path: " in str(error)


@pytest.mark.parametrize("kind", ["cow", 5, None, ["cat"], {"cat": 1}], ids=repr)
def test_an_unknown_discriminator_value_is_told(kind: Any):
    """The message names the values that would be right, and the path leads to the property."""
    error = refusal(Pet, {"kind": kind, "lives": 9})
    assert "Invalid discriminator value was passed in to Pet.kind Only the values ['cat', 'dog'] are allowed" in str(
        error
    )
    assert error.path_to_item == ("args[0]", "kind")


@pytest.mark.parametrize("kind", ["kitty", "", "cat"])
def test_an_extensible_discriminator_leaves_what_it_does_not_know_to_the_branches(kind: str):
    """OpenAPI documents without a mapping name schemas by it, and servers often say something else."""
    value: Any = Guest({"kind": kind, "lives": 9})
    assert isinstance(value, Cat)
    assert not isinstance(value, Dog)
    assert Beast({"kind": kind}) == {"kind": kind}
    assert not isinstance(Beast({"kind": kind}), Cat)


def test_an_extensible_discriminator_names_the_branch_where_it_can():
    """What it names is what the value has to be; without it, the branches are tried."""
    assert refusal(Guest, {"kind": "Cat", "bark": "wuff"}).problems[0].kind == "required"
    assert isinstance(Beast({"kind": "Cat", "lives": 9}), Cat)
    assert "missing 1 required argument" in str(refusal(Beast, {"kind": "Cat"}))
    assert Beast({}) == {}
    assert refusal(Guest, {"lives": 9}).problems[0].kind != "discriminator"


def test_a_dict_schema_may_have_a_discriminator():
    """The value becomes an instance of the class that is named, though no branch lists it."""
    value: Any = Animal({"kind": "dog", "bark": "wuff"})
    assert isinstance(value, Animal)
    assert isinstance(value, Dog)
    assert "missing 1 required argument" in str(refusal(Animal, {"kind": "dog"}))


def test_a_discriminator_does_not_look_at_other_types():
    """A discriminator says nothing about what is no object."""
    assert ComposedSchema.where(discriminator={"kind": {"cat": Cat}})("text") == "text"


def test_bases_and_derived_classes_may_name_each_other():
    """A derived class made of its base, whose discriminator names the derived class, ends."""
    for cls in (Base, Derived):
        value: Any = cls({"kind": "one", "more": 1})
        assert isinstance(value, Base)
        assert isinstance(value, Derived)
    assert "number of properties" in str(refusal(Base, {"kind": "one"}))


# Recursion and instances


def test_recursive_compositions_end():
    """A composed schema may be made of itself."""
    value: Any = Node(["a", ["b", []]])
    assert value == ("a", ("b", ()))
    assert isinstance(value[1][0], StrSchema)
    assert isinstance(value[1], Node)
    refusal(Node, ["a", ["b", [5]]])


def test_an_instance_of_a_branch_counts_as_a_match_of_it():
    """What was built by a branch is not validated by it again."""
    lenient = schemas.Configuration(disabled_client_side_validations="maxLength")
    short: Any = StrSchema.where(max_length=1)
    long = short("text", _configuration=lenient)
    either: Any = one_of(short, NumberSchema)
    assert isinstance(either(long), short)
    with pytest.raises(ApiValueError):
        either("text")


def test_instances_of_a_composed_class_pass_through_it():
    """An instance of the composed class is one of its branches already."""
    cat: Any = Pet({"kind": "cat", "lives": 9})
    assert Pet(cat) == cat
    assert type(Pet(cat)) is type(cat)
    assert list_of(Pet)([cat])[0] is cat


def test_equal_combinations_share_a_class():
    """The class of an instance is made once for each combination of schemas and kept for good."""
    either: Any = one_of(StrSchema, NumberSchema)
    assert type(either("a")) is type(either("b"))
    assert type(either(1)) is not type(either("a"))
    assert type(either(1)).__name__ == either.__name__


def test_a_class_and_its_parent_appear_once():
    """Where a class and its parent both took the value, the child stands for both."""
    assert type(any_of(StrSchema, DateSchema)("2023-06-05")).__mro__.count(StrSchema) == 1
    assert kinds(any_of(StrSchema, DateSchema)("2023-06-05")) >= {"DateSchema"}


def test_data_of_a_server_may_be_keywords():
    """A composed class takes keywords in its server constructor, and refuses nothing at all."""
    assert Pet.from_openapi_data_oapg(kind="cat", lives=9) == {"kind": "cat", "lives": 9}
    assert Pet.from_openapi_data_oapg({"kind": "cat"}, lives=9) == {"kind": "cat", "lives": 9}
    with pytest.raises(ApiTypeError, match="No input given"):
        Pet.from_openapi_data_oapg()


def test_untyped_values_know_every_accessor():
    """An instance of a composed class has what any of its types could do."""
    assert ComposedSchema(9.0).as_int == 9
    assert ComposedSchema("a").as_str == "a"
    assert ComposedSchema(True).is_true()
    assert ComposedSchema(None).is_none()
    assert one_of(NoneSchema, DateSchema)("2023-06-05").as_date.day == 5
    assert all_of(IntSchema)(Decimal("9.0")).as_int_oapg == 9


def test_disabled_checks_reach_the_branches():
    """A configuration counts inside a composition as well."""
    lenient = schemas.Configuration(disabled_client_side_validations="maxLength")
    either: Any = one_of(StrSchema.where(max_length=1), NumberSchema)
    assert either("text", _configuration=lenient) == "text"
    with pytest.raises(ApiValueError):
        either("text")


def test_client_objects_reach_the_branches():
    """A date from Python is text in every branch; one from a server is refused whatever the branches say."""
    either: Any = one_of(DateSchema, NumberSchema)
    assert isinstance(either(datetime.date(2023, 6, 5)), DateSchema)
    assert one_of(DictSchema, NumberSchema)({"a": datetime.date(2023, 6, 5)}) == {"a": "2023-06-05"}
    with pytest.raises(ApiTypeError):
        either.from_openapi_data_oapg(datetime.date(2023, 6, 5))
