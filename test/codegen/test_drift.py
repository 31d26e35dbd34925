"""The drift between a document and declarations."""

from __future__ import annotations

import copy
import json
import typing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flat_api.codegen import Api, Difference, api_of_document, differences, facts_of_document
from flat_api.codegen._drift import ADDS, READING, SENDING
from flat_api.codegen._report import as_json, drift, report

from .generated import generate, imported, spec
from .odd import STRING, document, ref
from .union import stated_schemas

Json = typing.Any
Said = dict[tuple[str, str], object]
KNOWN_FORMATS = {"date-time", "date", "uuid", "int32", "int64", "float", "double", "binary"}
SIDES = st.sampled_from(["document", "declared", "both"])
WORDS = ("minLength", "maxLength", "pattern", "minimum", "maximum", "minItems", "maxItems", "uniqueItems")


def said(schema: Json, path: str = "", found: Said | None = None) -> Said:
    """What a schema of a document says, as one flat table of (path, what) and value."""
    found = {} if found is None else found
    found[path, "type"] = schema.get("$ref", "").rpartition("/")[2] or schema.get("type", "any")
    if schema.get("format") in KNOWN_FORMATS:
        found[path, "format"] = schema["format"]
    found.update({(path, word): schema[word] for word in WORDS if word in schema})
    values = schema.get("enum", schema.get("x-extensible-enum", ()))
    found.update({(path, f"enum value {value}"): True for value in values if value is not None})
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
        inside = inside or bool("" in retyped and path)
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
    return [entry[1:5] for entry in schema_differences({"A": document_schema}, {"A": declared_schema})]


def schema_differences(theirs: Json, ours: Json) -> list[Difference]:
    """The differences between two sets of schemas, each with two others to refer to."""
    others = {"B": STRING, "C": {"type": "integer"}}
    sides = [Api(facts_of_document(document({**others, **entry})), {}, {}) for entry in (theirs, ours)]
    return differences(*sides)


def test_the_models_are_the_union_of_both_versions():
    """Nothing differs but two enums, which one version lists and the other leaves open: here they accept any text."""
    document = {"openapi": "3.0.3", "paths": {}, "components": {"schemas": stated_schemas()}}
    found = [entry for entry in drift(api_of_document(document), "flat_api") if " /" not in entry.schema]
    assert {entry.wider for entry in found} == {"declared"}
    assert places(found) == {("MicrosoftGraphAssignment", "state", "enum"), ("FlatLocalesString", "", "enum")}


def test_against_version_2_18_the_declarations_only_add():
    """They are the union of 2.18.0 and 2.26.2: what the older one has is there, and nothing of it is narrower."""
    found = drift(api_of_document(spec("2.18.0")), "flat_api")
    assert {(entry.effect, entry.wider) for entry in found} == {(ADDS, "declared")}


def test_against_version_2_26_only_the_task_lacks_something():
    """A task stays as it was in 2.18; wherever else the document differs, the declarations allow more on purpose."""
    found = drift(api_of_document(spec("2.26.2")), "flat_api")
    assert [entry for entry in found if entry.wider != "declared"] == [
        Difference("Task", "state", "enum value", "blocked", "-", READING, "document"),
        Difference("Task", "revision", "property", "string", "-", ADDS, "document"),
        Difference("Task", "isCancellable", "property", "boolean", "-", ADDS, "document"),
        Difference("Task", "children", "property", "array", "-", ADDS, "document"),
    ]


def test_between_two_versions_exactly_what_is_new_is_reported():
    """Another comparison, which only looks at words, finds differences in the same places."""
    sides = [Api(facts_of_document(spec(version)), {}, {}) for version in ("2.24.0", "2.18.0")]
    found = differences(*sides)
    assert places(found) == compared(spec("2.24.0"), spec("2.18.0"))
    assert len(found) > 300


def test_drift_is_the_same_from_both_sides():
    """What one side has and the other lacks is the same, seen from the other side."""
    sides = [api_of_document(spec(version)) for version in ("2.24.0", "2.18.0")]
    turned = {(*entry[:3], entry.declared, entry.document) for entry in differences(*sides[::-1])}
    assert turned == {entry[:5] for entry in differences(*sides)}


