"""``allOf`` written out: documents as people write them, and the same ones with nothing composed."""

from __future__ import annotations

import copy
import random
import typing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flat_api.codegen import Api, api_of_document, differences, facts_of_document
from flat_api.codegen._merge import Merger
from flat_api.codegen._normal import bare
from flat_api.codegen._report import drift

from .generated import spec
from .odd import STRING, document, ref
from .test_drift import ADDS

Json = typing.Any


def merged(schema: Json, **others: Json) -> Json:
    """The facts of one schema without ``allOf``, in a document with *others*."""
    components = facts_of_document(document({"A": schema, **others}))
    return bare(Merger(components).component("A"))


INTEGER = {"type": "integer"}
PERSON = {"type": "object", "required": ["name"], "properties": {"name": STRING, "age": INTEGER}}


@pytest.mark.parametrize(
    ("branches", "wanted"),
    [
        ([{"type": "string", "minLength": 1}, {"maxLength": 3}], {"type": "string", "minLength": 1, "maxLength": 3}),
        ([{"type": "string", "maxLength": 5}, {"maxLength": 3}], {"type": "string", "maxLength": 3}),
        ([{"type": "number", "minimum": 1}, {"minimum": 2, "type": "integer"}], {"type": "integer", "minimum": 2}),
        ([{"type": "string", "pattern": "a"}, {"pattern": "b"}], {"type": "string", "pattern": ["a", "b"]}),
        ([{"type": "string", "enum": ["a", "b"]}, {"enum": ["b", "c"]}], {"type": "string", "enum": ["b"]}),
        ([{"type": "string", "enum": ["a"]}, {"type": "string", "enum": ["b"]}], {"not": {}}),
        (
            [{"type": "string", "x-extensible-enum": ["a", "b"]}, {"type": "string", "enum": ["b", "c"]}],
            {"type": "string", "enum": ["b", "c"]},
        ),
        ([{"type": "string"}, {"type": "integer"}], {"not": {}}),
        ([{"type": "string", "nullable": True}, {"type": "string"}], {"type": "string"}),
        ([{"type": "string", "nullable": True}, {}], {"type": "string", "nullable": True}),
        (
            [{"type": "string", "nullable": True}, {"minLength": 1}],
            {"type": "string", "nullable": True, "minLength": 1},
        ),
        ([{"type": "string", "nullable": True, "enum": ["a", None]}, STRING], {"type": "string", "enum": ["a"]}),
        ([STRING, {}], {"type": "string"}),
        ([{"not": {}}, STRING], {"not": {}}),
        ([ref("B"), {"description": "Only that."}], {"ref": "B"}),
        ([ref("B"), ref("B")], {"ref": "B"}),
        (
            [{"type": "array", "items": {"type": "number"}}, {"items": INTEGER, "minItems": 1}],
            {"type": "array", "items": INTEGER, "minItems": 1},
        ),
        (
            [{"type": "object", "properties": {"a": STRING}}, {"required": ["a"], "properties": {"b": INTEGER}}],
            {"type": "object", "properties": {"a": STRING, "b": INTEGER}, "required": ["a"]},
        ),
        (
            [{"type": "object", "properties": {"a": STRING}}, {"properties": {"a": {"maxLength": 2}}}],
            {"type": "object", "properties": {"a": {"type": "string", "maxLength": 2}}},
        ),
        (
            [
                {"type": "object", "properties": {"a": STRING}, "additionalProperties": False},
                {"type": "object", "properties": {"b": STRING}},
            ],
            {
                "type": "object",
                "properties": {"a": STRING, "b": {"not": {}}},
                "additionalProperties": False,
            },
        ),
        (
            [
                {"type": "object", "additionalProperties": {"type": "number"}},
                {"type": "object", "properties": {"b": INTEGER}, "additionalProperties": INTEGER},
            ],
            {"type": "object", "properties": {"b": INTEGER}, "additionalProperties": INTEGER},
        ),
        (
            [ref("Person"), {"type": "object", "properties": {"pet": ref("B")}, "required": ["pet"]}],
            {
                "type": "object",
                "properties": {**PERSON["properties"], "pet": {"ref": "B"}},
                "required": ["name", "pet"],
            },
        ),
        (
            [{"oneOf": [STRING, INTEGER]}, {"description": "x"}, {"maxLength": 2}],
            {"oneOf": [STRING, INTEGER], "maxLength": 2},
        ),
    ],
)
def test_what_the_parts_say_together_is_one_schema(branches: list[Json], wanted: Json):
    """Limits, values, types and properties of all parts; what no value can be is a schema for nothing."""
    assert merged({"allOf": branches}, B=STRING, Person=PERSON) == wanted
    assert merged({"allOf": branches[::-1]}, B=STRING, Person=PERSON).keys() == wanted.keys()


