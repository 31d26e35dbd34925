"""The keywords of JSON Schema, as the classes of a foreign package state them."""

from __future__ import annotations

import pytest

from .conftest import frozen
from .keywords import TABLE


def ways_to_build(shop, cls, value):
    """The ways to hand *value* to *cls*."""
    configuration = shop.configuration.Configuration()
    disabled = shop.configuration.Configuration(disabled_client_side_validations="")
    yield lambda: cls.from_openapi_data_oapg(value)
    yield lambda: cls.from_openapi_data_oapg(value, _configuration=configuration)
    yield lambda: cls(value)
    yield lambda: cls(value, _configuration=disabled)


@pytest.mark.parametrize("name", [name for name, entry in TABLE.items() if entry.valid])
def test_valid_values_are_taken(shop, name):
    """A value that a schema allows becomes an instance of its class and of the runtime's `Schema`, and equals it."""
    cls = getattr(shop, name)
    for value in TABLE[name].valid:
        for build in ways_to_build(shop, cls, value):
            instance = build()
            assert isinstance(instance, cls)
            assert isinstance(instance, shop.schemas.Schema)
            assert instance == frozen(value)


@pytest.mark.parametrize("name", [name for name, entry in TABLE.items() if entry.invalid])
def test_invalid_values_are_refused(shop, name):
    """A value that a schema forbids is an ApiTypeError or an ApiValueError, however it is handed over."""
    cls = getattr(shop, name)
    for value in TABLE[name].invalid:
        for build in ways_to_build(shop, cls, value):
            with pytest.raises((shop.exceptions.ApiTypeError, shop.exceptions.ApiValueError)) as caught:
                build()
            assert caught.value.problems
            assert caught.value.path_to_item[0] == "args[0]"