@pytest.mark.parametrize(
    ("document_schema", "declared_schema", "wanted"),
    [
        (STRING, {"type": "integer"}, [("", "type", "string", "integer")]),
        (ref("B"), {"type": "integer"}, [("", "type", "B", "integer")]),
        (ref("B"), STRING, []),
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
            {"type": "object", "properties": {"a": {"type": "array", "items": ref("C")}}},
            [("a[]", "type", "string", "C")],
        ),
        ({"type": "array", "items": STRING}, {"type": "array"}, [("", "items", "string", "any")]),
        (
            {"type": "object", "additionalProperties": False},
            {"type": "object"},
            [("", "additionalProperties", "none", "any")],
        ),
        (
            {"type": "object", "additionalProperties": STRING},
            {"type": "object", "additionalProperties": ref("C")},
            [("{}", "type", "string", "C")],
        ),
        ({"oneOf": [STRING, ref("B")]}, {"oneOf": [STRING, ref("C")]}, [("<oneOf 1>", "type", "B", "C")]),
        ({"anyOf": [ref("B"), ref("C")]}, {"type": "string"}, [("", "type", "B or C", "string")]),
        ({"anyOf": [ref("B"), ref("C")]}, {"anyOf": [ref("C"), ref("B")]}, []),
        ({"oneOf": [ref("B"), ref("C")]}, {}, [("", "oneOf", "B, C", "-")]),
        ({"not": STRING}, {"not": {"type": "integer"}}, [("", "not", "string", "integer")]),
        (
            {"oneOf": [ref("B"), ref("C")], "discriminator": {"propertyName": "k"}},
            {"oneOf": [ref("B"), ref("C")], "discriminator": {"propertyName": "j", "mapping": {"b": "B"}}},
            [("", "discriminator", "k: B=B, C=C, ...", "j: B=B, C=C, b=B")],
        ),
        ({"description": "x", "type": "string", "default": "y"}, STRING, []),
    ],
)
def test_what_differs_is_named(document_schema: Json, declared_schema: Json, wanted: list[tuple[str, ...]]):
    """Types, formats, limits, names, members and references: each difference is one line with both sides."""
    assert one(document_schema, declared_schema) == wanted


def test_models_that_one_side_lacks_are_named():
    """A schema that is new, and a model that is gone."""
    assert schema_differences({"New": STRING, "Both": STRING}, {"Both": STRING, "Old": {}}) == [
        Difference("New", "", "model", "yes", "-", ADDS, "document"),
        Difference("Old", "", "model", "-", "yes", ADDS, "declared"),
    ]


def test_schemas_are_compared_by_the_names_of_their_classes(tmp_path: Path):
    """A document that calls a schema `line-item` has the model `LineItem`, and so have references to it."""
    content = document({"line-item": STRING, "bill": {"type": "array", "items": ref("line-item")}})
    assert generate(tmp_path, content, "bills") == 0
    with imported(tmp_path, "bills"):
        assert drift(api_of_document(content), "bills") == []
        other = copy.deepcopy(content)
        other["components"]["schemas"]["line-item"]["maxLength"] = 3
        found = Difference("LineItem", "", "maxLength", "3", "-", ADDS, "declared")
        assert drift(api_of_document(other), "bills") == [found]


def used(schema: Json, *ways: str) -> Json:
    """A document with the component A, which answers hold, or bodies, or both."""
    content = {"content": {"application/json": {"schema": ref("A")}}}
    operation = {
        "responses": {"200": {"description": "", **(content if "read" in ways else {})}},
        **({"requestBody": content} if "sent" in ways else {}),
    }
    return {**document({"A": schema, "B": STRING, "C": {"type": "integer"}}), "paths": {"/a": {"post": operation}}}


def effects(theirs: Json, ours: Json, *ways: str) -> list[tuple[str, str]]:
    """What the differences of two schemas do that are used in these *ways*, and which side has more."""
    found = differences(*(api_of_document(used(schema, *ways)) for schema in (theirs, ours)))
    return [(entry.effect, entry.wider) for entry in found]


