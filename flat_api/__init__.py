"""The Flat API for Python: its operations, and immutable models of its data, checked when they are made.

`Flat` is where new programs begin. `flat_api.apis` holds the operations as programs of the earlier client call them,
`flat_api.models` the models, `flat_api.schemas` what these are made of, `flat_api.exceptions` all errors.
"""

from __future__ import annotations

import importlib
import typing

from . import _computed as _computed  # finds the historic paths of operations, from here on
from .exceptions import (
    ApiAttributeError,
    ApiException,
    ApiKeyError,
    ApiTypeError,
    ApiValueError,
    OpenApiException,
)

if typing.TYPE_CHECKING:
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
    "Configuration",
    "Flat",
    "OpenApiException",
    "__version__",
]


# Needed by clients, not by everyone who imports a model.
_LATER = {"ApiClient": ".api_client", "Configuration": ".configuration", "Flat": ".client"}


def __getattr__(name: str) -> typing.Any:
    if name in _LATER:
        return getattr(importlib.import_module(_LATER[name], __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
