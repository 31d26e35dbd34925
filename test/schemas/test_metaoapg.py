"""The nested ``MetaOapg`` protocol: classes as the earlier generator printed them, and its view of classes of ours."""

from __future__ import annotations

import pickle
import typing

import pytest
from hypothesis import given

from flat_api import schemas
from flat_api.exceptions import ApiTypeError, ApiValueError
from flat_api.model.task import Task
from flat_api.schemas import DictSchema, NumberSchema, StrSchema, list_of, map_of, one_of, optional, ref, required

from .. import strategies
from .roads import outcome, takes_fast_road, tree

Any = typing.Any


class Person(schemas.DictSchema):
    """A model as the earlier generator printed one, with everything that it printed around the declarations."""

    class MetaOapg:
        required: typing.ClassVar = {"name"}

        class properties:
            name = schemas.StrSchema

            class mood(schemas.EnumBase, schemas.StrSchema):
                class MetaOapg:
                    enum_value_to_name: typing.ClassVar = {"good": "GOOD", "so-so": "SO_SO"}

                @schemas.classproperty
                def GOOD(cls) -> Any:
                    return cls("good")

                @schemas.classproperty
                def SO_SO(cls) -> Any:
                    return cls("so-so")

            class nickname(schemas.StrBase, schemas.NoneBase, schemas.Schema, schemas.NoneStrMixin):
                class MetaOapg:
                    max_length = 5

                def __new__(cls, *_args: Any, _configuration: Any = None) -> Any:
                    return super().__new__(cls, *_args, _configuration=_configuration)

            class friends(schemas.ListSchema):
                class MetaOapg:
                    @staticmethod
                    def items() -> Any:
                        return Person

                    max_items = 2

                def __new__(cls, _arg: Any, _configuration: Any = None) -> Any:
                    return super().__new__(cls, _arg, _configuration=_configuration)

                def __getitem__(self, i: int) -> Any:
                    return super().__getitem__(i)

            @staticmethod
            def boss() -> Any:
                return Person

            data = schemas.DictSchema
            __annotations__ = {
                "name": name,
                "mood": mood,
                "nickname": nickname,
                "friends": friends,
                "boss": boss.__func__ if isinstance(boss, staticmethod) else boss,
                "data": data,
                "the class": schemas.StrSchema,
            }

        @staticmethod
        def additional_properties() -> Any:
            return schemas.NumberSchema

    name: MetaOapg.properties.name

    def __getitem__(self, name: str) -> Any:
        return super().__getitem__(name)

    def get_item_oapg(self, name: str) -> Any:
        return super().get_item_oapg(name)

    def __new__(
        cls,
        *_args: Any,
        name: Any = schemas.unset,
        mood: Any = schemas.unset,
        _configuration: Any = None,
        **kwargs: Any,
    ) -> Any:
        return super().__new__(cls, *_args, name=name, mood=mood, _configuration=_configuration, **kwargs)


class Shouting(schemas.StrSchema):
    """A class whose constructor does more than hand its argument on."""

    class MetaOapg:
        max_length = 10

    def __new__(cls, text: str, **kwargs: Any) -> Any:
        return super().__new__(cls, text.upper(), **kwargs)


class WithRequired(schemas.DictSchema):
    """A model whose names are keyword-only parameters without default, as those of required properties were."""

    class MetaOapg:
        required: typing.ClassVar = {"a"}

        class properties:
            a = schemas.StrSchema
            __annotations__ = {"a": a}

    def __new__(cls, *_args: Any, a: Any, _configuration: Any = None, **kwargs: Any) -> Any:
        return super().__new__(cls, *_args, a=a, _configuration=_configuration, **kwargs)


class Shape(schemas.ComposedSchema):
    """A composition as the earlier generator printed one."""

    class MetaOapg:
        class one_of_1(schemas.DictSchema):
            class MetaOapg:
                required: typing.ClassVar = {"radius"}

                class properties:
                    radius = schemas.NumberSchema
                    __annotations__ = {"radius": radius}

        @classmethod
        def one_of(cls) -> list[Any]:
            return [Person, cls.one_of_1]

        @staticmethod
        def discriminator() -> Any:
            return {"shape": {"circle": Shape.MetaOapg.one_of_1, "person": Person}}


def person(**changes: Any) -> Any:
    """A Person with everything."""
    data = {
        "name": "Ann",
        "mood": "so-so",
        "nickname": None,
        "friends": [{"name": "Bob"}],
        "boss": {"name": "Cid", "boss": {"name": "Dan"}},
        "data": {"free": [1]},
        "the class": "first",
        "age": 5,
    }
    return Person(**{**data, **changes})


# Old classes


