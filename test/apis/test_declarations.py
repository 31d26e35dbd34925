"""What the operations declare, held against the facts of the API, and what they say about themselves."""

from __future__ import annotations

import json
import re
import typing
from collections import Counter

import pytest

from flat_api import models
from flat_api.apis.tag_to_api import tag_to_api
from flat_api.apis.tags import TagValues
from flat_api.apis.tags.score_api import ScoreApi
from flat_api.apis.tags.user_api import UserApi
from flat_api.model.flat_error_response import FlatErrorResponse
from flat_api.operations import MediaType, Operation, ParameterBase
from flat_api.schemas import (
    BinarySchema,
    BoolSchema,
    DictSchema,
    EnumBase,
    IntSchema,
    ListSchema,
    StrSchema,
    declaration_of,
)

from . import facts

DECLARED = [entry for cls in tag_to_api.values() for entry in vars(cls).values() if isinstance(entry, Operation)]
OPERATIONS = {entry.id: entry for entry in DECLARED}
TYPES = {"string": StrSchema, "boolean": BoolSchema, "integer": IntSchema, "object": DictSchema}
ERROR = {"application/json": {"$ref": "#/components/schemas/FlatErrorResponse"}}

each_operation = pytest.mark.parametrize("id", OPERATIONS)


def shape(schema: typing.Any) -> dict[str, typing.Any]:
    """*schema* as the facts write it."""
    declared = declaration_of(schema)
    if schema.__name__ in models.__all__:
        return {"$ref": f"#/components/schemas/{schema.__name__}"}
    if issubclass(schema, BinarySchema):
        return {"type": "string", "format": "binary"}
    if issubclass(schema, ListSchema):
        return {"type": "array", "items": shape(declared.items)}
    if declared.any_of:
        return {"anyOf": [shape(branch) for branch in declared.any_of]}
    (kind,) = [name for name, base in TYPES.items() if issubclass(schema, base)]
    properties = {key: shape(entry.schema) for key, entry in declared.properties.items()}
    word = "x-extensible-enum" if declared.extensible else "enum"
    return {
        "type": kind,
        **{keyword.name: limit for keyword, limit in declared.keywords},
        **({word: list(declared.enum or ())} if issubclass(schema, EnumBase) else {}),
        **({"properties": properties} if properties else {}),
        **({"required": sorted(declared.required)} if declared.required else {}),
    }


def plain(schema: dict[str, typing.Any]) -> dict[str, typing.Any]:
    """*schema* of the facts without its default, and without items where it is no array."""
    left_out = ("default",) if schema.get("type") == "array" else ("default", "items")
    kept = {name: entry for name, entry in schema.items() if name not in left_out}
    return {**kept, "items": plain(kept["items"])} if "items" in kept else kept


def contents(declared: dict[str, MediaType] | None) -> dict[str, typing.Any]:
    """Media types with what they hold, of a declared body."""
    return {name: shape(entry.schema) for name, entry in (declared or {}).items()}


def contents_in(entry: facts.Json) -> dict[str, typing.Any]:
    """Media types with what they hold, of a body in the facts."""
    return {name: plain(found["schema"]) for name, found in entry.get("content", {}).items()}


def test_there_are_123_operations():
    """Every operation of the API is declared once, under its own id, with its own method and path."""
    assert len(OPERATIONS) == len(set(map(id, DECLARED))) == 123
    assert sorted(OPERATIONS) == sorted(facts.operations())


@each_operation
def test_method_and_path(id: str):
    fact, operation = facts.operations()[id], OPERATIONS[id]
    assert (operation.method, operation.path) == (fact["method"], fact["path"])
    assert operation.deprecated == fact.get("deprecated", False)


@each_operation
def test_parameters(id: str):
    """Parameters agree in place, name, type, limits and values, and in whether they may be left out."""
    declared = {
        (entry.in_type.value, entry.name): (bool(entry.required), shape(entry.schema))
        for entry in OPERATIONS[id].parameters
    }
    assert len(declared) == len(OPERATIONS[id].parameters)
    assert declared == {
        key: (entry.get("required", False), plain(entry["schema"]))
        for key, entry in facts.operations()[id]["parameters"].items()
    }


@each_operation
def test_body(id: str):
    """What is sent agrees in media types, model, and whether it may be left out."""
    body, fact = OPERATIONS[id].body, facts.operations()[id].get("requestBody")
    assert (body is None) == (fact is None)
    if body is not None and fact is not None:
        assert (body.required, contents(body.content)) == (fact.get("required", False), contents_in(fact))


@each_operation
def test_answers(id: str):
    """Answers agree in status codes, media types and models; each error has the body that all errors have."""
    operation, responses = OPERATIONS[id], facts.operations()[id]["responses"]
    found = {status: contents(response.content) for status, response in operation.responses.items()}
    assert found == {status: contents_in(entry) for status, entry in responses.items() if status.startswith("2")}
    errors = {status: contents_in(entry) for status, entry in responses.items() if status.startswith(("4", "5"))}
    assert errors == {str(status): ERROR for status in operation.errors}
    assert list(contents_in(responses["default"]).values()) == list(ERROR.values())


