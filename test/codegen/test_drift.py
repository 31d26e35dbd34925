"""The drift between a document and declarations."""

from __future__ import annotations

import copy
import typing
from pathlib import Path

import pytest

from flat_api.codegen import Difference, api_of_document, differences, facts_of_document
from flat_api.codegen._report import as_json, drift, table

from .generated import generate, imported, spec, union
from .odd import STRING, document, ref

Json = typing.Any
Said = dict[tuple[str, str], object]
KNOWN_FORMATS = {"date-time", "date", "uuid", "int32", "int64", "float", "double", "binary"}
WORDS = ("minLength", "maxLength", "pattern", "minimum", "maximum", "minItems", "maxItems", "uniqueItems")


def said(schema: Json, path: str = "", found: Said | None = None) -> Said:
    """What a schema of a document says, as one flat table of (path, what) and value."""
    found = {} if found is None else found
    found[path, "type"] = schema.get("$ref", "").rpartition("/")[2] or schema.get("type", "any")
    if schema.get("format") in KNOWN_FORMATS:
        found[path, "format"] = schema["format"]
    found.update({(path, word): schema[word] for word in WORDS if word in schema})
    values = schema.get("enum", schema.get("x-extensible-enum", ()))
    found.update({(path, f"enum value {value}"): True for value in values})
    if values:
        found[path, "enum"] = True
    if "x-extensible-enum" in schema:
        found[path, "extensible"] = True
    if schema.get("nullable"):
        found[path, "nullable"] = True
    if schema.get("additionalProperties") is False:
        found[path, "additionalProperties"] = False
    for key, entry in schema.get("properties", {}).items():
        place = f"{path}.{key}" if path else key
        found[place, "property"] = True
        found[place, "required"] = key in schema.get("required", ())
        said(entry, place, found)
    if "items" in schema:
        said(schema["items"], f"{path}[]", found)
    for index, branch in enumerate(schema.get("anyOf", ())):
        said(branch, f"{path}<anyOf {index}>", found)
    return found


def compared(one: Json, other: Json) -> set[tuple[str, str, str]]:
    """Schema, path and kind of each difference between two documents, found without `flat_api.codegen`."""
    sides = [entry["components"]["schemas"] for entry in (one, other)]
    found = {(name, "", "model") for name in sides[0].keys() ^ sides[1].keys()}
    for name in sides[0].keys() & sides[1].keys():
        found |= {(name, *place) for place in compared_tables(said(sides[0][name]), said(sides[1][name]))}
    return found


def compared_tables(one: Said, other: Said) -> set[tuple[str, str]]:
    """Where two tables differ; what is inside of something that only one has is left out."""
    places = {place for place in one.keys() | other.keys() if one.get(place) != other.get(place)}
    gone = {path for path, what in places if what == "property"}
    retyped = {path for path, what in places if what == "type"} - gone
    whole = {path for path, what in places if what == "enum"}
    kept: set[tuple[str, str]] = set()
    for path, what in places:
        inside = any(path.startswith((f"{other}.", f"{other}[", f"{other}<")) for other in gone | retyped)
        listed = what.startswith("enum value")
        if inside or (path in gone and what != "property") or (path in retyped and what not in ("type", "required")):
            continue
        if not (listed and path in whole):
            kept.add((path, "enum value" if listed else what))
    return kept


def places(found: list[Difference]) -> set[tuple[str, str, str]]:
    """Schema, path and kind of each difference."""
    return {(entry.schema, entry.property, entry.what) for entry in found}


def one(document_schema: Json, declared_schema: Json) -> list[tuple[str, str, str, str]]:
    """The differences between two schemas."""
    schemas = ({"A": entry, "B": STRING, "C": STRING} for entry in (document_schema, declared_schema))
    sides = [facts_of_document(document(entry)) for entry in schemas]
    return [entry[1:] for entry in differences(*sides)]


def test_the_declarations_are_the_union_of_two_versions():
    """The models are those of 2.18.0 and 2.26.2 together: nothing differs."""
    assert drift(api_of_document(union()), "flat_api") == []


def test_against_version_2_24_exactly_what_is_new_is_reported():
    """Another comparison, of the two documents themselves, finds differences in the same places."""
    found = [entry for entry in drift(api_of_document(spec("2.24.0")), "flat_api") if "/" not in entry.schema]
    assert places(found) == compared(spec("2.24.0"), union())
    assert len(found) > 100


def test_drift_is_the_same_from_both_sides():
    """What one side has and the other lacks is the same, seen from the other side."""
    sides = [facts_of_document(spec(version)) for version in ("2.24.0", "2.18.0")]
    turned = {Difference(*entry[:3], entry.declared, entry.document) for entry in differences(*sides[::-1])}
    assert turned == set(differences(*sides))


