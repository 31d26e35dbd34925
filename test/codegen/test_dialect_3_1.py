"""Documents of OpenAPI 3.1: what their schemas say in the words of 3.0, and what they accept."""

from __future__ import annotations

import itertools
import typing
from pathlib import Path

import jsonschema_rs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flat_api.codegen import DocumentError, api_of_document, facts_of_document, package_files
from flat_api.codegen._write import write

from .generated import classes, generate, imported
from .odd import document, ref
from .test_payloads import outcome

Json = typing.Any
STRING = {"type": "string"}
INTEGER = {"type": "integer"}


def newer(schemas: dict[str, Json], **others: Json) -> dict[str, Json]:
    """A document of OpenAPI 3.1 with these component schemas and *others*."""
    return {**document(schemas), "openapi": "3.1.0", "jsonSchemaDialect": "https://spec.example/dialect", **others}


def facts(schema: Json, **components: Json) -> Json:
    """The facts of one schema, in a document with other *components*."""
    return facts_of_document(newer({"A": schema, "B": STRING, **components}))["A"]


@pytest.mark.parametrize(
    ("schema", "wanted"),
    [
        (True, {}),
        (False, {"not": {}}),
        ({"type": "null"}, {"type": "null"}),
        ({"type": ["null"]}, {"type": "null"}),
        ({"type": ["string"]}, {"type": "string"}),
        ({"type": ["string", "null"]}, {"type": "string", "nullable": True}),
        ({"type": "string", "nullable": True}, {"type": "string"}),
        ({"type": ["string", "null"], "enum": ["a"]}, {"type": "string", "enum": ["a"]}),
        ({"type": ["string", "null"], "enum": [None]}, {"type": "string", "nullable": True, "enum": [None]}),
        ({"type": ["null"], "enum": ["a"]}, {"not": {}}),
        ({"type": ["null"], "enum": [None, "a"]}, {"type": "null"}),
        (
            {"type": ["string", "integer", "null"], "maxLength": 3, "minimum": 1, "description": "Both"},
            {
                "anyOf": [{"type": "string", "maxLength": 3}, {"type": "integer", "minimum": 1}, {"type": "null"}],
                "description": "Both",
            },
        ),
        (
            {"type": ["array", "object"], "items": STRING, "properties": {"a": INTEGER}},
            {
                "anyOf": [
                    {"type": "array", "items": STRING},
                    {"type": "object", "properties": {"a": INTEGER}},
                ]
            },
        ),
        (
            {"type": ["string", "integer"], "anyOf": [{"const": 1}, {"const": "x"}]},
            {
                "anyOf": [{"type": "number", "enum": [1]}, {"type": "string", "enum": ["x"]}],
                "allOf": [{"anyOf": [STRING, INTEGER]}],
            },
        ),
        ({"const": "x"}, {"type": "string", "enum": ["x"]}),
        ({"const": 1, "enum": [1.0, 2]}, {"type": "number", "enum": [1]}),
        ({"type": "integer", "exclusiveMinimum": 3}, {"type": "integer", "exclusiveMinimum": 3}),
        ({"type": "integer", "exclusiveMinimum": 3, "minimum": 7}, {"type": "integer", "minimum": 7}),
        ({"type": "integer", "exclusiveMaximum": 7, "maximum": 7}, {"type": "integer", "exclusiveMaximum": 7}),
        ({**ref("B"), "description": "Bee"}, {"ref": "B", "description": "Bee"}),
        ({**ref("B"), "title": "Bee", "x-order": 1, "examples": ["b"]}, {"ref": "B"}),
        ({**ref("B"), "maxLength": 4}, {"allOf": [{"ref": "B"}, {"maxLength": 4}]}),
        ({"type": "object", "unevaluatedProperties": False}, {"type": "object", "additionalProperties": False}),
        ({"contentMediaType": "image/png"}, {"type": "string", "format": "binary"}),
        ({"type": "string", "contentMediaType": "image/png", "contentEncoding": "base64"}, STRING),
        ({"$ref": "#/components/schemas/A/$defs/Name", "$defs": {"Name": STRING}}, STRING),
        ({"type": "array", "items": False}, {"type": "array", "items": {"not": {}}}),
    ],
)  # fmt: skip
def test_what_3_1_says_is_said_in_the_words_of_3_0(schema: Json, wanted: Json):
    """Type arrays, constants, numeric exclusive limits, boolean schemas and references with neighbours."""
    assert facts(schema) == wanted