@each_operation
def test_scopes(id: str):
    """The scopes are those of OAuth2, the one security scheme, in the order of the facts."""
    assert [{"OAuth2": list(OPERATIONS[id].scopes)}] == facts.operations()[id]["security"]


@each_operation
def test_tags(id: str):
    """An operation stands in the class of each of its tags, as one and the same object, and in no other class."""
    tags = {tag.value for tag in TagValues if any(entry is OPERATIONS[id] for entry in vars(tag_to_api[tag]).values())}
    assert tags == set(facts.operations()[id]["tags"])


@each_operation
def test_defaults_are_stated(id: str):
    """What the API takes for a parameter that is left out is in the description of the parameter."""
    declared = {(entry.in_type.value, entry.name): entry for entry in OPERATIONS[id].parameters}
    for key, entry in facts.operations()[id]["parameters"].items():
        if "default" in entry["schema"]:
            default = entry["schema"]["default"]
            stated = default if isinstance(default, str) else json.dumps(default)
            assert re.search(rf"\b{stated}`?( ones)? if not given$", declared[key].description), key


def test_what_holds_for_all_operations():
    """Each class signs with OAuth2 and reads whatever error comes as a `FlatErrorResponse`."""
    for cls in tag_to_api.values():
        assert cls.auth_settings == ("OAuth2",)
        assert cls.default_response is not None
        assert cls.default_response.content == {"application/json": MediaType(FlatErrorResponse)}


def test_the_misspelled_name_has_a_twin():
    """`ger_user_likes`, as version 2.18.0 spelled it, and `get_user_likes` are the same operation."""
    assert UserApi.ger_user_likes is UserApi.get_user_likes is ScoreApi.ger_user_likes is ScoreApi.get_user_likes
    assert (UserApi.ger_user_likes.name, UserApi.ger_user_likes.id) == ("get_user_likes", "getUserLikes")


# What they say


def sentences(text: str) -> bool:
    """Whether *text* is in whole sentences: a capital letter first, a full stop last, no space to spare."""
    return bool(re.fullmatch(r"[A-Z]\S*( \S+)+\.", text))


def phrase(text: str) -> bool:
    """Whether *text* is a phrase: a capital letter first, no full stop last, no space to spare."""
    return bool(re.fullmatch(r"[A-Z]\S*( \S+)+", text)) and not text.endswith((".", ",", ";", ":"))


@each_operation
def test_an_operation_says_what_it_does(id: str):
    """The description of an operation is one sentence or more, in plain letters, with a verb before anything else."""
    description = OPERATIONS[id].description
    assert sentences(description) and description.isascii()
    assert description.split()[0] not in ("The", "A", "An", "This", "It")


@each_operation
def test_a_parameter_says_what_it_is(id: str):
    """Each parameter and each body is described in a phrase, and no two of one operation alike."""
    operation = OPERATIONS[id]
    said = [entry.description for entry in operation.parameters]
    said += [operation.body.description] if operation.body is not None else []
    assert [text for text in said if not phrase(text)] == []
    assert [text for text, count in Counter(said).items() if count > 1] == []


def test_no_two_operations_say_the_same():
    said = Counter(operation.description for operation in OPERATIONS.values())
    assert [text for text, count in said.items() if count > 1] == []


def test_a_description_belongs_to_one_meaning():
    """Where parameters share a description, they share name and type."""
    meanings: dict[str, set[tuple[str, str]]] = {}
    for operation in OPERATIONS.values():
        for entry in operation.parameters:
            meanings.setdefault(entry.description, set()).add((entry.name, json.dumps(shape(entry.schema))))
    assert {text: found for text, found in meanings.items() if len(found) > 1} == {}


def test_an_identifier_is_called_one():
    """What stands in a path is an identifier of something, unless it is one of a few words, a code, or a position."""
    for operation in OPERATIONS.values():
        for entry in of_path(operation):
            words = declaration_of(typing.cast(type, entry.schema)).enum or entry.name in ("enrollmentCode", "index")
            assert words or entry.description == f"Unique identifier of the {entry.name}"


def of_path(operation: Operation[typing.Any]) -> list[ParameterBase]:
    return [entry for entry in operation.parameters if entry.in_type.value == "path"]


def test_a_class_says_what_it_is_for():
    """Each class, and each class of values nested in one, has a docstring of its own."""
    for cls in tag_to_api.values():
        assert sentences(" ".join((cls.__dict__["__doc__"] or "").split()))
        for entry in vars(cls).values():
            if isinstance(entry, type):
                assert phrase(declaration_of(entry).description)
