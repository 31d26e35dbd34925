"""What a body may have in the plain form: what is declared, and what is meant to be there all the same."""

from __future__ import annotations

import types
import typing

import pytest

from flat_api.exceptions import ApiTypeError, ApiValueError
from flat_api.operations import Keywords, post
from flat_api.operations._strict_bodies import strict_body, undeclared
from flat_api.schemas import (
    AnyTypeSchema,
    ComposedBase,
    DictSchema,
    IntSchema,
    ListSchema,
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
    unset,
)

from ..scaling import assert_linear

BEGIN = "args[0]"


class Place(DictSchema):
    """Where it was recorded"""

    town = optional(StrSchema)
    return_ = optional(StrSchema, "Whom to give it back to", key="return")


class Take(DictSchema):
    """One of several recordings"""

    number = required(IntSchema)
    place = optional(nullable(Place))
    earlier = optional(list_of(ref("Take")))


class Song(DictSchema):
    """A song to send"""

    class Author(DictSchema):
        """Who wrote it"""

        name = optional(StrSchema)

    title = required(StrSchema, "What it is called")
    author = optional(Author)
    place = optional(Place)
    takes = optional(list_of(Take))
    notes = optional(DictSchema, "Whatever one likes")
    anything = optional(AnyTypeSchema)
    lengths = optional(map_of(Place))
    either = optional(one_of(Place, Author, StrSchema))


class LongSong(Song):
    """A song that goes on"""

    minutes = optional(NumberSchema)


class Other(DictSchema):
    """Something else, with the same keys"""

    title = required(StrSchema)
    town = optional(StrSchema)


class Api:
    """Operations that send something; nothing is sent here."""

    sing = post("/songs", "Sing a song.", body=required(Song, "What to sing"), returns=Song)
    hum = post("/hum", "Hum.", body=optional(Song), consumes={"application/json": Song, "text/plain": StrSchema})
    whistle = post("/whistle", "Whistle.", body=optional(StrSchema), consumes=("text/plain",))


def arguments(name: str, **given: typing.Any) -> dict[str, typing.Any]:
    """The arguments of the historic form."""
    return Keywords(getattr(Api, name)).arguments((), given)


def problems(schema: type, value: typing.Any) -> list[tuple[typing.Any, ...]]:
    """The paths of what is not declared, without their beginning."""
    return [problem.path[1:] for problem in undeclared(schema, value)]


def test_a_misspelled_key_is_told_with_the_near_one():
    """It is an ApiTypeError, and names the operation, the class, and what was meant."""
    with pytest.raises(ApiTypeError) as caught:
        arguments("sing", body={"title": "A", "autor": {"name": "B"}})
    assert str(caught.value) == (
        "sing: 'body' (What to sing (Song)): Song has no property 'autor', did you mean 'author'?"
        " at ('args[0]', 'autor')"
    )
    assert [(problem.path, problem.kind) for problem in caught.value.problems] == [
        ((BEGIN, "autor"), "additionalProperties")
    ]


def test_a_key_like_no_other_is_told_with_all_there_are():
    """There is nothing that it could have meant."""
    (problem,) = undeclared(Song.Author, {"xyz": 1})
    assert problem.message == "Author has no property 'xyz'; it has name"


def test_all_mistakes_are_told_at_once():
    """Those of keys along with those of values, in one error."""
    with pytest.raises(ApiTypeError) as caught:
        arguments("sing", body={"titel": "A", "place": {"town": 5, "twon": "B"}})
    found = [(problem.path[1:], problem.kind) for problem in caught.value.problems]
    assert found[:2] == [(("titel",), "additionalProperties"), (("place", "twon"), "additionalProperties")]
    assert {kind for _, kind in found[2:]} == {"required", "type"}


