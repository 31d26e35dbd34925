"""Every operation is called by the client, in the plain form and as programs of the earlier client do."""

import inspect

import pytest

from flat_api.api_client import ApiClient
from flat_api.configuration import Configuration
from flat_api.operations import Operation
from flat_api.sandbox.handlers import HANDLERS
from flat_api.schemas import BinarySchema, Unset, unset

from .calling import DECLARED, arguments, called


def is_right(operation: Operation, body):
    returned = operation.returns
    if returned is None:
        return body is unset or body is None
    return bool(body) if issubclass(returned, BinarySchema) else isinstance(body, returned)


def test_all_are_there():
    """There are 123, each with a function of its own that answers it."""
    assert len(DECLARED) == 123
    assert all(callable(HANDLERS[operation.name]) for operation in DECLARED)


@pytest.mark.parametrize("whole", [False, True], ids=["least", "most"])
@pytest.mark.parametrize("operation", DECLARED, ids=[operation.id for operation in DECLARED])
def test_earlier_form_gives_a_model(sandbox, known, operation, whole):
    """api.operation(path_params=..., body=...).body is what is declared."""
    with ApiClient(Configuration(host=sandbox.url, access_token=sandbox.token, strict_responses=True)) as client:
        response = called(client, operation)(**arguments(operation, known, whole))
        assert not isinstance(response.body, Unset) or operation.returns is None
        assert is_right(operation, response.body)
        assert sandbox.requests[-1].operation == operation.name


@pytest.mark.parametrize("operation", DECLARED, ids=[operation.id for operation in DECLARED])
def test_plain_form_gives_a_model(sandbox, known, operation):
    """flat.tag.operation(name=..., body=...) is what is declared."""
    with sandbox.client(strict_responses=True) as flat:
        call = next(
            found
            for tag in (name for name, _ in inspect.getmembers(type(flat), lambda entry: isinstance(entry, property)))
            if (found := getattr(getattr(flat, tag), operation.name, None)) is not None
        )
        places = arguments(operation, known, True)
        required = {**places.get("path_params", {}), **places.get("query_params", {})}
        keywords = {f"{name}_" if name == "class" else name: value for name, value in required.items()}
        assert is_right(operation, call(**keywords, **{key: places[key] for key in ("body",) if key in places}))
