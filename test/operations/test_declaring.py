"""Less usual declarations: answers that differ by status and media type, and other signatures than the class has."""

from __future__ import annotations

import typing

from flat_api.api_client import Api, ApiClient
from flat_api.configuration import Configuration
from flat_api.model.task import Task
from flat_api.operations import Encoding, MediaType, OpenApiResponse, delete, get, post
from flat_api.operations._call import bind, request_for
from flat_api.schemas import DictSchema, IntSchema, StrSchema, declaration_of, optional, required


class Problem(DictSchema):
    """What went wrong."""


class UsualApi(Api):
    """Operations that say more than the usual."""

    auth_settings = ("OAuth2",)
    default_response = OpenApiResponse(content={"application/json": MediaType(StrSchema)})

    look = get("/look", "Look without a token", returns=Task, auth=())
    ask = get("/ask", "Ask", returns=Task)
    convert = post(
        "/convert",
        "Convert something",
        body=required(Task, "What to convert"),
        consumes={
            "application/json": Task,
            "multipart/form-data": MediaType(DictSchema, {"file": Encoding("audio/wav")}),
        },
        returns=Task,
        produces={"application/json": Task, "text/plain": StrSchema},
        status=201,
        responses={"4XX": Problem, "default": OpenApiResponse(content={"text/plain": MediaType(StrSchema)}), 204: None},
    )
    vanish = delete("/vanish", "Vanish, and nobody knows how it is answered", responses={})


def held(response: OpenApiResponse) -> dict[str, typing.Any]:
    return {name: media_type.schema for name, media_type in (response.content or {}).items()}


def request(name: str) -> dict[str, typing.Any]:
    api = UsualApi(ApiClient(Configuration(access_token="secret")))
    operation = getattr(UsualApi, name)
    return request_for(operation, api, bind(operation, (), {}))


def test_security_schemes_of_one_operation_stand_for_those_of_the_class():
    """`auth=()` sends no token."""
    assert request("look")["auth_settings"] == []
    assert request("ask")["auth_settings"] == ["OAuth2"]


def test_each_media_type_may_hold_something_else():
    """A mapping says what: a class, or a media type with encodings."""
    assert UsualApi.convert.body is not None
    content = UsualApi.convert.body.content
    assert (content["application/json"].schema, content["multipart/form-data"].schema) == (Task, DictSchema)
    assert content["multipart/form-data"].encoding is not None
    assert held(UsualApi.convert.responses["201"]) == {"application/json": Task, "text/plain": StrSchema}
    assert UsualApi.convert.returns is Task


def test_further_answers_are_classes_responses_or_nothing():
    """By status code, by range, and for all others."""
    responses = UsualApi.convert.responses
    assert list(responses) == ["201", "4XX", "default", "204"]
    assert held(responses["4XX"]) == {"application/json": Problem, "text/plain": Problem}
    assert held(responses["default"]) == {"text/plain": StrSchema}
    assert responses["204"].content is None


def test_the_nearest_declaration_of_a_status_is_used():
    """The code itself, then its range, then the default of the operation, then that of the class."""
    api = UsualApi()
    assert api.convert._declared(204) is UsualApi.convert.responses["204"]
    assert api.convert._declared(404) is UsualApi.convert.responses["4XX"]
    assert api.convert._declared(500) is UsualApi.convert.responses["default"]
    assert api.ask._declared(500) is UsualApi.default_response


def test_an_operation_may_declare_no_success_at_all():
    """Then what is declared for all other statuses is declared for a success too."""
    assert UsualApi.vanish.responses == {}
    assert UsualApi.vanish.returns is None
    assert UsualApi().vanish._declared(200) is UsualApi.default_response


def test_a_parameter_with_a_default():
    """The default is one of the class of the parameter; it is not sent."""
    operation = get("/things", "List things", query={"limit": optional(IntSchema, "How many", default=25)})
    (parameter,) = operation.parameters
    assert declaration_of(parameter.value_schema).default == 25
    assert issubclass(parameter.value_schema, IntSchema)
    assert parameter.serialize(3) == {"limit": "?limit=3"}