@pytest.mark.parametrize(
    ("body", "paths"),
    [
        ({"title": "A", "author": {"name": "B"}, "takes": [{"number": 1}]}, []),
        ({"author": {"nmae": "B"}}, [("author", "nmae")]),
        ({"takes": [{"number": 1}, {"numbr": 2}]}, [("takes", 1, "numbr")]),
        ({"takes": ({"earlier": [{"earlier": [{"x": 1}]}]},)}, [("takes", 0, "earlier", 0, "earlier", 0, "x")]),
        ({"takes": [{"place": {"twn": "B"}}, {"place": None}]}, [("takes", 0, "place", "twn")]),
        ({"place": {"return_": "B"}}, [("place", "return_")]),
        ({"place": {"return": "B"}}, []),
        ({"notes": {"x": {"y": 1}}, "anything": [{"z": 1}]}, []),
        ({"lengths": {"any key": {"town": "B"}, "other": {"twn": "B"}}}, [("lengths", "other", "twn")]),
        ({"either": {"town": "B", "name": "C"}}, []),
        ({"either": {"twn": "B"}}, [("either", "twn")]),
        ({"either": "B"}, []),
        ({"x": 1, "author": {"y": 2}, "z": 3}, [("x",), ("z",), ("author", "y")]),
        ({5: 1}, []),
        ([{"x": 1}], []),
        ("x", []),
        (None, []),
    ],
)
def test_undeclared_keys_are_found_at_any_depth(body: typing.Any, paths: list[typing.Any]):
    """In objects, in arrays, in null or an object, in maps; not where anything may be."""
    assert sorted(problems(Song, body), key=str) == sorted(paths, key=str)


def test_instances_are_looked_at_too():
    """A model is open when it is made, and its undeclared keys are no less a mistake when it is sent."""
    song = Song({"title": "A", "autor": "B"})
    with pytest.raises(ApiTypeError, match="no property 'autor'"):
        arguments("sing", body=song)
    right = Song(title="A")
    assert arguments("sing", body=right)["body"] is right


def test_an_instance_of_another_model_is_refused():
    """However well its keys would fit, at any depth; the error names both."""
    with pytest.raises(ApiTypeError, match="expected Song, got an instance of Other at") as caught:
        arguments("sing", body=Other(title="A"))
    assert [(problem.path, problem.kind) for problem in caught.value.problems] == [((BEGIN,), "type")]
    assert problems(Song, {"place": Other(title="A", town="B")}) == [("place",)]
    assert problems(Song, {"takes": [{"number": 1, "place": Other(title="A")}]}) == [("takes", 0, "place")]
    assert problems(Song, {"either": Other(title="A")}) == [("either",)]


def test_instances_of_related_classes_are_welcome():
    """Those of a subclass, of a base, of the same class with limits or with null allowed; and those of no model."""
    assert problems(Song, LongSong(title="A", minutes=3)) == [("minutes",)]
    assert problems(LongSong, Song(title="A")) == []
    assert problems(Song, {"place": Place(town="B"), "author": Song.Author(name="B")}) == []
    assert problems(Song.where(max_properties=3), Song(title="A")) == []
    assert problems(Take, {"place": Place(town="B")}) == []
    assert problems(Song, {"place": Take(number=1, place={"town": "B"}).place}) == []
    assert problems(Song, {"place": DictSchema({"town": "B"}), "either": AnyTypeSchema({"name": "B"})}) == []
    assert problems(Song, {"notes": Other(title="A"), "anything": Other(title="A")}) == []


def test_composed_schemas_declare_together():
    """What any of the schemas of allOf, oneOf or anyOf declares may be there."""
    whole = all_of(Place, Song.Author)
    assert problems(whole, {"town": "B", "name": "C", "x": 1}) == [("x",)]
    assert problems(any_of(whole, Take), {"town": "B", "number": 1, "y": 2}) == [("y",)]
    assert problems(any_of(Place, DictSchema), {"y": 2}) == []
    assert problems(any_of(Place, map_of(Song.Author)), {"y": {"nam": "B"}}) == [("y", "nam")]
    assert problems(list_of(one_of(list_of(Place), Place)), [[{"x": 1}], {"y": 2}]) == [(0, 0, "x"), (1, "y")]


