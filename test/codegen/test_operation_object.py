"""Paths as facts of operations: the normal form, and what is refused."""

from __future__ import annotations

import copy
import typing

import pytest

from flat_api.codegen import DocumentError, api_of_document
from flat_api.codegen._api import Api

from .odd import STRING, ref
from .odd_operations import DOCUMENT, ERROR, answer, parameter

Json = typing.Any


def api(item: Json, path: str = "/x", **others: Json) -> Api:
    """The facts of a document with one path."""
    return api_of_document({**DOCUMENT, "paths": {path: item}, **others})


def operation(given: Json, path: str = "/x") -> Json:
    """The facts of one operation."""
    return api({"get": {"operationId": "x", "responses": {}, **given}}, path).operations[f"GET {path}"]


GET = "#/paths/~1x/get"


@pytest.mark.parametrize(
    ("broken", "place", "message"),
    [
        ([], GET, "an object is wanted, not []"),
        ({"operationId": 1}, f"{GET}/operationId", "a string is wanted, not 1"),
        ({"tags": "a"}, f"{GET}/tags", "a list is wanted, not 'a'"),
        ({"tags": [1]}, f"{GET}/tags/0", "a string is wanted, not 1"),
        ({"description": 1}, f"{GET}/description", "a string is wanted, not 1"),
        ({"parameters": {}}, f"{GET}/parameters", "a list is wanted, not {}"),
        ({"parameters": [{"in": "query"}]}, f"{GET}/parameters/0/name", "a string is wanted, not None"),
        ({"parameters": [{"in": "body", "name": "b"}]}, f"{GET}/parameters/0/in", "'body' is not one of path, query"),
        (
            {"parameters": [parameter("a", "query", style="simple")]},
            f"{GET}/parameters/0/style",
            "'simple' is not one of form, spaceDelimited, pipeDelimited, deepObject",
        ),
        (
            {"parameters": [parameter("a", "query", explode=1)]},
            f"{GET}/parameters/0/explode",
            "true or false is wanted",
        ),
        (
            {"parameters": [{"in": "query", "name": "a", "content": {}}]},
            f"{GET}/parameters/0/content",
            "one media type is wanted, not 0",
        ),
        (
            {"parameters": [parameter("a", "query", {"type": "text"})]},
            f"{GET}/parameters/0/schema/type",
            "'text' is not one of",
        ),
        ({"parameters": [parameter("a", "path")]}, GET, "the path parameter 'a' is not in the path"),
        (
            {"parameters": [{"$ref": "#/components/parameters/none"}]},
            f"{GET}/parameters/0/$ref",
            "points at '#/components/parameters/none', where there is nothing",
        ),
        ({"requestBody": []}, f"{GET}/requestBody", "an object is wanted, not []"),
        ({"responses": {"OK": {}}}, f"{GET}/responses/OK", "a status code is wanted"),
        ({"responses": {"200": {"content": {"a/b": 1}}}}, f"{GET}/responses/200/content/a~1b", "an object is wanted"),
        ({"responses": {"200": {"headers": {"A": 1}}}}, f"{GET}/responses/200/headers/A", "an object is wanted, not 1"),
        ({"security": [{"nobody": []}]}, f"{GET}/security/0/nobody", "there is no security scheme 'nobody'"),
        ({"security": [{"oauth": [1]}]}, f"{GET}/security/0/oauth", "a string is wanted, not 1"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(broken: Json, place: str, message: str):
    """The error names a JSON pointer, what is there, and what is wanted."""
    with pytest.raises(DocumentError) as caught:
        api({"get": {"responses": {}, **broken} if isinstance(broken, dict) else broken})
    assert caught.value.place == place
    assert message in caught.value.message


def test_a_path_needs_a_parameter_for_each_of_its_names():
    """An operation whose path can't be filled in is refused."""
    with pytest.raises(DocumentError, match=r"\{b\} in the path has no parameter"):
        api({"get": {"parameters": [parameter("a", "path")], "responses": {}}}, "/{a}/{b}")


def test_an_operation_id_is_given_once():
    """Two operations of one name can't be told apart."""
    with pytest.raises(DocumentError, match="'x' is the operationId of GET /x as well"):
        api({"get": {"operationId": "x", "responses": {}}, "put": {"operationId": "x", "responses": {}}})


def test_a_reference_to_itself_is_refused():
    """There is no parameter behind it."""
    here = {"$ref": "#/components/parameters/a"}
    components = {**DOCUMENT["components"], "parameters": {"a": here}}
    with pytest.raises(DocumentError, match="only leads back to itself"):
        api({"get": {"parameters": [here], "responses": {}}}, components=components)


@pytest.mark.parametrize("components", [{}, {"schemas": {}}])
def test_a_document_with_operations_does_without_schemas(components: Json):
    """One that has neither says nothing."""
    document = {"openapi": "3.0.3", "paths": {"/x": {"get": {"responses": {}}}}, "components": components}
    assert api_of_document(document).components == {}
    assert list(api_of_document(document).operations) == ["GET /x"]
    with pytest.raises(DocumentError, match="an object with the schemas of the API is wanted"):
        api_of_document({"openapi": "3.0.3", "paths": {}})


def test_a_missing_operation_id_is_made_from_method_and_path():
    """One that is taken gets a number."""
    item = {"responses": {}}
    paths = {
        "/a/{b}": {"get": {**item, "parameters": [parameter("b", "path")]}},
        "/a/b": {"get": item},
        "/": {"put": item},
    }
    found = api_of_document({**DOCUMENT, "paths": paths}).operations
    assert {key: facts["id"] for key, facts in found.items()} == {
        "GET /a/{b}": "getAB",
        "GET /a/b": "getAB2",
        "PUT /": "put",
    }


def test_an_operation_without_tags_is_in_the_default_class():
    """Repeated tags count once."""
    assert operation({})["tags"] == ["Default"]
    assert operation({"tags": ["b", "a", "b"]})["tags"] == ["b", "a"]


def test_parameters_of_the_path_are_those_of_each_operation_unless_it_says_otherwise():
    """The order is theirs; a parameter in a path is required whatever is said."""
    item = {
        "parameters": [parameter("a", "path"), parameter("q", "query", required=True)],
        "get": {
            "parameters": [parameter("q", "query", {"type": "integer"}), parameter("q", "header")],
            "responses": {},
        },
    }
    assert api(item, "/{a}").operations["GET /{a}"]["parameters"] == {
        "path": {"a": {"required": True, "schema": STRING}},
        "query": {"q": {"schema": {"type": "integer"}}},
        "header": {"q": {"schema": STRING}},
    }


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ({}, {}),
        ({"style": "form", "explode": True, "allowReserved": False}, {}),
        ({"explode": False}, {"explode": False}),
        ({"style": "pipeDelimited"}, {"style": "pipeDelimited"}),
        ({"style": "pipeDelimited", "explode": True}, {"style": "pipeDelimited", "explode": True}),
        ({"allowReserved": True}, {"allowReserved": True}),
        ({"description": " What it is ", "x-else": 1}, {"description": "What it is"}),
    ],
)
def test_parameters_that_mean_the_same_have_the_same_facts(words: Json, wanted: Json):
    """Style and the like are there where they are not the default."""
    found = operation({"parameters": [parameter("q", "query", **words)]})
    assert found["parameters"]["query"]["q"] == {"schema": STRING, **wanted}


def test_headers_that_are_no_parameters_are_passed_over():
    """Accept, Content-Type and Authorization are said in other places."""
    names = ["Accept", "content-type", "AUTHORIZATION", "X-Else"]
    found = operation({"parameters": [parameter(name, "header") for name in names]})
    assert list(found["parameters"]["header"]) == ["X-Else"]


def test_what_most_operations_have_in_common_is_said_of_the_service():
    """The default response and the security schemes; an operation says what is different."""
    paths = {f"/{n}": {"get": {"responses": {"200": answer(STRING), "400": ERROR, "default": ERROR}}} for n in range(3)}
    paths["/other"] = {"get": {"responses": {"400": ERROR, "404": answer()}, "security": []}}
    found = api_of_document({**DOCUMENT, "paths": copy.deepcopy(paths)})
    content = {"application/json": {"schema": {"ref": "Error"}}}
    assert found.service["auth"] == ["oauth"]
    assert found.service["default"]["content"] == content
    assert found.operations["GET /0"].keys() == {"id", "tags", "responses", "scopes", "errors"}
    assert found.operations["GET /0"]["errors"] == [400]
    other = found.operations["GET /other"]
    assert (other["auth"], other["default"], other["errors"]) == ([], {}, [404])
    assert other["responses"] == {"400": {"content": content, "description": "Wrong"}}


def test_security_is_all_that_one_of_several_requirements_asks_for():
    """Requests are signed with each scheme that there is something for."""
    found = operation({"security": [{"key": []}, {"oauth": ["read", "write"]}, {}]})
    assert found["scopes"] == ["read", "write"]
    others = {"/y": {"get": {"responses": {}}}, "/z": {"get": {"responses": {}}}}
    both = {"/x": {"get": {"responses": {}, "security": [{"key": []}, {"oauth": ["read"]}]}}, **others}
    assert api_of_document({**DOCUMENT, "paths": both}).operations["GET /x"]["auth"] == ["key", "oauth"]


def test_servers_schemes_and_descriptions_of_tags_are_kept():
    """A tag without a description says nothing."""
    service = api_of_document(DOCUMENT).service
    assert service["servers"] == ["https://odd.example/v1", "https://odd.example/v2"]
    assert service["tags"] == {"Pet": "All about *pets*.", "unused": "Nothing."}
    assert service["schemes"].keys() == {"oauth", "key"}


def test_a_schema_that_contains_itself_in_an_operation_becomes_a_component():
    """As one inside a component does."""
    rows = {"type": "array", "items": {"$ref": f"{GET}/responses/200/content/a~1b/schema"}}
    found = api({"get": {"responses": {"200": answer(rows, "a/b")}}})
    (name,) = found.components.keys() - DOCUMENT["components"]["schemas"].keys()
    assert found.components[name] == {"type": "array", "items": {"ref": name}}


def test_a_body_without_media_types_is_none():
    """There is nothing to send."""
    assert "body" not in operation({"requestBody": {"content": {}}})
    assert operation({"requestBody": {"content": {"text/plain": {"schema": ref("Pet")}}}})["body"] == {
        "content": {"text/plain": {"schema": {"ref": "Pet"}}}
    }


@pytest.mark.parametrize("extension", ["hello", ["x"], None, {"get": {"operationId": "y", "responses": {}}}])
def test_extensions_among_the_paths_are_no_paths(extension: Json):
    """What stands under a name that begins with `x-` is passed over, whatever it is (Paths Object)."""
    paths = {"x-note": extension, "/x": {"x-get": extension, "get": {"responses": {"204": answer(), "x-y": extension}}}}
    assert list(api_of_document({**DOCUMENT, "paths": paths}).operations) == ["GET /x"]


def test_a_path_begins_with_a_slash():
    """Nothing could be sent to another one."""
    with pytest.raises(DocumentError, match=r"^#/paths/pets: expected a path that begins with a slash$"):
        api({}, "pets")
