"""The drift between the operations of a document and those that are declared."""

from __future__ import annotations

import collections
import copy
import typing
from pathlib import Path

import pytest

from flat_api.codegen import Difference, api_of_document
from flat_api.codegen._report import drift

from .generated import generate, imported, operation_differences, spec
from .odd import STRING, ref
from .odd_operations import DOCUMENT, answer, parameter
from .test_drift import compared_tables, said
from .union import union

Json = typing.Any
METHODS = ("get", "put", "post", "delete", "patch")


def flat(document: Json) -> dict[str, Json]:
    """The operations of a document by method and path, with their parameters in full."""
    found: dict[str, Json] = {}
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                given = [*item.get("parameters", ()), *item[method].get("parameters", ())]
                full = [resolved(document, entry) for entry in given]
                found[f"{method.upper()} {path}"] = {
                    **item[method],
                    "parameters": {(entry["in"], entry["name"]): entry for entry in full},
                }
    return found


def resolved(document: Json, entry: Json) -> Json:
    if "$ref" not in entry:
        return entry
    return document["components"]["parameters"][entry["$ref"].rpartition("/")[2]]


def listed(operation: Json) -> collections.Counter[tuple[str, ...]]:
    """What an operation of one of the two documents says that can be counted, without `flat_api.codegen`."""
    found: list[tuple[str, ...]] = [("id", operation["operationId"]), *(("tag", tag) for tag in operation["tags"])]
    (security,) = operation["security"]
    found += [("scope", scope) for scope in security["OAuth2"]]
    found += [("deprecated",)] if operation.get("deprecated") else []
    for status, response in operation["responses"].items():
        found += [("error", status)] if status[0] in "45" else []
        found += [("response", status)] if status[0] == "2" else []
        for media_type in response.get("content", ()) if status[0] == "2" else ():
            found += [("media type", status, media_type)]
        found += [("header", status, name) for name in response.get("headers", ())]
    return collections.Counter(found)


def schemas_of(operation: Json) -> dict[tuple[str, ...], Json]:
    """Every schema of an operation, by its place."""
    found = {place: entry["schema"] for place, entry in operation["parameters"].items()}
    body = operation.get("requestBody", {}).get("content", {})
    found.update({("body", name): entry["schema"] for name, entry in body.items()})
    for status, response in operation["responses"].items():
        if status[0] == "2":
            contents = response.get("content", {})
            found.update({(status, name): entry["schema"] for name, entry in contents.items()})
    return found


def counted(one: Json, other: Json) -> collections.Counter[str]:
    """How many differences there are between the operations of two documents, by operation."""
    sides = flat(one), flat(other)
    count = collections.Counter(dict.fromkeys(sides[0].keys() ^ sides[1].keys(), 1))
    for key in sides[0].keys() & sides[1].keys():
        pair = sides[0][key], sides[1][key]
        count[key] += counted_facts(*pair) + counted_parameters(*pair) + counted_bodies(*pair)
        count[key] += sum(differing(*schemas) for schemas in shared(*map(schemas_of, pair)))
    return collections.Counter({key: number for key, number in count.items() if number})


def counted_facts(one: Json, other: Json) -> int:
    """Differences in what can be listed: two names are one, and what is in an answer that is new doesn't count."""
    whole = listed(one), listed(other)
    found = [*(whole[0] - whole[1]), *(whole[1] - whole[0])]
    new = {entry[1] for entry in found if entry[0] == "response"}
    kept = [entry for entry in found if entry[0] not in ("media type", "header") or entry[1] not in new]
    return len(kept) - (one["operationId"] != other["operationId"])


def counted_parameters(one: Json, other: Json) -> int:
    both = shared(one["parameters"], other["parameters"])
    explodes = [(one.get("explode", True), other.get("explode", True)) for one, other in both]
    found = sum(needed(*pair) for pair in both) + sum(one != other for one, other in explodes)
    return len(one["parameters"].keys() ^ other["parameters"].keys()) + found


def counted_bodies(one: Json, other: Json) -> int:
    bodies = [side.get("requestBody") for side in (one, other)]
    if not all(bodies):
        return int(bodies[0] != bodies[1])
    return needed(*bodies) + len(bodies[0]["content"].keys() ^ bodies[1]["content"].keys())


