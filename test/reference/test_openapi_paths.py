"""The paths of the OpenAPI document: what it says of operations. That nothing is lost is in test_roundtrip.py."""

import pytest
from openapi_spec_validator import validate

from flat_api.api_client import Api
from flat_api.apis.tags.score_api import ScoreApi
from flat_api.apis.tags.task_api import TaskApi
from flat_api.model.flat_error_response import FlatErrorResponse
from flat_api.model.task import Task
from flat_api.operations import (
    Encoding,
    MediaType,
    OpenApiResponse,
    ParameterStyle,
    QueryParameter,
    delete,
    get,
    post,
)
from flat_api.operations._catalogue import listed
from flat_api.reference import openapi_document
from flat_api.schemas import DictSchema, EnumBase, IntSchema, StrSchema, list_of, optional, required, value


class Hue(EnumBase, StrSchema):
    """How it looks"""

    RED = value("red")


class ThingApi(Api):
    """Things,
    and more things.
    """

    tag = "all things"

    find = get(
        "/things/{kind}",
        "Find things",
        path={"kind": required(StrSchema)},
        query={
            "ids": QueryParameter("ids", style=ParameterStyle.PIPE_DELIMITED, schema=list_of(StrSchema)),
            "flags": QueryParameter("flags", explode=False, allow_reserved=True, schema=list_of(StrSchema)),
            "where": QueryParameter("where", content={"application/json": Task}, description="Which"),
            "hue": optional(Hue),
        },
        returns=list_of(Task),
        headers={"Link": required(StrSchema, "Where to go on")},
        responses={"4XX": OpenApiResponse(content={"text/plain": MediaType(StrSchema)}, description="Wrong")},
        errors=(503,),
    )
    make = post(
        "/things/{kind}",
        "Make a thing",
        path={"kind": required(IntSchema)},
        body=required(Task, "The thing"),
        consumes={
            "application/json": Task,
            "multipart/form-data": MediaType(DictSchema, {"file": Encoding("image/png", style=ParameterStyle.FORM)}),
        },
        deprecated=True,
        id="makeThing",
    )
    drop = delete("/things/{kind}", "Drop it", path={"kind": required(StrSchema)}, responses={})


class SignedApi(Api):
    """Operations that are signed in different ways."""

    auth_settings = ("key", "login", "unknown")
    security_schemes = {  # noqa: RUF012
        "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
        "login": {
            "type": "oauth2",
            "flows": {"implicit": {"authorizationUrl": "https://a.example", "scopes": {"x": ""}}},
        },
    }
    servers = ("https://a.example", "https://b.example")
    default_response = OpenApiResponse(content={"application/json": MediaType(FlatErrorResponse)})

    ask = get("/ask", "Ask", returns=Task, scopes=("x",), errors=(404,))
    shout = get("/shout", "Shout", auth=())


def document(*classes):
    """The document of the operations of *classes*, which validators find no fault with."""
    found = openapi_document(listed=listed(classes))
    validate(found)
    return found


def test_an_operation_says_all_that_is_declared():
    """Its tags, id, description, parameters, answers, errors and scopes."""
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/FlatErrorResponse"}}}
    assert document(TaskApi)["paths"]["/tasks/{task}"] == {
        "get": {
            "tags": ["Task"],
            "operationId": "getTask",
            "description": TaskApi.get_task.description,
            "parameters": [
                {
                    "name": "task",
                    "in": "path",
                    "required": True,
                    "description": "Unique identifier of the task",
                    "schema": {"type": "string"},
                }
            ],
            "responses": {
                "200": {
                    "description": "OK",
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Task"}}},
                },
                "default": {"description": "Any other status", "content": content},
            },
            "security": [{"OAuth2": ["tasks.readonly"]}],
        }
    }


def test_models_that_operations_mention_come_along():
    """Those of bodies, answers and errors; what is declared inside a class of operations is written out."""
    assert set(document(TaskApi)["components"]["schemas"]) == {"Task", "FlatErrorResponse"}
    schemas = document(ScoreApi)["components"]["schemas"]
    assert {"ScoreDetails", "ScoreCreation", "ScoreFork"} <= set(schemas)
    assert not {"Sort", "Direction", "Format"} & set(schemas)


