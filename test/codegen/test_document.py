"""Documents as facts: the normal form, and what is refused."""

from __future__ import annotations

import typing

import pytest

from flat_api.codegen import DocumentError, api_of_document, facts_of_document

from .odd import document, ref

Json = typing.Any


def facts(schema: Json, **others: Json) -> Json:
    """The facts of one schema, in a document with *others*."""
    return facts_of_document(document({"A": schema, **others}))["A"]


@pytest.mark.parametrize(
    ("broken", "place", "message"),
    [
        ({"type": "text"}, "#/components/schemas/A/type", "'text' is not one of string, number, integer, boolean"),
        ({"type": ["string", "null"]}, "#/components/schemas/A/type", "null is allowed with nullable: true"),
        ([], "#/components/schemas/A", "an object is wanted, not []"),
        ({"properties": []}, "#/components/schemas/A/properties", "an object is wanted, not []"),
        ({"properties": {"a/b": 1}}, "#/components/schemas/A/properties/a~1b", "an object is wanted, not 1"),
        ({"required": "a"}, "#/components/schemas/A/required", "a list is wanted, not 'a'"),
        ({"required": [1]}, "#/components/schemas/A/required/0", "a string is wanted, not 1"),
        ({"enum": []}, "#/components/schemas/A/enum", "at least one value is wanted"),
        ({"enum": "a"}, "#/components/schemas/A/enum", "a list is wanted, not 'a'"),
        ({"type": "string", "nullable": "yes"}, "#/components/schemas/A/nullable", "true or false is wanted"),
        ({"type": "string", "maxLength": -1}, "#/components/schemas/A/maxLength", "a count is wanted, not -1"),
        ({"type": "number", "minimum": "1"}, "#/components/schemas/A/minimum", "a number is wanted, not '1'"),
        ({"type": "number", "minimum": float("inf")}, "#/components/schemas/A/minimum", "a number is wanted, not inf"),
        ({"enum": [{"a": [float("inf")]}]}, "#/components/schemas/A/enum", "finite numbers are wanted"),
        ({"type": "number", "minimum": True}, "#/components/schemas/A/minimum", "a number is wanted, not True"),
        ({"type": "number", "exclusiveMinimum": 3}, "#/components/schemas/A/exclusiveMinimum", "true or false"),
        ({"allOf": {}}, "#/components/schemas/A/allOf", "a list is wanted, not {}"),
        ({"oneOf": [{"type": "x"}]}, "#/components/schemas/A/oneOf/0/type", "'x' is not one of"),
        ({"items": 1, "type": "array"}, "#/components/schemas/A/items", "an object is wanted, not 1"),
        ({"description": 1}, "#/components/schemas/A/description", "a string is wanted, not 1"),
        ({"$ref": 1}, "#/components/schemas/A/$ref", "a string is wanted, not 1"),
        (ref("B"), "#/components/schemas/A/$ref", "where there is nothing"),
        ({"$ref": "other.yaml#/B"}, "#/components/schemas/A/$ref", "another file: put all schemas into one document"),
        ({"items": {"$ref": "#/info/title"}}, "#/info/title", "an object is wanted, not 'Odd'"),
        ({"discriminator": "kind"}, "#/components/schemas/A/discriminator", "an object is wanted, not 'kind'"),
        ({"discriminator": {}}, "#/components/schemas/A/discriminator/propertyName", "a string is wanted, not None"),
        (
            {"discriminator": {"propertyName": "k", "mapping": {"x": "B"}}},
            "#/components/schemas/A/discriminator/mapping/x",
            "points at '#/components/schemas/B', where there is nothing",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place(broken: Json, place: str, message: str):
    """The error names a JSON pointer, what is there, and what is wanted."""
    with pytest.raises(DocumentError) as caught:
        facts(broken)
    assert caught.value.place == place
    assert message in caught.value.message


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        ([], "#/openapi: expected a version of OpenAPI 3.0 or 3.1, got None"),
        ({"swagger": "2.0"}, "#/openapi: expected a version of OpenAPI 3.0 or 3.1, got None"),
        ({"openapi": "3.2.0"}, "#/openapi: expected a version of OpenAPI 3.0 or 3.1, got '3.2.0'"),
        ({"openapi": "3.0.3"}, "#/components/schemas: an object with the schemas of the API is wanted"),
        ({"openapi": "3.0.3", "components": {"schemas": []}}, "#/components/schemas: an object"),
    ],
)
def test_what_is_no_document_of_a_known_version_is_refused(broken: Json, message: str):
    """Newer and older versions say other things with the same words."""
    with pytest.raises(DocumentError, match=message):
        facts_of_document(broken)


def test_a_schema_that_is_nothing_but_a_reference_to_itself_is_refused():
    """There is no schema to be found behind it."""
    from flat_api.codegen._plan import Plan

    components = facts_of_document(document({"A": ref("B"), "B": {"allOf": [ref("A")]}}))
    with pytest.raises(DocumentError, match="only leads back to itself"):
        Plan(components, "..schemas")


@pytest.mark.parametrize(
    ("schema", "wanted"),
    [
        ({}, {}),
        ({"x-vendor": 1, "example": 2, "default": 3, "deprecated": True}, {}),
        ({"type": "string", "format": "email", "minimum": 3}, {"type": "string"}),
        ({"type": "boolean", "default": False}, {"type": "boolean", "default": False}),
        ({"type": "integer", "default": 0}, {"type": "integer", "default": 0}),
        ({"type": "string", "enum": ["a"], "default": "a"}, {"type": "string", "enum": ["a"], "default": "a"}),
        ({"type": "string", "default": 1}, {"type": "string"}),
        ({"type": "integer", "default": True}, {"type": "integer"}),
        ({"type": "number", "default": float("inf")}, {"type": "number"}),
        ({"type": "array", "default": []}, {"type": "array"}),
        ({"type": "string", "default": None}, {"type": "string"}),
        ({"type": "string", "format": "date"}, {"type": "string", "format": "date"}),
        ({"type": "object", "additionalProperties": True}, {"type": "object"}),
        ({"type": "object", "additionalProperties": {}}, {"type": "object"}),
        ({"type": "object", "additionalProperties": False}, {"type": "object", "additionalProperties": False}),
        ({"type": "array", "items": {}}, {"type": "array"}),
        ({"type": "array", "uniqueItems": False}, {"type": "array"}),
        ({"nullable": True}, {}),
        ({"type": "number", "minimum": 1, "exclusiveMinimum": True}, {"type": "number", "exclusiveMinimum": 1}),
        ({"type": "number", "minimum": 1, "exclusiveMinimum": False}, {"type": "number", "minimum": 1}),
        ({"type": "string", "pattern": "(?<x>a)"}, {"type": "string", "pattern": ["(?<x>a)"]}),
        ({"type": "string", "maxLength": 3.0}, {"type": "string", "maxLength": 3}),
        ({"allOf": [ref("B")]}, {"ref": "B"}),
        ({"allOf": [ref("B")], "description": " x "}, {"ref": "B", "description": "x"}),
        ({"$ref": "#/components/schemas/B", "description": "passed over"}, {"ref": "B"}),
        ({"enum": ["a", "a", None]}, {"type": "string", "nullable": True, "enum": ["a", None]}),
        ({"enum": [None, 1]}, {"type": "number", "nullable": True, "enum": [1, None]}),
        ({"type": "string", "enum": ["a", 1, None]}, {"type": "string", "enum": ["a"]}),
        (
            {"type": "string", "nullable": True, "enum": ["a"]},
            {"type": "string", "nullable": True, "enum": ["a", None]},
        ),
        ({"type": "string", "enum": [1]}, {"not": {}}),
        ({"enum": [1, "a"]}, {"enum": [1, "a"]}),
        (
            {"type": "object", "required": ["a"], "additionalProperties": False},
            {"type": "object", "properties": {"a": {"not": {}}}, "required": ["a"], "additionalProperties": False},
        ),
        (
            {"required": ["b", "a"], "properties": {"a": {"type": "string"}}},
            {"properties": {"a": {"type": "string"}, "b": {}}, "required": ["a", "b"]},
        ),
    ],
)
def test_schemas_that_mean_the_same_have_the_same_facts(schema: Json, wanted: Json):
    """Facts say what is valid, once and in one way."""
    assert facts(schema, B={"type": "string"}) == wanted


def test_a_discriminator_knows_every_schema_that_a_value_can_name():
    """Values are named in its mapping, by the branches beside it, and by the schemas that extend the one it is in."""
    schemas = {
        "A": {"type": "object", "discriminator": {"propertyName": "k", "mapping": {"bee": "B"}}},
        "B": {"allOf": [ref("A"), {"type": "object"}]},
        "C": {"allOf": [ref("B"), {"type": "object"}]},
        "D": {"oneOf": [ref("B"), ref("C")], "discriminator": {"propertyName": "k"}},
    }
    found = facts_of_document(document(schemas))
    assert found["A"]["discriminator"]["mapping"] == {"B": {"ref": "B"}, "C": {"ref": "C"}, "bee": {"ref": "B"}}
    assert found["D"]["discriminator"]["mapping"] == {"B": {"ref": "B"}, "C": {"ref": "C"}}


def test_a_pointer_into_a_schema_is_read_in_place():
    """`#/components/schemas/B/properties/b` stands for what is there."""
    schema = {"$ref": "#/components/schemas/B/properties/x%20y~1z"}
    other = {"type": "object", "properties": {"x y/z": {"type": "string", "maxLength": 3}}}
    assert facts(schema, B=other) == {"type": "string", "maxLength": 3}


def test_a_part_that_contains_itself_becomes_a_component():
    """A pointer into a schema that would never end is read as a reference to a component made for it."""
    part = {"type": "array", "items": {"$ref": "#/components/schemas/A/properties/rows"}}
    found = facts_of_document(document({"A": {"type": "object", "properties": {"rows": part}}}))
    assert found["A"]["properties"]["rows"] == {"type": "array", "items": {"ref": "ARows"}}
    assert found["ARows"] == {"type": "array", "items": {"ref": "ARows"}}


def test_null_that_an_enum_lacks_is_accepted_and_noted_once():
    """`nullable: true` is believed beside values without null; one note says so, however many enums are like that."""
    lacking = {"type": "string", "nullable": True, "enum": ["a"]}
    inside = {"type": "object", "properties": {"b": lacking, "c": {"type": "array", "items": lacking}}}
    api = api_of_document(document({"A": lacking, "B": inside, "C": {**lacking, "enum": ["a", None]}}))
    assert api.components["A"]["enum"] == api.components["B"]["properties"]["b"]["enum"] == ["a", None]
    assert api.notes == (
        "#/components/schemas/A/enum: null is not among the values, but nullable allows it: it is accepted "
        "(and at 2 other places)",
    )


@pytest.mark.parametrize("pattern", ["(", "[b-a]", "a{2,1}", "(?<x>a)(?<x>b)", "x" * 5000 + "("])
def test_a_pattern_that_can_not_be_used_is_left_out_and_noted(pattern: str):
    """What is no expression of ECMA 262 costs its own rule only, not the document."""
    broken = {"type": "string", "minLength": 1, "pattern": pattern}
    api = api_of_document(document({"A": broken, "B": {"type": "array", "items": broken}}))
    assert api.components["A"] == api.components["B"]["items"] == {"type": "string", "minLength": 1}
    (note,) = api.notes
    assert note.startswith("#/components/schemas/A/pattern: the pattern ")
    assert note.endswith("; it is left out (and at 1 other place)")
    assert len(note) < 2000