WIDER = [
    (STRING, {"type": "string", "maxLength": 3}),
    ({"type": "string", "maxLength": 4}, {"type": "string", "maxLength": 3}),
    ({"type": "string", "minLength": 2}, {"type": "string", "minLength": 3}),
    ({"type": "number", "multipleOf": 0.5}, {"type": "number", "multipleOf": 1.5}),
    ({"type": "string", "pattern": "^a"}, {"allOf": [{"type": "string", "pattern": "^a"}, {"pattern": "b$"}]}),
    ({"type": "number"}, {"type": "integer"}),
    ({"type": "integer", "format": "int64"}, {"type": "integer", "format": "int32"}),
    (STRING, {"type": "string", "format": "date"}),
    ({"type": "string", "nullable": True}, STRING),
    ({"type": "string", "enum": ["a", "b"]}, {"type": "string", "enum": ["a"]}),
    ({"type": "string", "x-extensible-enum": ["a"]}, {"type": "string", "enum": ["a"]}),
    (STRING, {"type": "string", "enum": ["a"]}),
    ({"anyOf": [STRING, {"type": "integer"}]}, STRING),
    ({"anyOf": [ref("B"), ref("C")]}, {"type": "integer"}),
    ({"oneOf": [STRING, {"type": "integer"}, {"type": "boolean"}]}, {"oneOf": [STRING, {"type": "boolean"}]}),
    ({"anyOf": [STRING, {"type": "array", "items": STRING}]}, {"type": "array", "items": STRING}),
    ({}, STRING),
    (
        {"oneOf": [ref("B"), ref("C")], "discriminator": {"propertyName": "k"}},
        {"oneOf": [ref("B"), ref("C")], "discriminator": {"propertyName": "k", "mapping": {}}},
    ),
    ({"oneOf": [ref("B"), ref("C")]}, {"oneOf": [ref("B"), ref("C")], "discriminator": {"propertyName": "k"}}),
    (STRING, {"type": "string", "not": {"enum": ["a"]}}),
    ({"type": "array"}, {"type": "array", "items": STRING}),
    ({"type": "array", "items": {"type": "number"}}, {"type": "array", "items": {"type": "integer"}}),
    ({"type": "object"}, {"type": "object", "additionalProperties": False}),
    ({"type": "object", "additionalProperties": STRING}, {"type": "object", "additionalProperties": False}),
    (
        {"type": "object", "properties": {"a": STRING}},
        {"type": "object", "properties": {"a": STRING}, "required": ["a"]},
    ),
    (
        {"type": "object", "properties": {"a": {"anyOf": [STRING, {"type": "object", "properties": {"b": ref("A")}}]}}},
        {"type": "object", "properties": {"a": STRING}},
    ),
]


@pytest.mark.parametrize(("wide", "narrow"), WIDER)
def test_a_document_that_allows_more_breaks_reading(wide: Json, narrow: Json):
    """Such an answer would be rejected; where the value is only sent, nothing breaks."""
    assert effects(wide, narrow, "read") == [(READING, "document")]
    assert effects(wide, narrow, "sent") == [(ADDS, "document")]
    assert effects(wide, narrow, "read", "sent") == [(READING, "document")]


@pytest.mark.parametrize(("wide", "narrow"), WIDER)
def test_declarations_that_allow_more_only_add(wide: Json, narrow: Json):
    """That is how declarations for several versions of an API look from one of them."""
    for ways in (["read"], ["sent"], ["read", "sent"]):
        assert effects(narrow, wide, *ways) in ([(ADDS, "declared")], [(ADDS, "document")])


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        (STRING, {"type": "integer"}),
        (ref("B"), ref("C")),
        ({"type": "string", "pattern": "^a"}, {"type": "string", "pattern": "^b"}),
        ({"type": "string", "format": "date"}, {"type": "string", "format": "uuid"}),
        ({"type": "array", "items": STRING}, STRING),
        ({"anyOf": [STRING, {"type": "boolean"}]}, {"type": "integer"}),
        ({"type": "number", "multipleOf": 3}, {"type": "number", "multipleOf": 2}),
        ({"not": STRING}, {"not": {"type": "integer"}}),
    ],
)
def test_schemas_that_have_nothing_to_do_with_each_other_break_both(theirs: Json, ours: Json):
    """Neither what is sent nor what is read is sure to be accepted."""
    assert effects(theirs, ours, "read") == [(READING, "both")]
    assert effects(theirs, ours, "sent") == [(SENDING, "both")]