@pytest.mark.parametrize(
    ("schema", "wanted", "note"),
    [
        (
            {"type": "array", "prefixItems": [STRING, INTEGER], "items": False},
            {"type": "array", "maxItems": 2, "items": {"anyOf": [STRING, INTEGER]}},
            "prefixItems: prefixItems is checked for items at any position",
        ),
        ({"type": "array", "prefixItems": [STRING]}, {"type": "array"}, "prefixItems is checked"),
        (
            {"type": "object", "patternProperties": {"^x": STRING}, "additionalProperties": False},
            {"type": "object", "additionalProperties": STRING},
            "patternProperties is checked for the values, not for the names",
        ),
        (
            {"allOf": [ref("B")], "unevaluatedProperties": False},
            {"ref": "B"},
            "unevaluatedProperties beside other schemas is not checked",
        ),
        ({"type": "string", "if": {"const": "a"}, "then": False}, STRING, "if: if is not checked"),
        ({"type": "object", "dependentRequired": {"a": ["b"]}}, {"type": "object"}, "dependentRequired is not checked"),
    ],
)
def test_what_3_0_has_no_words_for_is_widened_and_noted(schema: Json, wanted: Json, note: str):
    """No valid value is lost, and one sentence says what is accepted beyond."""
    api = api_of_document(newer({"A": schema, "B": STRING}))
    assert api.components["A"] == wanted
    assert any(note in sentence for sentence in api.notes)


PATHS = {
    "/songs/{song}": {"$ref": "#/components/pathItems/song"},
    "/songs": {"get": {"operationId": "listSongs", "responses": {"200": {"description": "All"}}}},
}
SONG = {
    "parameters": [{"name": "song", "in": "path", "required": True, "schema": STRING}],
    "get": {"operationId": "getSong", "responses": {"200": {"description": "One"}}},
}


def test_path_items_are_found_among_the_components_and_webhooks_are_no_operations():
    """``components.pathItems`` holds what a path may refer to; what the server calls is nothing to call."""
    content = newer({"A": STRING}, paths=PATHS, webhooks={"played": {"post": {"operationId": "onPlayed"}}})
    content["components"]["pathItems"] = {"song": SONG}
    assert sorted(api_of_document(content).operations) == ["GET /songs", "GET /songs/{song}"]


def test_a_document_may_have_nothing_but_components():
    """Paths are not required in 3.1."""
    content = newer({"A": {"type": ["number", "null"]}})
    del content["paths"]
    assert facts_of_document(content) == {"A": {"type": "number", "nullable": True}}


BROKEN = {"Good": STRING, "Bad": {"type": "text"}, "User": {"type": "object", "properties": {"bad": ref("Bad")}}}


def test_one_schema_that_can_not_be_read_does_not_stop_the_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """It accepts any value, a warning says where and why, and --strict makes it an error."""
    assert generate(tmp_path, newer(BROKEN), "songs") == 0
    said = capsys.readouterr().err
    assert "#/components/schemas/Bad/type: 'text' is not one of" in said
    assert "any value is accepted as #/components/schemas/Bad" in said
    with imported(tmp_path, "songs") as models:
        assert models.User.from_openapi_data_oapg({"bad": [1]})["bad"] == (1,)
        assert outcome(models.Good, 1)[0] is False
    assert generate(tmp_path, newer(BROKEN), "strictly", "--strict") == 2
    assert "#/components/schemas/Bad/type" in capsys.readouterr().err
    with pytest.raises(DocumentError):
        api_of_document(newer(BROKEN))


