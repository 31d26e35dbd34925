"""Whatever operations a document has: what is printed declares them, and what is exported reads as them again."""

from __future__ import annotations

import itertools
import json
import typing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openapi_spec_validator import validate

from flat_api.codegen import api_of_document, package_files
from flat_api.codegen._report import declared_api
from flat_api.codegen._write import changed, write
from flat_api.operations._catalogue import operations
from flat_api.reference import openapi_document

from .generated import imported, operation_differences
from .odd import STRING, ref

Json = typing.Any
_NUMBERS = itertools.count()

SCHEMAS = st.sampled_from(
    [
        {},
        STRING,
        ref("Pet"),
        ref("Error"),
        {"type": "integer", "minimum": 1},
        {"type": "string", "enum": ["a", "b"]},
        {"type": "string", "enum": ["b", "c"], "description": "Which"},
        {"type": "string", "nullable": True, "enum": ["a", None]},
        {"type": "array", "items": STRING},
        {"type": "array", "items": {"type": "string", "enum": ["a"]}},
        {"type": "array", "nullable": True, "items": ref("Pet")},
        {"type": "object", "properties": {"pet": ref("Pet"), "kind": {"type": "string", "enum": ["x"]}}},
        {"type": "object", "additionalProperties": {"type": "integer"}},
        {"oneOf": [ref("Pet"), STRING]},
        {"allOf": [ref("Pet")], "description": "A pet"},
        {"type": "string", "format": "binary"},
        {"type": "string", "format": "date-time", "nullable": True},
    ]
)
NAMES = st.sampled_from(
    ["a", "class", "Pet", "PetApi", "get", "Größe", "x-y", "x_y", "MediaType", "description", "1st", "ref"]
)
TAGS = st.lists(st.sampled_from(["Pet", "pet", "Class", "Error", "Any", "2nd"]), max_size=3)
TEXTS = st.sampled_from(["", "One", 'Two "and"\n\nmore \\ than', "🎼 " * 60])
MEDIA_TYPES = st.sampled_from(
    ["application/json", "text/plain", "multipart/form-data", "image/*", "a/b; charset=utf-8"]
)
STATUSES = st.sampled_from(["200", "201", "204", "2XX", "302", "400", "404", "4XX", "503", "default"])
STYLES = {
    "path": ["simple", "label", "matrix"],
    "query": ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
    "header": ["simple"],
    "cookie": ["form"],
}


def optional_words(**words: st.SearchStrategy[Json]) -> st.SearchStrategy[Json]:
    return st.fixed_dictionaries({}, optional=words)


def parameters(place: str, names: st.SearchStrategy[str]) -> st.SearchStrategy[Json]:
    """Parameters of one place, with a schema and a style, or with a media type."""
    words = {"style": st.sampled_from(STYLES[place]), "explode": st.booleans(), "description": TEXTS}
    words.update({"allowReserved": st.booleans()} if place == "query" else {})
    words.update({"required": st.booleans()} if place != "path" else {})
    fixed = {"name": names, "in": st.just(place), **({"required": st.just(True)} if place == "path" else {})}
    styled = st.fixed_dictionaries({**fixed, "schema": SCHEMAS}, optional=words)
    content = st.fixed_dictionaries({**fixed, "content": contents(st.just("application/json"))})
    return styled if place == "path" else styled | content


def contents(media_types: st.SearchStrategy[str]) -> st.SearchStrategy[Json]:
    """Media types with what they hold; those of forms may have encodings."""
    encoding = st.fixed_dictionaries({"contentType": st.just("text/csv")}, optional={"explode": st.booleans()})
    held = st.fixed_dictionaries(
        {"schema": SCHEMAS}, optional={"encoding": st.dictionaries(NAMES, encoding, max_size=1)}
    )
    return st.dictionaries(media_types, held, min_size=1, max_size=2)


