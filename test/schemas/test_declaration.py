"""Declarations: one class as plain values, the same for both notations."""

from __future__ import annotations

import typing
from decimal import Decimal

import pytest
from frozendict import frozendict
from hypothesis import given

from flat_api import schemas
from flat_api.exceptions import ApiTypeError
from flat_api.model.task import Task
from flat_api.schemas import (
    BoolClass,
    ComposedSchema,
    DictSchema,
    EnumBase,
    NoneClass,
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
    required,
    unset,
    value,
)

from .. import strategies
from ..strategies import Spec
from .notations import ours, theirs

Any = typing.Any

TYPES: dict[Any, set[type]] = {
    schemas.StrSchema: {str},
    schemas.DateTimeSchema: {str},
    schemas.NumberSchema: {Decimal},
    schemas.IntSchema: {Decimal},
    schemas.BoolSchema: {BoolClass},
    schemas.NoneSchema: {NoneClass},
    schemas.DictSchema: {frozendict},
    schemas.ListSchema: {tuple},
    schemas.BytesSchema: {bytes},
    schemas.FileSchema: {schemas.FileIO},
    schemas.BinarySchema: {bytes, schemas.FileIO},
    schemas.ComposedSchema: {NoneClass, frozendict, tuple, str, Decimal, BoolClass},
    schemas.AnyTypeSchema: {NoneClass, frozendict, tuple, str, Decimal, BoolClass, bytes, schemas.FileIO},
    nullable(StrSchema): {NoneClass, str},
    Task: {frozendict},
    Task.State: {str},
}


@pytest.mark.parametrize("cls", TYPES, ids=lambda cls: cls.__name__)
def test_types_are_the_primitives_a_class_takes(cls: Any):
    """types is the set of primitive classes that a value may be made of."""
    assert declaration_of(cls).types == TYPES[cls]


FORMATS: dict[Any, tuple[str, ...]] = {
    schemas.StrSchema: (),
    schemas.DateSchema: ("date",),
    schemas.DateTimeSchema: ("date-time",),
    schemas.UUIDSchema: ("uuid",),
    schemas.DecimalSchema: ("decimal",),
    schemas.IntSchema: ("integer",),
    schemas.Int32Schema: ("integer", "int32"),
    schemas.Int64Schema: ("integer", "int64"),
    schemas.Float32Schema: ("float",),
    schemas.Float64Schema: ("double",),
    schemas.DateTimeSchema.where(max_length=30): ("date-time",),
    nullable(schemas.DateTimeSchema): ("date-time",),
}


@pytest.mark.parametrize("cls", FORMATS, ids=lambda cls: cls.__name__)
def test_formats_are_told_from_general_to_special(cls: Any):
    """formats are the names of the formats that a class and its bases have."""
    assert declaration_of(cls).formats == FORMATS[cls]


def test_keywords_are_pairs_of_keyword_and_limit():
    """keywords names each limit as JSON Schema does; a pattern keeps its source and flags."""
    declared = declaration_of(StrSchema.where(max_length=80, pattern="^a"))
    assert [(keyword.name, str(limit)) for keyword, limit in declared.keywords] == [
        ("maxLength", "80"),
        ("pattern", "`^a`"),
    ]
    assert declared.keywords[1][1].source == "^a"
    assert declaration_of(StrSchema).keywords == ()
    assert declaration_of(list_of(StrSchema, unique_items=False)).keywords == ()


def test_objects_know_their_properties_and_what_else_they_hold():
    """properties, required and additional are those of the class; schemas has the classes by key."""
    declared = declaration_of(Task)
    assert declared.cls is Task
    assert declared.schemas["state"] is Task.State
    assert declared.properties["progress"].schema is Task.Progress
    assert declared.additional is None
    assert declared.items is None
    assert declared.required == frozenset()
    assert declaration_of(map_of(StrSchema)).additional is StrSchema
    assert declaration_of(DictSchema.where(additional=False)).additional is schemas.NotAnyTypeSchema


def test_arrays_know_their_items():
    """items is the class of the items, or None where anything goes."""
    assert declaration_of(list_of(Task)).items is Task
    assert declaration_of(schemas.ListSchema).items is None


def test_enums_know_their_members():
    """enum maps each value to its name; None means that any value is allowed."""
    assert declaration_of(Task.State).enum == {
        "created": "CREATED",
        "doing": "DOING",
        "done": "DONE",
        "canceled": "CANCELED",
        "error": "ERROR",
    }
    assert declaration_of(StrSchema).enum is None


def test_compositions_know_their_branches():
    """all_of, one_of, any_of, not_schema and discriminator are classes, empty or None where nothing is said."""
    assert declaration_of(all_of(StrSchema, NumberSchema)).all_of == (StrSchema, NumberSchema)
    assert declaration_of(one_of(StrSchema)).one_of == (StrSchema,)
    assert declaration_of(any_of(StrSchema)).any_of == (StrSchema,)
    assert declaration_of(ComposedSchema.where(not_schema=StrSchema)).not_schema is StrSchema
    named = ComposedSchema.where(discriminator={"kind": {"task": Task}})
    assert declaration_of(named).discriminator == ("kind", {"task": Task})
    plain = declaration_of(StrSchema)
    assert (plain.all_of, plain.one_of, plain.any_of, plain.not_schema, plain.discriminator) == ((), (), (), None, None)
    assert not plain.composed
    assert not plain.declares("one_of")
    assert declaration_of(ComposedSchema.where(one_of=[])).declares("one_of")


def test_a_declaration_is_read_once():
    """The same object is given each time, and a derived class has one of its own."""
    assert declaration_of(Task) is declaration_of(Task)
    assert declaration_of(Task.where(max_properties=3)) is not declaration_of(Task)