def needed(one: Json, other: Json) -> bool:
    """Whether something is required on one side only."""
    return bool(one.get("required")) != bool(other.get("required"))


def shared(one: dict[tuple[str, ...], Json], other: dict[tuple[str, ...], Json]) -> list[tuple[Json, Json]]:
    """What both sides have."""
    return [(one[place], other[place]) for place in one.keys() & other.keys()]


def differing(one: Json, other: Json) -> int:
    """How many differences there are between two schemas; of an enum, every value that only one has counts."""
    tables = [said(bare_scalar(entry)) for entry in (one, other)]
    values = {place for place in tables[0].keys() ^ tables[1].keys() if place[1].startswith("enum value ")}
    places = {place for place in compared_tables(*tables) if place[1] != "enum value"}
    whole = {path for path, what in places if what in ("enum", "type")}
    return len(places) + len([path for path, _ in values if not {path, ""} & whole])


def bare_scalar(schema: Json) -> Json:
    """*schema* without items where it is no array, as two parameters of the API have them."""
    return {word: entry for word, entry in schema.items() if word != "items" or schema.get("type") == "array"}


def by_operation(found: list[Difference]) -> collections.Counter[str]:
    return collections.Counter(entry.schema for entry in found if "/" in entry.schema)


def test_between_two_versions_exactly_what_is_new_in_operations_is_reported():
    """Another count, made of the two documents by other means, comes to the same number for each operation."""
    sides = [api_of_document(spec(version)) for version in ("2.24.0", "2.18.0")]
    found = by_operation(operation_differences(*sides))
    assert found == counted(spec("2.24.0"), spec("2.18.0"))
    assert found["GET /omr/jobs"] == 1
    assert found.total() > 60


def test_the_declarations_have_the_operations_of_two_versions():
    """The union of 2.18.0 and 2.26.2 has 123 operations, and there is not a difference."""
    api = api_of_document(union())
    assert len(api.operations) == 123
    assert by_operation(drift(api, "flat_api")) == {}


def test_drift_of_operations_is_the_same_from_both_sides():
    """What one side has and the other lacks is the same, seen from the other side."""
    sides = [api_of_document(spec(version)) for version in ("2.24.0", "2.18.0")]
    turned = {(*entry[:3], entry.declared, entry.document) for entry in operation_differences(*sides[::-1])}
    assert turned == {entry[:5] for entry in operation_differences(*sides)}


def one(document: Json, declared: Json) -> list[tuple[str, ...]]:
    """The differences between two operations, without their key."""
    base = {"operationId": "x", "responses": {}}
    apis = [
        api_of_document({**DOCUMENT, "paths": {"/x/{id}": {"get": {**base, **side}}}}) for side in (document, declared)
    ]
    found = operation_differences(*apis)
    assert {entry.schema for entry in found} <= {"GET /x/{id}"}
    return [entry[1:5] for entry in found]


ID = parameter("id", "path", required=True)


def q(schema: Json = STRING, **words: Json) -> Json:
    """An operation with one parameter in its query."""
    return {"parameters": [ID, parameter("q", "query", schema, **words)]}


def body(content: Json, **words: Json) -> Json:
    return {"parameters": [ID], "requestBody": {"content": content, **words}}


def responses(**found: Json) -> Json:
    return {"parameters": [ID], "responses": {status.lstrip("_"): entry for status, entry in found.items()}}