def test_a_new_property_breaks_only_what_can_not_hold_it():
    """Open objects hold it undeclared; a closed one rejects it, and a request lacks it where it is required."""
    new = {"type": "object", "properties": {"a": STRING}}
    assert effects(new, {"type": "object"}, "read", "sent") == [(ADDS, "document")]
    assert effects(new, {"type": "object", "additionalProperties": False}, "read")[0] == (READING, "document")
    assert effects(new, {"type": "object", "additionalProperties": {"type": "integer"}}, "read")[0][0] == READING
    assert effects({**new, "required": ["a"]}, {"type": "object"}, "sent") == [(SENDING, "document")]
    assert effects({**new, "required": ["a"]}, {"type": "object"}, "read") == [(ADDS, "document")]
    assert effects({"type": "object"}, {**new, "required": ["a"]}, "read") == [(READING, "document")]
    assert effects({"type": "object"}, {**new, "required": ["a"]}, "sent") == [(ADDS, "document")]


def test_a_schema_that_no_operation_uses_may_be_read_and_sent():
    """So it is in documents without operations."""
    assert schema_differences({"A": {"type": "string", "enum": ["a"]}}, {"A": {"type": "string", "enum": ["b"]}}) == [
        Difference("A", "", "enum value", "a", "-", READING, "document"),
        Difference("A", "", "enum value", "-", "b", ADDS, "declared"),
    ]


def test_recursive_schemas_are_compared_once_on_each_way():
    """Two trees that refer to themselves by different names are alike, or differ where they differ."""
    tree = {"type": "object", "properties": {"next": {"nullable": True, "type": "array", "items": ref("Tree")}}}
    other = {"type": "object", "properties": {"next": {"nullable": True, "type": "array", "items": ref("Other")}}}
    both = {"Tree": tree, "Other": other}
    assert schema_differences({**both, "A": ref("Tree")}, {**both, "A": ref("Other")}) == []
    other = {**other, "additionalProperties": False}
    found = schema_differences({**both, "A": ref("Tree")}, {**both, "Other": other, "A": ref("Other")})
    assert [(entry.schema, entry.what, entry.wider) for entry in found] == [
        ("Other", "additionalProperties", "document"),
        ("A", "type", "document"),
    ]


def test_the_report_counts_and_groups_what_differs():
    """One line says how many there are of each kind; a table for each kind has a line for each difference."""
    found = [
        Difference("Task", "state", "enum value", "blocked", "-", READING, "document"),
        Difference("POST /scores", "body", "body", "x" * 40, "-", SENDING, "document"),
        Difference("Score", "a.b[]", "property", "string", "-", ADDS, "document"),
        Difference("Score", "", "nullable", "-", "yes", ADDS, "declared"),
    ]
    assert report(found) == """\
4 differences: 1 break reading, 1 break sending, 2 add (1 in the document only, 1 in the declarations only)

Breaks reading: answers may hold what the declarations reject.
  where       what        document  declared
  Task state  enum value  blocked   -

Breaks sending: requests as declared may be rejected by the API.
  where              what  document                declared
  POST /scores body  body  xxxxxxxxxxx…xxxxxxxxxx  -

Adds, in the document only: nothing breaks, but it is not declared.
  where        what      document  declared
  Score a.b[]  property  string    -

Adds, in the declarations only: they allow what other versions of the API have.
  where  what      document  declared
  Score  nullable  -         yes"""
    assert report([]) == "nothing differs"


@given(st.lists(st.builds(Difference, *[st.text(max_size=200)] * 5, st.sampled_from([READING, SENDING, ADDS]), SIDES)))
def test_no_line_of_the_report_is_longer_than_120_columns(found: list[Difference]):
    """Whatever the names, a terminal or an e-mail shows the columns below each other."""
    lines = report(found).split("\n")
    groups = {(entry.effect, entry.effect == ADDS and entry.wider == "declared") for entry in found}
    assert max(map(len, lines)) <= 120
    assert len(lines) == 1 + 3 * len(groups) + len(found)


def test_as_json_nothing_is_cut():
    """Each difference is an object with its columns, what it does, and which side has more."""
    entry = Difference("A", "b" * 200, "maximum", "1", "-", ADDS, "declared")
    assert json.loads(as_json([entry])) == [
        {
            "schema": "A",
            "property": "b" * 200,
            "what": "maximum",
            "document": "1",
            "declared": "-",
            "effect": "adds",
            "wider": "declared",
        }
    ]
