"""The Flat API for Python: its operations, and immutable models of its data, checked when they are made.

`Flat` is where new programs begin. `flat_api.apis` holds the operations as programs of the earlier client call them,
`flat_api.models` the models, `flat_api.schemas` what these are made of, `flat_api.exceptions` all errors.
"""

from __future__ import annotations

import importlib
import typing

from . import _computed as _computed  # finds the historic paths of operations, from here on
from . import _moving
from .exceptions import (
    ApiAttributeError,
    ApiException,
    ApiKeyError,
    ApiTypeError,
    ApiValueError,
    OpenApiException,
)

if typing.TYPE_CHECKING:
    from . import aio as aio
    from . import api_client as api_client
    from . import apis as apis
    from . import client as client
    from . import configuration as configuration
    from . import model as model
    from . import models as models
    from . import operations as operations
    from . import paths as paths
    from . import rest as rest
    from . import schemas as schemas
    from . import tasks as tasks
    from .aio import AsyncFlat
    from .api_client import ApiClient
    from .client import Flat
    from .configuration import Configuration

__version__ = "0.9.0"

__all__ = [
    "ApiAttributeError",
    "ApiClient",
    "ApiException",
    "ApiKeyError",
    "ApiTypeError",
    "ApiValueError",
    "AsyncFlat",
    "Configuration",
    "Flat",
    "OpenApiException",
    "__version__",
]


# Needed by clients, not by everyone who imports a model.
_LATER = {
    "ApiClient": ".api_client",
    "AsyncFlat": ".aio",
    "Configuration": ".configuration",
    "Flat": ".client",
}

_MODULES = frozenset(
    {
        "aio",
        "api_client",
        "apis",
        "client",
        "configuration",
        "model",
        "models",
        "operations",
        "paths",
        "rest",
        "schemas",
        "tasks",
    }
)
"""Modules that ``import flat_api`` alone is enough for: they are loaded when they are first used."""


if not typing.TYPE_CHECKING:  # to type checkers it would mean that every name is there

    def __getattr__(name):
        if name in _LATER:
            return getattr(importlib.import_module(_LATER[name], __name__), name)
        if name in _MODULES:
            return importlib.import_module(f".{name}", __name__)
        raise AttributeError(_moving.message(__name__, name))


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, *_MODULES})