@pytest.mark.parametrize(
    "branches",
    [
        [{"oneOf": [STRING, INTEGER]}, {"oneOf": [STRING, {"type": "boolean"}]}],
        [{"type": "number", "multipleOf": 4}, {"type": "number", "multipleOf": 6}],
        [{"type": "string", "format": "date"}, {"type": "string", "format": "uuid"}],
        [ref("A"), {"type": "object"}],
    ],
)
def test_parts_that_no_single_schema_can_say_stay_parts(branches: list[Json]):
    """Two choices, two formats, a schema that is a part of itself."""
    assert len(merged({"allOf": branches})["allOf"]) == 2


def unflattened(content: Json, seed: int) -> Json:
    """*content* as it might have been written: objects and others in parts, some of these as schemas of their own."""
    dice = random.Random(seed)
    content = copy.deepcopy(content)
    components = content["components"]["schemas"]
    parts: dict[str, Json] = {}

    def split(schema: Json) -> Json:
        if isinstance(schema, list):
            return [split(entry) for entry in schema]
        if not isinstance(schema, dict):
            return schema
        schema = {word: entry if word in ("enum", "required") else split(entry) for word, entry in schema.items()}
        if str(schema.get("$ref")).startswith("#/components/schemas/"):
            return {"allOf": [schema], "description": "Said here."} if dice.random() < 0.3 else schema
        if isinstance(schema.get("properties"), dict) and schema.get("type") == "object" and dice.random() < 0.7:
            return composed(schema)
        if schema.get("type") in ("string", "integer") and "in" not in schema and dice.random() < 0.2:
            return {"allOf": [{"type": schema["type"], "nullable": schema.get("nullable", False)}, schema]}
        return schema

    def composed(schema: Json) -> Json:
        names = list(schema["properties"])
        cut = dice.randrange(len(names) + 1)
        required = schema.get("required", [])
        rest = {word: entry for word, entry in schema.items() if word not in ("properties", "required")}
        if not rest.keys() <= {"type", "description"}:
            return schema
        halves = [
            {
                "type": "object",
                "properties": {name: schema["properties"][name] for name in chosen},
                **({"required": [name for name in required if name in chosen]} if required else {}),
            }
            for chosen in (names[:cut], names[cut:])
        ]
        if dice.random() < 0.5:
            name = f"Part{len(parts)}"
            parts[name] = halves[0]
            halves[0] = ref(name)
        if dice.random() < 0.5:  # the second part stands beside ``allOf``
            return {**rest, **halves[1], "allOf": [halves[0]]}
        return {**rest, "allOf": halves}

    content["components"]["schemas"] = {name: split(schema) for name, schema in components.items()}
    content["paths"] = split(content["paths"])
    content["components"]["schemas"] |= parts
    return content


@settings(max_examples=5, suppress_health_check=list(HealthCheck), deadline=None)
@given(st.integers(0, 10**6))
@pytest.mark.parametrize("version", ["2.18.0", "2.26.2"])
def test_a_document_differs_in_nothing_from_itself_in_parts(version: str, seed: int):
    """However its objects are split into parts, and wherever these stand; what is only a part is no model."""
    flat = spec(version)
    raw = unflattened(flat, seed)
    assert raw != flat
    assert differences(*map(api_of_document, (raw, flat))) == []
    assert differences(*map(api_of_document, (flat, raw))) == []


def test_the_declarations_only_add_to_a_document_in_parts():
    """The document of 2.18.0 as people wrote it, with `allOf`, says nothing that is not declared."""
    found = drift(api_of_document(unflattened(spec("2.18.0"), 1)), "flat_api")
    assert {(entry.effect, entry.wider) for entry in found} == {(ADDS, "declared")}


def test_a_discriminator_of_a_part_is_not_one_of_the_whole():
    """A base tells by it which of those that extend it a value is; in one of these it says nothing."""
    pet = {"type": "object", "properties": {"kind": STRING}, "discriminator": {"propertyName": "kind"}}
    cat = {"allOf": [ref("Pet"), {"properties": {"lives": INTEGER}}]}
    components = facts_of_document(document({"Pet": pet, "Cat": cat}))
    assert components["Pet"]["discriminator"]["mapping"] == {"Cat": {"ref": "Cat"}}
    assert "discriminator" not in Merger(components).component("Cat")


def test_a_part_that_something_else_refers_to_is_a_model():
    """So is one that nothing refers to, in parts or not."""
    part = {"type": "object", "properties": {"a": STRING}}
    whole = {"allOf": [ref("Part"), {"properties": {"b": STRING}}]}
    flat = {"type": "object", "properties": {"a": STRING, "b": STRING}}
    for others, missing in (({}, []), ({"User": {"type": "array", "items": ref("Part")}}, ["Part"])):
        theirs = {"Whole": whole, "Part": part, **others}
        ours = {"Whole": flat, **{name: {"type": "array", "items": part} for name in others}}
        sides = [Api(facts_of_document(document(schemas)), {}, {}) for schemas in (theirs, ours)]
        assert [entry.schema for entry in differences(*sides)] == missing