def test_old_classes_are_read():
    """Properties, references, nullable and nested classes of an old class are what they were."""
    found = person()
    assert type(found) is Person
    assert type(found["name"]) is StrSchema
    assert found["mood"] is Person.MetaOapg.properties.mood.SO_SO
    assert found["mood"] == "so-so"
    assert found["nickname"].is_none_oapg()
    assert isinstance(found["friends"][0], Person)
    assert isinstance(found["boss"]["boss"], Person)
    assert type(found["age"]) is NumberSchema
    assert found["data"]["free"][0] == 1
    assert found.get_item_oapg("the class") == found["the class"] == "first"


def test_old_classes_have_attributes_too():
    """Every present key is an attribute, whatever notation declared it."""
    found = person()
    assert found.name == "Ann"
    assert found.boss.boss.name == "Dan"
    assert found.age == 5
    assert not hasattr(found.boss, "mood")


@pytest.mark.parametrize(
    ("changes", "kind", "path"),
    [
        ({"name": 5}, "type", ("name",)),
        ({"mood": "bad"}, "enum", ("mood",)),
        ({"nickname": "too long"}, "maxLength", ("nickname",)),
        ({"nickname": 5}, "type", ("nickname",)),
        ({"friends": [{"name": "x"}] * 3}, "maxItems", ("friends",)),
        ({"friends": [{}]}, "required", ("friends", 0)),
        ({"boss": {"name": 5}}, "type", ("boss", "name")),
        ({"age": "5"}, "type", ("age",)),
        ({"name": schemas.unset}, "required", ()),
    ],
)
def test_old_classes_refuse_what_they_refused(changes: Any, kind: str, path: Any):
    """Every word of an old class counts."""
    with pytest.raises((ApiTypeError, ApiValueError)) as caught:
        person(**changes)
    assert [(problem.kind, problem.path) for problem in caught.value.problems] == [(kind, ("args[0]", *path))]


def test_old_classes_take_the_fast_road():
    """A constructor that only hands its arguments on is not run, and the converter is compiled as for any class."""
    assert takes_fast_road(Person, {"name": "Ann", "friends": [{"name": "Bob"}], "nickname": None, "data": {}})


def test_constructors_that_do_more_are_run():
    """A ``__new__`` with a mind of its own is called by the constructor, and not by the server's."""
    assert Shouting("hello") == "HELLO"
    assert type(Shouting("hello")) is Shouting
    assert Shouting.from_openapi_data_oapg("hello") == "hello"
    with pytest.raises(ApiValueError):
        Shouting("hello world")
    assert schemas.list_of(Shouting)(["quiet"]) == ("quiet",)


def test_classes_derived_from_such_a_class_can_be_made():
    """The constructor is inherited, and may be overridden once more."""

    class Louder(Shouting):
        def __new__(cls, text: str, **kwargs: Any) -> Any:
            return super().__new__(cls, text + "!", **kwargs)

    assert Louder("hi") == "HI!"
    assert type(Louder("hi")) is Louder


def test_required_names_may_come_in_a_mapping():
    """``Model({...})`` works for models with required names."""
    assert WithRequired({"a": "x"}) == WithRequired(a="x") == {"a": "x"}
    with pytest.raises(TypeError):
        WithRequired(b=1)


def test_old_compositions_are_read():
    """one_of as a class method and discriminator as a static method are called when they are needed."""
    circle = Shape({"shape": "circle", "radius": 2})
    assert isinstance(circle, Shape.MetaOapg.one_of_1)
    assert type(circle["radius"]) is NumberSchema
    with pytest.raises(ApiTypeError, match="missing 1 required argument"):
        Shape({"shape": "circle"})


def test_a_metaoapg_class_replaces_what_its_parent_declares():
    """A nested MetaOapg is the whole truth about its class, as it always was."""

    class Stranger(Person):
        class MetaOapg:
            class properties:
                height = schemas.NumberSchema
                __annotations__ = {"height": height}

    assert Stranger(height=2) == {"height": 2}
    assert list(schemas.declaration_of(Stranger).properties) == ["height"]


def test_classes_of_bases_alone_work():
    """A class of building blocks, with a MetaOapg or without, is a schema class."""

    class Anything(schemas.DictBase, schemas.Schema, schemas.FrozenDictMixin):
        pass

    class Either(schemas.NumberBase, schemas.NoneBase, schemas.Schema, schemas.NoneDecimalMixin):
        pass

    assert Anything({"a": [1]}) == {"a": (1,)}
    assert isinstance(Anything({"a": 1}), Anything)
    assert Either(5).as_int == 5
    assert Either(None).is_none()


def test_instances_of_old_classes_are_pickled():
    """Nested classes are found again by their names."""
    found = person()
    assert tree(pickle.loads(pickle.dumps(found))) == tree(found)


# The view of our classes


