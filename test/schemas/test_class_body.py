"""Class bodies in our notation: properties, members, keywords in the header, and mistakes that are told at once."""

from __future__ import annotations

import inspect
import pickle
import typing

import pytest

from flat_api import schemas
from flat_api.exceptions import ApiTypeError, ApiValueError
from flat_api.model.task import Task
from flat_api.schemas import (
    DictSchema,
    EnumBase,
    IntSchema,
    ListSchema,
    NumberSchema,
    StrSchema,
    declaration_of,
    list_of,
    map_of,
    one_of,
    optional,
    required,
    value,
)

Any = typing.Any

TEXT = optional(StrSchema, "shared by two names")


class Parent(DictSchema):
    """A class to derive from."""

    a = required(StrSchema)
    b = optional(StrSchema)


class Child(Parent, max_properties=3):
    """A class that adds to it."""

    b = optional(IntSchema)
    c = required(StrSchema)


class Pair(DictSchema):
    """One property object under two names."""

    first = second = optional(StrSchema, "either of two")
    third = TEXT
    fourth = TEXT


class Nested(DictSchema):
    """Classes that have no name of their own."""

    lists = optional(list_of(list_of(StrSchema)))
    maps = optional(map_of(map_of(NumberSchema)))
    either = optional(one_of(list_of(StrSchema), map_of(NumberSchema)))
    short = optional(StrSchema.where(max_length=3), key="a.b")


# Names


TAKEN = ["items", "keys", "values", "get", "copy", "set", "item", "value", "key", "pop", "update", "replace", "to_dict"]


@pytest.mark.parametrize("name", TAKEN)
def test_a_property_can_not_hide_a_method(name: str):
    """A name that every object has is refused when the class is made, and the message says how to write it."""
    with pytest.raises(TypeError, match=rf"write {name}_ = \.\.\.\(key='{name}'\)"):
        type(DictSchema)("Model", (DictSchema,), {name: optional(StrSchema)})


@pytest.mark.parametrize("name", [*TAKEN, "return", "class", "from", "None"])
def test_a_taken_name_is_written_with_an_underscore(name: str):
    """The JSON key stays what it is; the attribute has an underscore."""
    cls: Any = type(DictSchema)("Model", (DictSchema,), {f"{name}_": optional(StrSchema, key=name)})
    instance = cls({name: "x"})
    assert instance[name] == getattr(instance, f"{name}_") == "x"
    assert list(declaration_of(cls).properties) == [name]


@pytest.mark.parametrize("name", ["id", "type", "format", "filter", "hash", "len", "name", "data", "State", "_private"])
def test_names_of_builtins_stay_plain(name: str):
    """type, format, id and their like are attributes as they are."""
    cls: Any = type(DictSchema)("Model", (DictSchema,), {name: optional(StrSchema)})
    assert getattr(cls({name: "x"}), name) == "x"
    assert cls({name: "x"}) == cls(**{name: "x"}) == {name: "x"}


def test_one_declaration_under_two_names_is_two_properties():
    """``first = second = optional(...)`` declares both, and so does a declaration kept in a variable."""
    assert list(declaration_of(Pair).properties) == ["first", "second", "third", "fourth"]
    pair = Pair(first="1", second="2", third="3", fourth="4")
    assert (pair.first, pair.second, pair.third, pair.fourth) == ("1", "2", "3", "4")
    assert Pair.second.description == "either of two"
    assert Pair.fourth.description == "shared by two names"


def test_properties_are_in_the_order_of_the_body():
    """The declaration lists them as they are written."""
    assert list(declaration_of(Task).properties)[:3] == ["id", "type", "state"]


@pytest.mark.parametrize(
    "body",
    [
        {"a": optional(StrSchema), "b": required(StrSchema, key="a")},
        {"a_": optional(StrSchema, key="a"), "a": optional(StrSchema)},
        {"x": optional(StrSchema, key="same"), "y": optional(StrSchema, key="same")},
        {"x": (same := optional(StrSchema, key="same")), "y": same},
    ],
)
def test_two_properties_can_not_claim_one_key(body: dict[str, Any]):
    """One of them would silently be dropped; the message names both and the key."""
    first, second = body
    with pytest.raises(TypeError, match=rf"Model\.{first} and Model\.{second} both claim the JSON key '(a|same)'"):
        type(DictSchema)("Model", (DictSchema,), body)