def test_one_operation_that_can_not_be_read_is_left_out():
    """The others are read, and the note names it."""
    lost = {"get": {"operationId": "lost", "parameters": [{"in": "nowhere", "name": "x"}]}}
    content = newer({"A": STRING}, paths={**PATHS, "/lost": lost})
    content["components"]["pathItems"] = {"song": SONG}
    api = api_of_document(content, strict=False)
    assert sorted(api.operations) == ["GET /songs", "GET /songs/{song}"]
    assert any("GET /lost is left out" in note and "'nowhere'" in note for note in api.notes)


VALUES = st.recursive(
    st.sampled_from([None, True, False, 0, 1, 2, 3.5, -1, "", "a", "abcd"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["a", "b", "x"]), inner, max_size=3),
    max_leaves=5,
)
LITERALS = st.sampled_from([None, True, 0, 1, "a", "abcd"])
TYPES = st.sampled_from(["string", "number", "integer", "boolean", "null", "array", "object"])
WORDS = {
    "maxLength": st.integers(0, 3),
    "minimum": st.integers(-1, 3),
    "exclusiveMinimum": st.integers(-1, 3),
    "exclusiveMaximum": st.integers(0, 4),
    "maximum": st.integers(0, 3),
    "maxItems": st.integers(0, 2),
    "enum": st.lists(LITERALS, min_size=1, max_size=3),
    "const": LITERALS,
    "type": TYPES | st.lists(TYPES, min_size=1, max_size=3, unique=True),
}
LEAVES = st.one_of(
    st.booleans(), st.sampled_from("ABC").map(ref), st.fixed_dictionaries({}, optional=WORDS), st.just({"type": "null"})
)


def larger(inner: st.SearchStrategy[Json]) -> st.SearchStrategy[Json]:
    """Schemas with others in them, and references with neighbours."""
    several = st.lists(inner, min_size=1, max_size=2)
    members = {
        "properties": st.dictionaries(st.sampled_from(["a", "b"]), inner, max_size=2),
        "additionalProperties": inner,
        "items": inner,
        "anyOf": several,
        "allOf": several,
        "oneOf": several,
        "not": inner,
    }
    beside = st.fixed_dictionaries({"$ref": st.just("#/components/schemas/C")}, optional=WORDS)
    return st.fixed_dictionaries({}, optional={**members, "type": WORDS["type"]}) | beside


SCHEMAS = st.recursive(LEAVES, larger, max_leaves=5)
_NUMBERS = itertools.count()


def demands_end(schemas: dict[str, Json]) -> bool:
    """Return whether no schema demands itself of the same value again, which has no meaning."""

    def demands(schema: Json) -> set[str]:
        if not isinstance(schema, dict):
            return set()
        own = {schema["$ref"].rpartition("/")[2]} if "$ref" in schema else set[str]()
        branches = [part for word in ("allOf", "oneOf", "anyOf") for part in schema.get(word, ())]
        return own.union(*map(demands, [*branches, *([schema["not"]] if "not" in schema else [])]))

    reached = {name: demands(schema) for name, schema in schemas.items()}
    for _ in schemas:
        reached = {name: found.union(*(reached[other] for other in found)) for name, found in reached.items()}
    return not any(name in found for name, found in reached.items())


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(
    st.fixed_dictionaries(dict.fromkeys("ABC", SCHEMAS)).filter(demands_end),
    st.lists(VALUES, min_size=5, max_size=12),
)
def test_any_document_of_3_1_becomes_a_package_that_agrees_with_it(
    tmp_path_factory: pytest.TempPathFactory, schemas: dict[str, Json], values: list[Json]
):
    """The classes accept exactly the values that a validator of JSON Schema 2020-12 accepts."""
    content = newer(schemas)
    directory, package = tmp_path_factory.mktemp("newer"), f"newer_{next(_NUMBERS)}"
    for path, text in package_files(api_of_document(content), package, directory).files.items():
        write(path, text)
    with imported(directory, package) as models:
        for name, model in classes(models, content).items():
            root = {"components": content["components"], **ref(name)}
            validator = jsonschema_rs.Draft202012Validator(root)
            for value in values:
                assert outcome(model, value)[0] == validator.is_valid(value), (name, value)