def test_our_classes_show_the_protocol():
    """What an old program reads on Task is there."""
    assert Task.MetaOapg.properties.state is Task.State
    assert Task.MetaOapg.properties.state.DONE is Task.State.DONE
    assert Task.MetaOapg.properties.state.MetaOapg.enum_value_to_name == {
        "created": "CREATED",
        "doing": "DOING",
        "done": "DONE",
        "canceled": "CANCELED",
        "error": "ERROR",
    }
    assert Task.MetaOapg.properties.progress.MetaOapg.properties.percent is NumberSchema
    assert Task.MetaOapg.properties.errorHistory.MetaOapg.items is StrSchema
    assert list(Task.MetaOapg.properties.__annotations__) == list(schemas.declaration_of(Task).properties)
    assert Task.MetaOapg.properties.__annotations__["creationDate"] is schemas.DateTimeSchema
    assert not hasattr(Task.MetaOapg, "required")


def test_the_view_is_one_class():
    """It is made when it is first looked at, and stays the same."""
    assert Task.MetaOapg is Task.MetaOapg
    assert Task.MetaOapg.__qualname__ == "Task.MetaOapg"
    assert Task.MetaOapg.properties.__qualname__ == "Task.MetaOapg.properties"


def test_limits_are_shown_under_their_old_names():
    """maximum is inclusive_maximum, pattern a list of patterns, and so on."""
    number: Any = NumberSchema.where(maximum=5, minimum=1, exclusive_maximum=6, exclusive_minimum=0, multiple_of=1)
    meta = number.MetaOapg
    assert (meta.inclusive_maximum, meta.inclusive_minimum) == (5, 1)
    assert (meta.exclusive_maximum, meta.exclusive_minimum, meta.multiple_of) == (6, 0, 1)
    text: Any = StrSchema.where(max_length=5, min_length=1, pattern="^a")
    assert (text.MetaOapg.max_length, text.MetaOapg.min_length) == (5, 1)
    assert text.MetaOapg.regex[0]["pattern"] == "^a"
    array: Any = list_of(StrSchema, max_items=5, min_items=1, unique_items=True)
    assert (array.MetaOapg.max_items, array.MetaOapg.min_items, array.MetaOapg.unique_items) == (5, 1, True)


def test_objects_show_what_they_require_and_what_else_they_hold():
    """required is a set of names, additional_properties a class."""

    class Model(DictSchema, additional=StrSchema):
        a = required(StrSchema)
        b = optional(StrSchema)

    assert Model.MetaOapg.required == {"a"}
    assert Model.MetaOapg.additional_properties is StrSchema
    closed: Any = DictSchema.where(additional=False)
    assert schemas.declaration_of(closed).additional is schemas.NotAnyTypeSchema


def test_references_are_shown_as_functions():
    """A class that is referred to is a function to be called, as the generator printed it."""

    class Model(DictSchema):
        later = optional(ref("Person"))
        many = optional(list_of(ref("Person")))
        task = optional(Task)

    assert Model.MetaOapg.properties.later() is Person
    assert Model.MetaOapg.properties.task() is Task
    assert Model.MetaOapg.properties.many.MetaOapg.items() is Person


def test_compositions_are_shown_as_functions():
    """one_of is a function that returns the classes."""
    assert one_of(StrSchema, NumberSchema).MetaOapg.one_of() == [StrSchema, NumberSchema]


def test_maps_show_the_class_of_their_values():
    """additional_properties of map_of(X) is X."""
    numbers: Any = map_of(NumberSchema)
    assert numbers.MetaOapg.additional_properties is NumberSchema


@given(strategies.task_payloads)
def test_a_class_with_the_view_of_another_takes_the_same(payload: Any):
    """What the view says is enough to declare an equal class."""
    copied: Any = type(schemas.Schema)("Task", (DictSchema,), {"MetaOapg": Task.MetaOapg})
    assert outcome(lambda: copied(payload))[1:] == outcome(lambda: Task(payload))[1:]


def test_a_property_that_is_any_schema_accepts_anything():
    """The earlier generator printed `Schema` for a property that the document says nothing about."""

    class Loose(schemas.DictSchema):
        class MetaOapg:
            class properties:
                any = schemas.Schema
                count = schemas.IntSchema
                __annotations__ = {"any": any, "count": count}

    for data in ("text", 5, 1.5, True, None, [1, {"a": 2}], {"a": [None]}):
        found = Loose(any=data, count=1)
        assert found.to_dict(mode="json") == {"any": data, "count": 1}
        assert isinstance(found.any, schemas.Schema)
        assert Loose.from_openapi_data_oapg({"any": data, "count": 1}) == found
    for wrong in ({"any": "text", "count": "1"}, {"count": "1"}):
        with pytest.raises(ApiTypeError) as caught:
            Loose(wrong)
        assert [problem.path for problem in caught.value.problems] == [("args[0]", "count")]
