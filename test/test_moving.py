"""Errors about names of other clients say what to use here, and where to read about moving."""

from __future__ import annotations

import importlib
import importlib.util
import pickle
import pkgutil
import re

import pytest

import flat_api
from flat_api import _moving
from flat_api.operations._catalogue import services

ATTRIBUTES = {
    "flat_api.ScoreApi": "flat_api.apis.tags.score_api.ScoreApi",
    "flat_api.ClassApi": "flat_api.apis.tags.model_class_api.ModelClassApi",
    "flat_api.ScoreCreation": "flat_api.models.ScoreCreation",
    "flat_api.FlatErrorResponse": "flat_api.models.FlatErrorResponse",
    "flat_api.FlatClient": "flat_api.Flat",
    "flat_api.ApiResponse": "flat_api.api_client.ApiResponse",
    "flat_api.NotFoundError": "flat_api.exceptions.NotFoundError",
    "flat_api.FlatAuthenticationError": "flat_api.exceptions.UnauthorizedError",
    "flat_api.FlatError": "flat_api.exceptions.ApiException",
    "flat_api.RateLimitError": "flat_api.exceptions.RateLimitError",
    "flat_api.oauth.OAuth2Helper": "flat_api.oauth.OAuth",
    "flat_api.oauth.TokenManager": "flat_api.oauth.Token",
    "flat_api.OAuth2Helper": "flat_api.oauth.OAuth",
    "flat_api.exceptions.NotFoundException": "flat_api.exceptions.NotFoundError",
    "flat_api.exceptions.BadRequestException": "flat_api.exceptions.BadRequestError",
    "flat_api.exceptions.UnauthorizedException": "flat_api.exceptions.UnauthorizedError",
    "flat_api.exceptions.ForbiddenException": "flat_api.exceptions.ForbiddenError",
    "flat_api.exceptions.ConflictException": "flat_api.exceptions.ConflictError",
    "flat_api.exceptions.UnprocessableEntityException": "flat_api.exceptions.UnprocessableContentError",
    "flat_api.exceptions.ServiceException": "flat_api.exceptions.ServerError",
}
MODULES = {
    "flat_api.api": "flat_api.apis.tags",
    "flat_api.api.score_api": "flat_api.apis.tags",
    "flat_api.api_response": "flat_api.api_client.ApiResponse",
    "flat_api.models.score_details": "flat_api.model.score_details",
}


def says(message: str, here: str) -> bool:
    """Whether *message* says to use *here* and names the guide."""
    return f"; use {here}" in message and "docs/moving.md" in message


@pytest.mark.parametrize("name", ATTRIBUTES)
def test_an_attribute_of_another_client(name: str):
    """`flat_api.ScoreApi` is an AttributeError that names the class here; so is an import of it, an ImportError."""
    place, _, attribute = name.rpartition(".")
    module = importlib.import_module(place)
    with pytest.raises(AttributeError) as missing:
        getattr(module, attribute)
    assert says(str(missing.value), ATTRIBUTES[name]) and f"{place!r} has no attribute {attribute!r}" in str(
        missing.value
    )
    assert not hasattr(module, attribute)
    with pytest.raises(ImportError) as failed:
        exec(f"from {place} import {attribute}", {})
    assert says(str(failed.value), ATTRIBUTES[name]) and attribute in str(failed.value)


@pytest.mark.parametrize("name", MODULES)
def test_a_module_of_another_client(name: str):
    """`import flat_api.api.score_api` is a ModuleNotFoundError that names the module here."""
    with pytest.raises(ModuleNotFoundError) as failed:
        importlib.import_module(name)
    assert says(str(failed.value), MODULES[name])
    assert name.startswith(failed.value.name or "?")


@pytest.mark.parametrize("name", ["nope", "Nope", "NopeApi", "NopeError", "_hidden"])
def test_names_of_nobody(name: str):
    """Of a name that no client has, the error says what Python's does."""
    for place in (flat_api, flat_api.exceptions):
        with pytest.raises(AttributeError, match=f"^module {place.__name__!r} has no attribute {name!r}$"):
            getattr(place, name)
        with pytest.raises(ImportError, match=f"^cannot import name {name!r} from {place.__name__!r} "):
            exec(f"from {place.__name__} import {name}", {})


def test_modules_of_nobody():
    """A module that no client has is missing as any other is, and can be looked for."""
    assert importlib.util.find_spec("flat_api.nope") is None
    for name in ("flat_api.nope", "flat_api.exceptions.nope", "flat_api.models.nope", "flat_api.model.nope"):
        with pytest.raises(ModuleNotFoundError, match=f"^No module named '{re.escape(name)}'$"):
            importlib.import_module(name)


def test_everything_that_is_advised_is_there():
    """Each name that an error tells to use can be used."""
    told = {found for name in [*ATTRIBUTES, *MODULES] if (found := _moving.advice(name))}
    told |= {f"flat_api.exceptions.{name}" for name in _moving.ERRORS.values()}
    told |= {found for name in _moving.NAMES for found in [_moving.advice(f"flat_api.{name}")] if found}
    names = {name for text in told for name in re.findall(r"flat_api(?:\.\w+)+", text)}
    assert len(names) > 20
    for name in names - {"flat_api.api_client.ApiResponse.response"}:
        pkgutil.resolve_name(name)


def test_every_class_of_operations_is_known():
    """The name that the tag gives a class elsewhere leads to the class here, and to the attribute of `Flat`."""
    with flat_api.Flat(access_token="secret") as flat:
        for cls in services("flat_api"):
            told = _moving.advice(f"flat_api.{cls.__name__.removeprefix('Model')}") or ""
            assert told.startswith(f"{cls.__module__}.{cls.__name__}, ")
            assert hasattr(flat, told.rpartition(".")[2])
            module = cls.__module__.rpartition(".")[2]
            assert _moving.advice(f"flat_api.api.{module.removeprefix('model_')}") == told


def test_every_model_is_known():
    """The name of a model leads to it, and so does the module that another client has it in."""
    for name in flat_api.models.__all__:
        cls = getattr(flat_api.models, name)
        assert _moving.advice(f"flat_api.{name}") == f"flat_api.models.{name}"
        assert _moving.advice(f"flat_api.models.{cls.__module__.rpartition('.')[2]}") == cls.__module__


def test_the_errors_go_through_a_pickle():
    with pytest.raises(ImportError) as failed:
        exec("from flat_api import ScoreApi", {})
    assert str(pickle.loads(pickle.dumps(failed.value))) == str(failed.value)