def test_a_derived_class_may_give_a_key_another_name():
    """The names of parent and child for one key read the same value."""

    class Renamed(Parent):
        text = required(StrSchema, key="a")

    renamed = Renamed(text="x")
    assert renamed.text == renamed.a == renamed["a"] == "x"
    assert declaration_of(Renamed).properties["a"] is Renamed.text


# Inheritance


def test_a_derived_class_adds_to_its_parent():
    """Properties and required names add up; the later declaration of a name counts."""
    assert list(declaration_of(Child).properties) == ["a", "b", "c"]
    assert declaration_of(Child).required == {"a", "c"}
    child = Child(a="x", b=5, c="y")
    assert type(child.b) is IntSchema
    assert child.a == "x"
    assert isinstance(child, Parent)
    with pytest.raises(ApiTypeError, match=r"\['a', 'c'\]"):
        Child({})
    with pytest.raises(ApiValueError, match="number of properties"):
        Child(a="x", b=5, c="y", d=1)


def test_the_parent_stays_as_it_is():
    """What a derived class adds is no business of the parent."""
    assert list(declaration_of(Parent).properties) == ["a", "b"]
    assert type(Parent(a="x", b="y").b) is StrSchema


def test_two_parents_add_up():
    """A class may derive from two others."""

    class Other(DictSchema):
        z = required(NumberSchema)

    class Both(Parent, Other):
        pass

    assert declaration_of(Both).required == {"a", "z"}
    assert Both(a="x", z=1).z == 1


def test_a_derived_class_may_make_optional_what_its_parent_requires():
    """The later declaration of a name says all there is to say about it."""

    class Lenient(Parent):
        a = optional(NumberSchema)

    assert type(Lenient(a=1).a) is NumberSchema
    assert Lenient({}) == {}


class Report(Task):
    """A model with methods of its own."""

    limit = 3

    @property
    def is_done(self) -> bool:
        """Whether the work is done."""
        return self.state is Task.State.DONE

    def shortened(self) -> str:
        """The first characters of the identifier."""
        return str(self.id)[: self.limit]

    @classmethod
    def named(cls, name: str) -> Report:
        """A report of that name."""
        return cls(id=name)

    @staticmethod
    def twice(number: int) -> int:
        """Twice as much."""
        return 2 * number


def test_a_model_may_have_methods_of_its_own():
    """Methods, properties and constants of a class body are what they are in any class."""
    report = Report({"id": "report", "state": "done", "shortened": "undeclared"})
    assert report.is_done is True
    assert report.shortened() == "rep"
    assert report["shortened"] == "undeclared"
    assert type(Report.named("a")) is Report
    assert report.twice(2) == 4
    assert list(declaration_of(Report).properties) == list(declaration_of(Task).properties)
    assert type(pickle.loads(pickle.dumps(report))) is Report


def test_what_a_method_raises_is_not_hidden():
    """An AttributeError inside a property of one's own names what was looked for there."""
    with pytest.raises(AttributeError, match="'id'"):
        Report({}).shortened()


# Enums


def test_enum_members_in_the_body():
    """Each value in the body of an enum is a member, and an attribute of the class."""

    class Direction(EnumBase, StrSchema):
        UP = value("up")
        DOWN = value("down")

    assert declaration_of(Direction).enum == {"up": "UP", "down": "DOWN"}
    assert Direction.UP is Direction("up")
    with pytest.raises(ApiValueError):
        Direction("left")


def test_enums_can_be_extended():
    """A class derived from an enum has the members of its base and its own."""

    class Extended(Task.State):
        ARCHIVED = value("archived")

    assert Extended("archived") is Extended.ARCHIVED
    assert Extended("done") is Extended.DONE
    assert list(declaration_of(Extended).enum or {}) == [*(declaration_of(Task.State).enum or {}), "archived"]