@pytest.mark.parametrize(
    ("document_schema", "declared_schema", "wanted"),
    [
        (STRING, {"type": "integer"}, [("", "type", "string", "integer")]),
        (ref("B"), STRING, [("", "type", "B", "string")]),
        (ref("B"), ref("C"), [("", "type", "B", "C")]),
        ({}, STRING, [("", "type", "any", "string")]),
        (
            {"type": "number", "minimum": 1},
            {"type": "integer", "minimum": 2},
            [("", "type", "number", "integer"), ("", "minimum", "1", "2")],
        ),
        ({"type": "string", "format": "date"}, STRING, [("", "format", "date", "-")]),
        ({"type": "string", "nullable": True}, STRING, [("", "nullable", "yes", "-")]),
        ({"type": "string", "pattern": "^a"}, {"type": "string", "pattern": "^b"}, [("", "pattern", "^a", "^b")]),
        ({"type": "array", "uniqueItems": True}, {"type": "array"}, [("", "uniqueItems", "yes", "-")]),
        (
            {"type": "string", "enum": ["a", "b"]},
            {"type": "string", "enum": ["b", "c"]},
            [("", "enum value", "a", "-"), ("", "enum value", "-", "c")],
        ),
        ({"enum": [1, True]}, {"enum": [True, 1]}, []),
        (
            {"enum": [1, "x"]},
            {"enum": [None, 1, "y"]},
            [("", "enum value", "x", "-"), ("", "enum value", "-", "y"), ("", "enum value", "-", "null")],
        ),
        ({"type": "string", "enum": ["a", "b"]}, STRING, [("", "enum", "a, b", "-")]),
        (
            {"type": "object", "properties": {"a": STRING}, "required": ["a"]},
            {"type": "object", "properties": {"a": STRING, "b": ref("B")}},
            [("a", "required", "yes", "no"), ("b", "property", "-", "B")],
        ),
        (
            {"type": "object", "properties": {"a": {"type": "array", "items": STRING}}},
            {"type": "object", "properties": {"a": {"type": "array", "items": ref("B")}}},
            [("a[]", "type", "string", "B")],
        ),
        ({"type": "array", "items": STRING}, {"type": "array"}, [("", "items", "string", "any")]),
        (
            {"type": "object", "additionalProperties": False},
            {"type": "object"},
            [("", "additionalProperties", "none", "any")],
        ),
        (
            {"type": "object", "additionalProperties": STRING},
            {"type": "object", "additionalProperties": ref("B")},
            [("{}", "type", "string", "B")],
        ),
        ({"oneOf": [STRING, ref("B")]}, {"oneOf": [STRING, ref("C")]}, [("<oneOf 1>", "type", "B", "C")]),
        ({"anyOf": [ref("B"), ref("C")]}, {"type": "string"}, [("", "type", "any", "string")]),
        ({"oneOf": [ref("B"), ref("C")]}, {}, [("", "oneOf", "B, C", "-")]),
        ({"not": STRING}, {"not": {"type": "integer"}}, [("!", "type", "string", "integer")]),
        (
            {"oneOf": [ref("B"), ref("C")], "discriminator": {"propertyName": "k"}},
            {"oneOf": [ref("B"), ref("C")], "discriminator": {"propertyName": "j", "mapping": {"b": "B"}}},
            [("", "discriminator", "k: B=B, C=C", "j: B=B, C=C, b=B")],
        ),
        ({"description": "x", "type": "string", "default": "y"}, STRING, []),
    ],
)
def test_what_differs_is_named(document_schema: Json, declared_schema: Json, wanted: list[tuple[str, ...]]):
    """Types, formats, limits, names, members and references: each difference is one line with both sides."""
    assert one(document_schema, declared_schema) == wanted


def test_models_that_one_side_lacks_are_named():
    """A schema that is new, and a model that is gone."""
    schemas = ({"New": STRING, "Both": STRING}, {"Both": STRING, "Old": {}})
    sides = [facts_of_document(document(entry)) for entry in schemas]
    assert differences(*sides) == [
        Difference("New", "", "model", "yes", "-"),
        Difference("Old", "", "model", "-", "yes"),
    ]


def test_schemas_are_compared_by_the_names_of_their_classes(tmp_path: Path):
    """A document that calls a schema `line-item` has the model `LineItem`, and so have references to it."""
    content = document({"line-item": STRING, "bill": {"type": "array", "items": ref("line-item")}})
    assert generate(tmp_path, content, "bills") == 0
    with imported(tmp_path, "bills"):
        assert drift(api_of_document(content), "bills") == []
        other = copy.deepcopy(content)
        other["components"]["schemas"]["line-item"]["maxLength"] = 3
        assert drift(api_of_document(other), "bills") == [Difference("LineItem", "", "maxLength", "3", "-")]


def test_the_table_has_a_line_for_each_difference():
    """Columns are as wide as they must be; a long text is cut."""
    found = [Difference("Task", "", "model", "yes", "-"), Difference("Score", "a.b[]", "enum", "x, " * 40, "-")]
    assert table(found) == "\n".join(
        [
            "schema  property  what   document                                          declared",
            "------  --------  -----  ------------------------------------------------  --------",
            "Task    -         model  yes                                               -",
            "Score   a.b[]     enum   x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, ...  -",
        ]
    )


def test_as_json_nothing_is_cut():
    """Each difference is an object with the five columns."""
    assert as_json([Difference("A", "b", "maximum", "1", "-")]) == (
        '[\n  {\n    "schema": "A",\n    "property": "b",\n    "what": "maximum",\n    "document": "1",\n'
        '    "declared": "-"\n  }\n]'
    )