def test_parameters_say_how_they_are_written_where_it_is_not_the_usual_way():
    """Style, explode and allowReserved, or a media type."""
    item = document(ThingApi)["paths"]["/things/{kind}"]
    found = {entry["name"]: entry for entry in item["get"]["parameters"]}
    array = {"type": "array", "items": {"type": "string"}}
    assert found["ids"] == {"name": "ids", "in": "query", "style": "pipeDelimited", "schema": array}
    assert found["flags"] == {"name": "flags", "in": "query", "explode": False, "allowReserved": True, "schema": array}
    assert found["where"] == {
        "name": "where",
        "in": "query",
        "description": "Which",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Task"}}},
    }
    assert found["hue"]["schema"] == {"$ref": "#/components/schemas/Hue"}
    assert "description" not in found["hue"]


def test_bodies_have_media_types_and_encodings():
    """Each with its own schema."""
    body = document(ThingApi)["paths"]["/things/{kind}"]["post"]["requestBody"]
    assert body["required"] is True
    assert body["description"] == "The thing"
    assert body["content"]["multipart/form-data"] == {
        "schema": {"type": "object"},
        "encoding": {"file": {"contentType": "image/png", "style": "form"}},
    }


def test_answers_have_headers_ranges_and_descriptions():
    """A status that is declared by itself is answered as all others are; every answer has a description."""
    responses = document(ThingApi)["paths"]["/things/{kind}"]["get"]["responses"]
    assert list(responses) == ["200", "4XX", "503"]
    assert responses["200"]["headers"] == {
        "Link": {"required": True, "description": "Where to go on", "schema": {"type": "string"}}
    }
    assert responses["4XX"]["description"] == "Wrong"
    assert responses["503"] == {"description": "Service Unavailable"}


def test_an_operation_without_any_answer_has_one_all_the_same():
    """OpenAPI wants one; it says nothing."""
    drop = document(ThingApi)["paths"]["/things/{kind}"]["delete"]
    assert drop["responses"] == {"default": {"description": "Any other status"}}


def test_deprecated_operations_and_given_ids_are_told():
    """An id that isn't the name is the one that was given."""
    item = document(ThingApi)["paths"]["/things/{kind}"]
    assert (item["post"]["operationId"], item["post"]["deprecated"]) == ("makeThing", True)
    assert "deprecated" not in item["get"]


def test_security_is_that_of_the_class_or_of_the_operation():
    """Scopes belong to OAuth2; a scheme that nobody describes is left out."""
    found = document(SignedApi)
    assert found["components"]["securitySchemes"].keys() == {"key", "login"}
    assert found["paths"]["/ask"]["get"]["security"] == [{"key": []}, {"login": ["x"]}]
    assert found["paths"]["/shout"]["get"]["security"] == []
    assert list(found["paths"]["/ask"]["get"]["responses"]) == ["200", "404", "default"]


def test_servers_and_tags_are_those_of_the_classes():
    """Tags are described by the classes they are about."""
    found = document(SignedApi, ThingApi)
    assert found["servers"] == [{"url": "https://a.example"}, {"url": "https://b.example"}]
    assert found["tags"] == [
        {"name": "Signed", "description": "Operations that are signed in different ways."},
        {"name": "all things", "description": "Things,\nand more things."},
    ]


def test_the_document_of_the_package_has_its_servers_tags_and_schemes():
    """What a client or a sandbox made from it needs to know."""
    found = openapi_document()
    assert found["servers"] == [{"url": "https://api.flat.io/v2"}]
    assert [tag["name"] for tag in found["tags"]] == [
        "Account",
        "Class",
        "Collection",
        "EduResources",
        "Group",
        "OMR",
        "Organization",
        "Score",
        "Task",
        "User",
    ]
    assert all(tag["description"] for tag in found["tags"])
    flows = found["components"]["securitySchemes"]["OAuth2"]["flows"]
    used = {
        scope
        for item in found["paths"].values()
        for operation in item.values()
        for entry in operation["security"]
        for scope in entry["OAuth2"]
    }
    assert used - set(flows["authorizationCode"]["scopes"]) == {"edu.admin.readonly"}  # of `listGroups` alone


@pytest.mark.parametrize("name", ["get_score_submissions", "get_user_scores"])
def test_operations_of_two_tags_are_there_once(name):
    """With both tags, the class that declares them first."""
    wanted = {"get_score_submissions": {"Score", "Class"}, "get_user_scores": {"User", "Score"}}[name]
    operation = getattr(ScoreApi, name)
    item = openapi_document()["paths"][operation.path]
    assert set(item["get"]["tags"]) == wanted