class Pet(DictSchema, discriminator=lambda: {"kind": {"cat": Cat}}):
    """A pet of some kind"""

    kind = required(StrSchema)


class Cat(ComposedBase, DictSchema, all_of=(Pet,)):
    """A cat"""

    lives = optional(IntSchema)


def test_discriminated_schemas_declare_together():
    """The schemas that a discriminator names, each of which refers to the one it is in."""
    assert problems(Pet, {"kind": "cat", "lives": 9, "x": 1}) == [("x",)]


class Tree(ListSchema, items=ref("Tree")):
    """Lists all the way down"""


def test_data_that_hold_themselves_end():
    """What is an error to the schema is none to the search for keys."""
    loop: list[typing.Any] = []
    loop.append(loop)
    assert problems(Tree, loop) == []
    take: dict[str, typing.Any] = {"number": 1, "x": 2}
    take["earlier"] = [take]
    assert problems(Take, take) == [("x",)]
    with pytest.raises((ApiTypeError, ApiValueError)):
        strict_body(Take, take, {})


def test_deep_data_are_no_trouble():
    """Neither to the stack nor to the clock."""

    def make(levels: int) -> dict[str, typing.Any]:
        deep: dict[str, typing.Any] = {"number": 1}
        for _ in range(levels):
            deep = {"earlier": [deep]}
        return {**deep, "x": 1}

    def work(deep: dict[str, typing.Any]) -> None:
        assert problems(Take, deep) == [("x",)]

    assert_linear(work, make, 10_000)


def test_what_is_extra_is_sent():
    """Keys that are not declared, on purpose; they go over those of the body, and what is declared is checked."""
    body = {"title": "A", "place": {"town": "B"}}
    mood = {"mood": {"deep": "blue"}}
    assert arguments("sing", body=body, extra_body=mood)["body"] == {**body, **mood}
    sent = arguments("sing", body=Song(title="A"), extra_body={"title": "B", "place": {"mood": "blue"}})["body"]
    assert (type(sent), sent) == (Song, {"title": "B", "place": {"mood": "blue"}})
    assert arguments("sing", body=body, extra_body=unset) == {"body": body}
    assert arguments("sing", body=body, extra_body={}) == {"body": body}
    assert arguments("hum", extra_body={"title": "A", "mood": "blue"})["body"] == {"title": "A", "mood": "blue"}
    with pytest.raises(ApiTypeError, match="title"):
        arguments("sing", body=body, extra_body={"title": 5})
    with pytest.raises(ApiTypeError, match="no property 'mood'"):
        arguments("sing", body={**body, "mood": 1}, extra_body={"mood": 2})


def test_what_is_extra_is_a_mapping():
    """And so is what it is added to; only a body that is an object has any."""
    frozen = types.MappingProxyType({"title": "A"})
    assert arguments("sing", body=frozen, extra_body=types.MappingProxyType({"x": 1}))["body"] == {"title": "A", "x": 1}
    for given in ({"body": {"title": "A"}, "extra_body": 5}, {"body": 5, "extra_body": {"x": 1}}):
        with pytest.raises(ApiTypeError, match="expected a mapping, got 5"):
            arguments("sing", **given)
    with pytest.raises(ApiTypeError, match="sing needs 'body'"):
        arguments("sing", extra_body={"title": "A"})
    with pytest.raises(ApiTypeError, match="whistle has no parameter 'extra_body'"):
        arguments("whistle", body="la", extra_body={"x": 1})
    with pytest.raises(ApiTypeError):
        arguments("hum", body={"title": "A"}, extra_body={"x": 1}, content_type="text/plain")


def test_a_media_type_that_is_not_declared_is_left_to_the_call():
    """It has no schema, and so nothing that could be undeclared."""
    given = {"content_type": "text/x", "body": {"x": 1}}
    assert arguments("hum", **given) == given
    assert arguments("hum", **given, extra_body={"y": 2}) == {"content_type": "text/x", "body": {"x": 1, "y": 2}}
