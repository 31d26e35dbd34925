"""Every operation is called, with valid values, against a server that has its own opinion of requests."""

from __future__ import annotations

import json
import pathlib
import random
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

from .validating import Values, serving

FACTS = pathlib.Path(__file__).parents[3] / "shared" / "spec" / "flat-api-2.18.0.facts.json"
CALLS = 6
"""Calls of each operation: the first with as little as possible, the second with everything."""

pytestmark = pytest.mark.skipif(not FACTS.exists(), reason="the facts of the API are not beside this checkout")

OPERATIONS = {
    operation.id: (cls, operation)
    for cls in tag_to_api.values()
    for operation in vars(cls).values()
    if isinstance(operation, Operation)
}


@pytest.fixture(scope="module")
def server():
    with serving(json.loads(FACTS.read_text())) as running:
        yield running


@pytest.fixture(scope="module")
def client(server):
    with ApiClient(Configuration(host=server.url, access_token="token", strict_responses=True)) as made:
        yield made


def declared_in(document, id):
    """What the document says of the operation *id*."""
    operations = [entry for item in document["paths"].values() for entry in item.values() if isinstance(entry, dict)]
    return next(entry for entry in operations if entry.get("operationId") == id)


def arguments_for(values: Values, declared, chosen: random.Random, chance: float):
    """Valid arguments of a call: all that is required, and of the rest each with *chance*."""
    found: dict[str, dict[str, object]] = {}
    for parameter in declared["parameters"]:
        if parameter.get("required") or chosen.random() < chance:
            place = found.setdefault(f"{parameter['in']}_params", {})
            place[parameter["name"]] = fitting(values, parameter)
    body = declared.get("requestBody")
    if body and (body.get("required") or chosen.random() < chance):
        found["body"] = values.valid(body["content"]["application/json"]["schema"])
    return found


def fitting(values: Values, parameter):
    """A value that can be seen: no empty segment, no empty array, and no slash, which WSGI would take apart."""
    while True:
        value = values.valid(parameter["schema"])
        if value not in ("", []) and "/" not in str(value):
            return value


def test_all_are_there():
    """The operations are those of the document."""
    items = json.loads(FACTS.read_text())["paths"].values()
    ids = {entry["operationId"] for item in items for entry in item.values() if isinstance(entry, dict)}
    assert set(OPERATIONS) == ids
    assert len(ids) == 97


@pytest.mark.parametrize("id", sorted(OPERATIONS))
def test_request_is_accepted_and_answer_becomes_a_model(server, client, id):
    """The server finds nothing wrong with the request, and its answer is read without a loss."""
    cls, operation = OPERATIONS[id]
    declared = declared_in(server.document, id)
    chosen = random.Random(id)
    values = Values(server.document, chosen.randrange(2**32))
    for call in range(CALLS):
        before = len(server.answers)
        arguments = arguments_for(values, declared, chosen, {0: 0.0, 1: 1.0}.get(call, 0.5))
        response = getattr(cls(client), operation.name)(**arguments)
        assert server.refusals == []
        ((answered, data),) = server.answers[before:]
        assert answered == id
        check_body(operation, response.body, data)


def check_body(operation, body, data):
    if operation.returns is None:
        assert body is unset
    elif issubclass(operation.returns, BinarySchema):
        assert body == data
    else:
        assert isinstance(body, operation.returns)
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


@pytest.mark.parametrize("id", sorted(OPERATIONS))
def test_plain_form_makes_the_same_call(server, client, id):
    """Every parameter is a keyword: the server accepts the request, and the value itself comes back."""
    cls, operation = OPERATIONS[id]
    declared = declared_in(server.document, id)
    chosen = random.Random(id)
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
        ((answered, data),) = server.answers[before:]
        assert answered == id
        check_body(operation, unset if body is None else body, data)


def test_wrong_requests_are_refused_by_the_server(server, client):
    """The server is no yes-man: what this package would not send, it refuses."""
    response = client.request("GET", f"{server.url}/collections?limit=1000", headers={"Authorization": "Bearer token"})
    assert response.status == 400
    response = client.request("GET", f"{server.url}/tasks/a")
    assert response.status == 400
    assert len(server.refusals) == 2
    server.refusals.clear()