HEADERS = st.dictionaries(
    st.sampled_from(["Link", "X-Count", "x-count-2"]),
    st.fixed_dictionaries({"schema": SCHEMAS}, optional={"required": st.booleans(), "description": TEXTS}),
    max_size=2,
)
RESPONSES = st.dictionaries(
    STATUSES,
    st.just({"$ref": "#/components/responses/error"})
    | st.fixed_dictionaries({"description": TEXTS}, optional={"content": contents(MEDIA_TYPES), "headers": HEADERS}),
    min_size=1,
    max_size=4,
)
SECURITY = st.lists(
    optional_words(key=st.just([]), oauth=st.lists(st.sampled_from(["read", "write"]), unique=True)), max_size=2
)


def unique(given: list[Json]) -> list[Json]:
    """Parameters without repetitions; headers are told apart by their letters only."""
    return list({(entry["in"], entry["name"].lower()): entry for entry in given}.values())


@st.composite
def documents(draw: st.DrawFn) -> Json:
    """A document with a few operations of any kind."""
    paths: dict[str, Json] = {}
    ids: set[str] = set()
    for path in draw(
        st.lists(st.sampled_from(["/", "/a/{id}", "/a/{id}/{x-y}.{class}", "/b"]), min_size=1, unique=True)
    ):
        names = [name.partition("}")[0] for name in path.split("{")[1:]]
        item: dict[str, Json] = {"parameters": [draw(parameters("path", st.just(name))) for name in names]}
        for method in draw(
            st.lists(st.sampled_from(["get", "post", "delete", "head"]), min_size=1, max_size=2, unique=True)
        ):
            item[method] = draw(OPERATIONS)
            if item[method].get("operationId") in ids:
                del item[method]["operationId"]
            ids.add(item[method].get("operationId", ""))
            for kind in ("query", "header", "cookie"):
                found = draw(st.lists(parameters(kind, NAMES), max_size=2))
                item[method].setdefault("parameters", []).extend(unique(found))
        paths[path] = item
    error = {"description": "", "content": {"application/json": {"schema": ref("Error")}}}
    flows = {"implicit": {"authorizationUrl": "https://a.example", "scopes": {"read": "", "write": ""}}}
    return {
        "openapi": "3.0.3",
        "info": {"title": "Any", "version": "1"},
        "paths": paths,
        "security": draw(SECURITY),
        "components": {
            "schemas": {"Pet": {"type": "object", "properties": {"name": STRING}}, "Error": {"type": "object"}},
            "responses": {"error": error},
            "securitySchemes": {
                "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
                "oauth": {"type": "oauth2", "flows": flows},
            },
        },
    }


OPERATIONS = st.fixed_dictionaries(
    {"responses": RESPONSES},
    optional={
        "operationId": st.sampled_from(["getPet", "get_pet", "get", "Pet", "class", "2nd pet", "tag", "listPets"]),
        "tags": TAGS,
        "description": TEXTS,
        "deprecated": st.booleans(),
        "security": SECURITY,
        "requestBody": st.fixed_dictionaries(
            {"content": contents(MEDIA_TYPES)}, optional={"required": st.booleans(), "description": TEXTS}
        ),
    },
)


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(documents())
def test_printed_and_exported_operations_are_those_of_the_document(
    tmp_path_factory: pytest.TempPathFactory, content: Json
):
    """What codegen prints declares them; a second run changes nothing; its export is valid and says the same."""
    api = api_of_document(json.loads(json.dumps(content)))
    directory, package = tmp_path_factory.mktemp("any"), f"any_operations_{next(_NUMBERS)}"
    for path, text in package_files(api, package, directory).files.items():
        write(path, text)
    again = package_files(api, package, directory)
    assert (changed(again.files), again.own, again.strangers) == ([], [], [])
    with imported(directory, package) as models:
        declared = declared_api(package)
        assert operation_differences(api, declared) == []
        exported = openapi_document([getattr(models, name) for name in models.__all__], operations(package))
    validate(exported)
    read = api_of_document(json.loads(json.dumps(exported)))
    assert operation_differences(read, declared) == []


def test_the_documents_of_the_law_are_valid_openapi():
    """What the law is about is what documents may say."""
    found: list[Json] = []

    @settings(max_examples=20, database=None, suppress_health_check=list(HealthCheck))
    @given(documents())
    def collect(content: Json) -> None:
        found.append(content)

    collect()
    for content in found:
        validate(content)
    assert len(found) >= 20