@pytest.mark.parametrize(
    ("document", "declared", "wanted"),
    [
        (q(), q(), []),
        (q(), {"parameters": [ID]}, [("query q", "parameter", "string", "-")]),
        ({"parameters": [ID]}, q(ref("Pet")), [("query q", "parameter", "-", "Pet")]),
        (q(required=True), q(), [("query q", "required", "yes", "no")]),
        (q({"type": "integer", "maximum": 3}), q({"type": "integer"}), [("query q", "maximum", "3", "-")]),
        (
            q({"type": "array", "items": STRING}),
            q({"type": "array", "items": ref("Pet")}),
            [("query q[]", "type", "string", "Pet")],
        ),
        (q(explode=False), q(), [("query q", "explode", "False", "True")]),
        (
            q(),
            q({"anyOf": [STRING, {"type": "array"}]}, explode=False),
            [("query q", "type", "string", "string or array")],
        ),
        (q(style="form", explode=True), q(), []),
        (
            q(style="deepObject"),
            q(),
            [("query q", "style", "deepObject", "form"), ("query q", "explode", "False", "True")],
        ),
        (q(allowReserved=True), q(), [("query q", "allowReserved", "True", "False")]),
        (
            {"parameters": [ID, {"name": "q", "in": "query", "content": {"application/json": {"schema": STRING}}}]},
            q(),
            [
                ("query q", "style", "-", "form"),
                ("query q", "explode", "-", "True"),
                ("query q", "allowReserved", "-", "False"),
                ("query q", "media type", "application/json", "-"),
            ],
        ),
        (body({"text/plain": {}}), {"parameters": [ID]}, [("body", "body", "any", "-")]),
        (body({"text/plain": {}}, required=True), body({"text/plain": {}}), [("body", "required", "yes", "no")]),
        (
            body({"a/b": {}}),
            body({"a/c": {}}),
            [("body", "media type", "a/b", "-"), ("body", "media type", "-", "a/c")],
        ),
        (body({"a/b": {"schema": STRING}}), body({"a/b": {}}), [("body a/b", "type", "string", "any")]),
        (
            body({"a/b": {"encoding": {"x": {"contentType": "text/csv"}}}}),
            body({"a/b": {}}),
            [("body a/b", "encoding", "x: text/csv", "-")],
        ),
        (responses(_200=answer(STRING)), responses(), [("200", "response", "string", "-")]),
        (
            responses(_204=answer()),
            responses(_200=answer()),
            [("204", "response", "empty", "-"), ("200", "response", "-", "empty")],
        ),
        (
            responses(_200=answer(STRING)),
            responses(_200=answer(ref("Pet"))),
            [("200 application/json", "type", "string", "Pet")],
        ),
        (
            responses(_200={"description": "", "headers": {"Link": {"schema": STRING}}}),
            responses(_200=answer()),
            [("200 header Link", "parameter", "string", "-")],
        ),
        (responses(_404=answer()), responses(), [("", "error", "404", "-")]),
        (responses(default=answer(STRING)), responses(), [("default", "response", "string", "empty")]),
        ({**q(), "deprecated": True}, q(), [("", "deprecated", "yes", "-")]),
        ({**q(), "tags": ["A", "B"]}, {**q(), "tags": ["B", "C"]}, [("", "tag", "A", "-"), ("", "tag", "-", "C")]),
        ({**q(), "tags": ["A", "B"]}, {**q(), "tags": ["B", "A"]}, []),
        ({**q(), "security": [{"oauth": ["write"]}]}, q(), [("", "scope", "write", "-"), ("", "scope", "-", "read")]),
        ({**q(), "security": []}, q(), [("", "scope", "-", "read"), ("", "security", "-", "oauth")]),
        ({**q(), "operationId": "y"}, q(), [("", "operationId", "y", "x")]),
        ({**q(), "description": "One"}, {**q(), "summary": "Other"}, []),
    ],
)
def test_what_differs_in_an_operation_is_named(document: Json, declared: Json, wanted: list[tuple[str, ...]]):
    """Parameters, bodies, answers, errors, signatures: each difference is one line with both sides."""
    assert one(document, declared) == wanted


def test_the_media_type_of_an_error_does_not_count():
    """Documents repeat the media type of the success there; what holds for all errors is said by their schema."""
    assert one(responses(default=answer(ref("Error"), "text/csv")), responses(default=answer(ref("Error")))) == []


def test_operations_are_compared_with_those_of_a_package(tmp_path: Path):
    """A package made from a document has all of its operations; one that lacks `apis` has none."""
    assert generate(tmp_path, DOCUMENT, "pets") == 0
    with imported(tmp_path, "pets"):
        assert drift(api_of_document(DOCUMENT), "pets") == []
        changed = copy.deepcopy(DOCUMENT)
        changed["paths"]["/new"] = {"get": {"responses": {}}}
        assert drift(api_of_document(changed), "pets") == [
            Difference("GET /new", "", "operation", "yes", "-", "adds", "document")
        ]
    assert generate(tmp_path, {**DOCUMENT, "paths": {}}, "plain") == 0
    with imported(tmp_path, "plain"):
        found = drift(api_of_document(DOCUMENT), "plain")
        assert {entry[1:] for entry in found} == {("", "operation", "yes", "-", "adds", "document")}
        assert len(found) == len(api_of_document(DOCUMENT).operations)