@given(strategies.specs)
def test_both_notations_declare_the_same(spec: Spec):
    """A schema in our notation and in that of the earlier generator has equal declarations, all the way down."""
    assert described(ours(spec)) == described(theirs(spec))


@given(strategies.specs.filter(lambda spec: "kind='ref'" not in repr(spec)))
def test_the_metaoapg_view_declares_the_same(spec: Spec):
    """A class that takes over the MetaOapg of one in our notation declares what that one does."""
    cls = ours(spec)
    copied = type(schemas.Schema)("Copied", cls.__bases__, {"MetaOapg": cls.MetaOapg})
    assert described(copied) == described(cls)


def described(cls: Any, entered: tuple[Any, ...] = ()) -> Any:
    """The declaration of *cls* as something to compare; a class inside itself is a number of levels."""
    if cls in entered:
        return len(entered) - entered.index(cls)
    declared, entered = declaration_of(cls), (*entered, cls)
    several = (declared.all_of, declared.one_of, declared.any_of)
    single = (declared.additional, declared.items, None if cls is schemas.NotAnyTypeSchema else declared.not_schema)
    key, named = declared.discriminator or (None, {})
    return {
        "types": declared.types,
        "formats": declared.formats,
        "properties": {
            name: (entry.name, entry.required, described(entry.schema, entered))
            for name, entry in declared.properties.items()
        },
        "required": declared.required,
        "enum": declared.enum,
        "keywords": [(keyword.name, str(limit)) for keyword, limit in declared.keywords],
        "classes": [found and described(found, entered) for found in single],
        "branches": [[described(branch, entered) for branch in branches] for branches in several],
        "discriminator": (key, {value: described(branch, entered) for value, branch in named.items()}),
    }


def test_a_subclass_says_anew_whether_a_property_is_required():
    """A property that is stated again is required or not as it says there, on both roads."""
    base = type(schemas.DictSchema)("Base", (schemas.DictSchema,), {"x": schemas.required(schemas.StrSchema)})
    looser = type(base)("Looser", (base,), {"x": schemas.optional(schemas.StrSchema)})
    assert looser({}) == {}
    assert looser({}, _configuration=schemas.Configuration()) == {}


def test_an_enum_subclass_adds_members():
    """The members of the base stay, and are instances of the subclass."""
    base = type(schemas.DictSchema)("Base", (schemas.EnumBase, schemas.StrSchema), {"A": schemas.value("a")})
    larger = type(base)("Larger", (base,), {"B": schemas.value("b")})
    assert larger("a") is larger.A
    assert larger("b") is larger.B


class Colour(EnumBase, schemas.StrSchema, default="red"):
    RED = value("red")
    BLUE = value("blue")


class MoreColours(Colour, extensible=True):
    pass


class Painted(schemas.DictSchema):
    colour = optional(Colour, default="blue")
    coats = twin = optional(schemas.IntSchema, default=2)
    size = optional(schemas.IntSchema)


def test_a_default_is_a_fact_about_the_server():
    """It is read from the declaration, of a property or a class; nothing is filled in."""
    assert (Painted.colour.default, Painted.coats.default, Painted.twin.default, Painted.size.default) == (
        "blue", 2, 2, unset
    )  # fmt: skip
    assert declaration_of(Colour).default == declaration_of(MoreColours).default == "red"
    assert declaration_of(Painted).default is unset
    assert declaration_of(schemas.StrSchema.where(default="a")).default == "a"
    painted = Painted({})
    assert painted == {} and not hasattr(painted, "colour") and painted.get(Painted.colour) is None


class Account(schemas.DictSchema):
    id = required(schemas.StrSchema, read_only=True)
    name = required(schemas.StrSchema)
    password = twin = required(schemas.StrSchema, write_only=True)


class Accounts(schemas.DictSchema):
    first = required(Account)
    others = optional(schemas.list_of(Account))


def test_a_required_property_that_is_read_only_is_required_of_the_server_alone():
    """Of OpenAPI 3.0.3, Schema Object: readOnly and required mean required in the answer, writeOnly in the request."""
    built = Account(name="Ada", password="p", twin="t")
    assert built == {"name": "Ada", "password": "p", "twin": "t"} and type(built) is Account
    assert Account({"name": "Ada", "password": "p", "twin": "t"}) == built
    read = Account.from_json('{"id": "1", "name": "Ada"}')
    assert read == {"id": "1", "name": "Ada"} and type(read) is Account
    for wrong in ({"name": "Ada"}, {"id": "1"}):
        with pytest.raises(ApiTypeError, match="missing"):
            Account.from_openapi_data_oapg(wrong)
    with pytest.raises(ApiTypeError, match="missing"):
        Account(id="1", name="Ada")


def test_what_is_sent_one_way_only_holds_at_any_depth():
    """Objects in objects and arrays are built and read alike."""
    ada, bob = ({"name": name, "password": "p", "twin": "t"} for name in ("Ada", "Bob"))
    request = {"first": ada, "others": [bob]}
    answer = {"first": {"id": "1", "name": "a"}, "others": [{"id": "2", "name": "b"}]}
    assert type(Accounts(request).others[0]) is Account
    assert type(Accounts.from_openapi_data_oapg(answer).first) is Account
    with pytest.raises(ApiTypeError):
        Accounts.from_openapi_data_oapg(request)
    with pytest.raises(ApiTypeError):
        Accounts(answer)


def test_what_is_sent_one_way_only_is_a_fact():
    """It is read from the declaration, also of an object under two names."""
    assert [(entry.read_only, entry.write_only) for entry in declaration_of(Account).properties.values()] == [
        (True, False), (False, False), (False, True), (False, True)
    ]  # fmt: skip