@pytest.mark.parametrize("first", ["base", "derived"])
def test_each_enum_class_has_members_of_its_own(first: str):
    """A member read on a derived class is an instance of that class, whichever class is read first."""

    class Direction(EnumBase, StrSchema):
        UP = value("up")
        DOWN = value("down")

    class Further(Direction):
        LEFT = value("left")

    cls: Any
    for cls in (Direction, Further) if first == "base" else (Further, Direction):
        assert type(cls.UP) is cls
        assert cls.UP is cls("up") is cls.UP
        assert cls("down").UP is cls.UP
    assert Direction.DOWN is not Further.DOWN == "down"


def test_what_is_no_value_of_an_enum_is_told_at_once():
    """A member that no instance could be made of is an error when the class is made."""
    with pytest.raises(TypeError, match="can't be the value of a member"):

        class Odd(EnumBase, StrSchema):  # pyright: ignore[reportUnusedClass]
            NONE = value(object())


# Keywords in the header


def test_keywords_in_the_header_are_those_of_where():
    """A header states limits for the whole class."""

    class Names(ListSchema[StrSchema], max_items=2, min_items=1, unique_items=True):
        """One or two names."""

    assert Names(["a", "b"]) == ("a", "b")
    for wrong in ([], ["a", "b", "c"], ["a", "a"]):
        with pytest.raises(ApiValueError):
            Names(wrong)


def test_unknown_keywords_in_the_header_are_refused():
    """A misspelt keyword names the class and the near one."""
    with pytest.raises(
        TypeError, match=r"Names: 'max_item' is not a keyword of a schema class, did you mean 'max_items'\?"
    ):

        class Names(ListSchema, max_item=2):
            pass


def test_additional_is_a_schema_true_or_false():
    """additional says what undeclared names may hold; False forbids them, True is the default."""

    class Closed(DictSchema, additional=False):
        pass

    class Texts(DictSchema, additional=StrSchema):
        pass

    assert Closed({}) == {}
    with pytest.raises(ApiTypeError):
        Closed({"a": 1})
    assert Texts({"a": "x"}) == {"a": "x"}
    with pytest.raises(ApiTypeError):
        Texts({"a": 1})
    assert DictSchema.where(additional=True)({"a": 1}) == {"a": 1}


# Names for what has none


def test_nameless_classes_are_named_after_their_place():
    """A class made in an expression has the name of the property it is declared for, and is found there."""
    items = declaration_of(Task).properties["errorHistory"].schema
    assert items.__name__ == "errorHistory"
    assert items.__qualname__ == "Task.MetaOapg.properties.errorHistory"
    assert items is Task.MetaOapg.properties.errorHistory
    assert items.__module__ == "flat_api.model.task"


@pytest.mark.parametrize(
    "data",
    [{"lists": [["a"], []]}, {"maps": {"a": {"b": 1}}}, {"either": ["a"]}, {"either": {"a": 1}}, {"a.b": "x"}],
    ids=repr,
)
def test_nameless_classes_can_be_pickled_at_any_depth(data: Any):
    """An instance of a class without a name, inside another one, is pickled and comes back."""
    instance = Nested(data)
    restored = pickle.loads(pickle.dumps(instance))
    assert restored == instance
    assert [type(item) for item in restored.values()] == [type(item) for item in instance.values()]


def test_classes_describe_themselves():
    """The docstring of a class is its own; help() shows the constructor."""
    assert Task.__doc__ == "An asynchronous task"
    assert inspect.getdoc(Parent) == "A class to derive from."
    assert declaration_of(Parent).description == "A class to derive from."


def test_only_the_first_paragraph_is_the_description():
    """Further paragraphs of a docstring are for readers of the code."""

    class Documented(DictSchema):
        """What it is.

        And more about it.
        """

    assert declaration_of(Documented).description == "What it is."


@pytest.mark.parametrize(
    "cls", [StrSchema, DictSchema, ListSchema, NumberSchema, schemas.AnyTypeSchema, list_of(StrSchema)]
)
def test_classes_of_the_runtime_have_no_description(cls: Any):
    """What StrSchema says of itself is not what a property of that class is about."""
    assert declaration_of(cls).description == ""
    assert optional(cls).description == ""
