"""Samples: valid for any schema, the same for the same seed."""

import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flat_api.operations._catalogue import operations
from flat_api.reference._models import all_models
from flat_api.samples import NoSampleError, sample
from flat_api.samples._patterns import matching
from flat_api.schemas import (
    BoolSchema,
    DateSchema,
    DateTimeSchema,
    DecimalSchema,
    DictSchema,
    EnumBase,
    IntSchema,
    NoneSchema,
    NumberSchema,
    StrSchema,
    UUIDSchema,
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

SEEDS = 5


class Tree(DictSchema):
    """Contains itself, and must."""

    name = required(StrSchema)
    children = required(list_of(ref("Tree")))
    parent = optional(ref("Tree"))


class Colour(EnumBase, StrSchema):
    RED = value("red")
    GREEN = value("green")


class Cat(DictSchema):
    kind = required(StrSchema)
    claws = required(IntSchema.where(minimum=1, maximum=20))


class Lives(DictSchema):
    lives = required(IntSchema.where(minimum=1, maximum=9))


class Dog(DictSchema):
    kind = required(StrSchema)
    barks = required(BoolSchema)


ODD = {
    "exclusive limits": NumberSchema.where(exclusive_minimum=0, exclusive_maximum=1),
    "a step": NumberSchema.where(multiple_of=7, minimum=50, maximum=60),
    "a small step": NumberSchema.where(multiple_of=0.25, minimum=1.1, maximum=1.3),
    "a negative range": IntSchema.where(minimum=-20, maximum=-10),
    "only a maximum": IntSchema.where(maximum=-1000),
    "a length": StrSchema.where(min_length=200, max_length=210),
    "a short length": StrSchema.where(max_length=2),
    "a pattern with a length": StrSchema.where(pattern="^[a-z]+$", min_length=5, max_length=6),
    "a pattern with groups": StrSchema.where(pattern=r"^(a|b)\1-(?:x{3}|[^y]\d)\.$"),
    "different items": list_of(Colour, min_items=2, unique_items=True),
    "many items": list_of(StrSchema, min_items=7),
    "few items": list_of(StrSchema, max_items=1),
    "members": map_of(IntSchema, min_properties=3),
    "one of": one_of(StrSchema, IntSchema),
    "any of": any_of(Cat, Dog),
    "all of": all_of(Cat, Lives),
    "null": NoneSchema,
    "perhaps null": nullable(Colour),
    "a date": DateSchema,
    "a time": DateTimeSchema,
    "a number in a text": DecimalSchema,
    "a uuid": UUIDSchema,
    "itself": Tree,
}


def accepted(schema, seed):
    made = sample(schema, seed)
    schema.from_openapi_data_oapg(made)
    return json.loads(json.dumps(made, allow_nan=False)) == made


@pytest.mark.parametrize("cls", all_models(), ids=lambda cls: cls.__name__)
def test_every_model_has_samples(cls):
    """For each model there are samples that it takes, made of plain JSON data."""
    assert all(accepted(cls, seed) for seed in range(SEEDS))


@pytest.mark.parametrize("name", ODD)
def test_odd_schemas_have_samples(name):
    """Limits, patterns, compositions, and classes that contain themselves."""
    assert all(accepted(ODD[name], seed) for seed in range(SEEDS))


def test_every_answer_has_samples():
    """The answers of all operations with a body in JSON, lists and numbers among them."""
    declared = [listed.operation for listed in operations()]
    returned = [operation.returns for operation in declared if operation.returns and not operation.is_download]
    assert len(returned) > 60
    assert all(accepted(schema, "a") for schema in returned)


def test_objects_are_whole():
    """All optional properties are there, but for those that have had another type in another version of the API."""
    lacking = set()
    for cls in all_models():
        made = sample(cls, "whole")
        if isinstance(made, dict):
            lacking |= declaration_of(cls).properties.keys() - made.keys()
    assert lacking == {"htmlWidth", "htmlHeight", "usedBy"}


def test_equal_seeds_give_equal_samples():
    """The same seed, the same sample; another one, another."""
    assert sample(Tree, "a") == sample(Tree, "a")
    assert sample(UUIDSchema, "a") != sample(UUIDSchema, "b")


def test_what_nothing_satisfies_is_told():
    """A schema that takes nothing has no sample."""
    with pytest.raises(NoSampleError):
        sample(IntSchema.where(minimum=2, maximum=1))


@given(
    st.sampled_from(
        ["^[a-f0-9]{128}$", "^[a-zA-Z0-9]{1,30}$", r"^[A-Za-z0-9\-_.]+$", r"\w\s\W\S\D", "a|bc|", "(?i)x?y*z+?"]
    ),
    st.integers(),
)
def test_texts_match_their_pattern(pattern, seed):
    """What is made for a pattern is found by it."""
    import re

    assert re.search(pattern, matching(pattern, 0, random.Random(seed)))
