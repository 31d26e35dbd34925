"""Every operation is called, with valid values, against servers that have their own opinion of requests.

There is one server for each version of the API that the declarations are the union of.
"""

from __future__ import annotations

import contextlib
import json
import random
import typing
from functools import reduce
from operator import getitem

import pytest

from flat_api._resources import calls_class
from flat_api.api_client import ApiClient
from flat_api.apis.tag_to_api import tag_to_api
from flat_api.configuration import Configuration
from flat_api.operations import Keywords, Operation
from flat_api.operations._strict_bodies import undeclared
from flat_api.schemas import BinarySchema, unset

from ..codegen.generated import spec
from ..recordings import SPECS
from .validating import METHODS, Values, serving

VERSIONS = {"2.18.0": 97, "2.26.2": 123}
"""How many operations each version has."""

CALLS = 6
"""Calls of each operation: the first with as little as possible, the second with everything."""

OPERATIONS = {
    f"{operation.method} {operation.path}": (cls, operation)
    for cls in tag_to_api.values()
    for operation in vars(cls).values()
    if isinstance(operation, Operation)
}


def declared_in(document) -> dict[str, typing.Any]:
    """What *document* says of each operation, by method and path."""
    return {
        f"{method.upper()} {path}": item[method]
        for path, item in document["paths"].items()
        for method in METHODS
        if method in item
    }


def is_answered(declared) -> bool:
    """Whether the operation has an answer that is no error: 2.26.2 declares none for `untrashCollection`."""
    return any(status.startswith("2") for status in declared["responses"])


def answered_operations():
    """Version and key of each operation, where the facts are beside this checkout."""
    for version in VERSIONS:
        if SPECS.exists():
            declared = declared_in(spec(version))
            yield from ((version, key) for key in sorted(declared) if is_answered(declared[key]))


each_operation = pytest.mark.parametrize(("version", "key"), list(answered_operations()))


def without_blocked(document):
    """*document* without the state of tasks that `Task` does not declare, since it stays as it was in 2.18.0."""
    states = document["components"]["schemas"]["Task"]["properties"]["state"]["enum"]
    states[:] = [state for state in states if state != "blocked"]
    return document


@pytest.fixture(scope="module")
def servers():
    """A server of each version, and a client of it that accepts what is declared, and nothing else."""
    with contextlib.ExitStack() as opened:
        found = {}
        for version in VERSIONS:
            server = opened.enter_context(serving(without_blocked(spec(version))))
            configuration = Configuration(host=server.url, access_token="token", strict_responses=True)
            client = opened.enter_context(ApiClient(configuration))
            found[version] = server, client
        yield found


def arguments_for(values: Values, declared, chosen: random.Random, chance: float):
    """Valid arguments of a call: all that is required, and of the rest each with *chance*."""
    found: dict[str, dict[str, object]] = {}
    for parameter in declared["parameters"]:
        if parameter.get("required") or chosen.random() < chance:
            place = found.setdefault(f"{parameter['in']}_params", {})
            place[parameter["name"]] = fitting(values, parameter)
    body = declared.get("requestBody")
    if body and (body.get("required") or chosen.random() < chance):
        found["body"] = values.valid(next(iter(body["content"].values()))["schema"])
    return found


def fitting(values: Values, parameter):
    """A value that can be seen: no empty segment, no empty array, and no slash, which WSGI would take apart.

    In a header, it is one of ASCII.
    """
    while True:
        value = values.valid(parameter["schema"])
        fits = value not in ("", []) and "/" not in str(value)
        if fits and (parameter["in"] != "header" or value.isascii()):
            return value


def test_all_are_there():
    """The operations of both versions are there, and no others."""
    declared = {version: set(declared_in(spec(version))) for version in VERSIONS}
    assert {version: len(keys) for version, keys in declared.items()} == VERSIONS
    assert set(OPERATIONS) == set().union(*declared.values())


@each_operation
def test_request_is_accepted_and_answer_becomes_a_model(servers, version, key):
    """The server finds nothing wrong with the request, and each of its answers is read without a loss."""
    server, client = servers[version]
    cls, operation = OPERATIONS[key]
    declared = declared_in(server.document)[key]
    chosen = random.Random(key)
    values = Values(server.document, chosen.randrange(2**32))
    for call in range(CALLS):
        before = len(server.answers)
        arguments = arguments_for(values, declared, chosen, {0: 0.0, 1: 1.0}.get(call, 0.5))
        response = getattr(cls(client), operation.name)(**arguments)
        assert server.refusals == []
        ((answered, status, data),) = server.answers[before:]
        assert (answered, status) == (declared["operationId"], response.response.status)
        check_body(operation, status, response.body, data)


def check_body(operation, status, body, data):
    content = operation.responses[str(status)].content
    schema = None if content is None else next(iter(content.values())).schema
    if schema is None:
        assert body is unset
    elif issubclass(schema, BinarySchema):
        assert body == data
    else:
        assert isinstance(body, schema)
        assert json.loads(body.to_json()) == json.loads(data)


def in_the_plain_form(operation, body):
    """The arguments for *body*: keys that are not declared are extra, and not inside of others, where none can be."""
    schema = next(iter(operation.body.content.values())).schema
    extra = {}
    for problem in reversed(undeclared(schema, body)):
        *steps, key = problem.path[1:]
        value = reduce(getitem, steps, body).pop(key)
        extra |= {} if steps else {key: value}
    return {"body": body, "extra_body": extra}


@each_operation
def test_plain_form_makes_the_same_call(servers, version, key):
    """Every parameter is a keyword: the server accepts the request, and the value itself comes back."""
    server, client = servers[version]
    cls, operation = OPERATIONS[key]
    declared = declared_in(server.document)[key]
    chosen = random.Random(key)
    values = Values(server.document, chosen.randrange(2**32))
    call = getattr(calls_class(cls)(client), operation.name)
    names = {(entry.place, entry.key): entry.name for entry in Keywords(operation).all.values()}
    for chance in (0.0, 1.0):
        before = len(server.answers)
        arguments = arguments_for(values, declared, chosen, chance)
        given = in_the_plain_form(operation, arguments.pop("body")) if "body" in arguments else {}
        given |= {names[place, key]: value for place, found in arguments.items() for key, value in found.items()}
        body = call(**given)
        assert server.refusals == []
        ((answered, status, data),) = server.answers[before:]
        assert answered == declared["operationId"]
        check_body(operation, status, unset if body is None else body, data)


@pytest.mark.parametrize("version", VERSIONS)
def test_wrong_requests_are_refused_by_the_server(servers, version):
    """The server is no yes-man: what this package would not send, it refuses."""
    server, client = servers[version]
    response = client.request("GET", f"{server.url}/collections?limit=1000", headers={"Authorization": "Bearer token"})
    assert response.status == 400
    response = client.request("GET", f"{server.url}/tasks/a")
    assert response.status == 400
    assert len(server.refusals) == 2
    server.refusals.clear()
