"""The Flat API for Python: immutable models of its data, checked when they are made.

`flat_api.models` holds the models, `flat_api.schemas` what they are made of, `flat_api.exceptions` what they raise.
"""

from __future__ import annotations

import typing

from .exceptions import (
    ApiAttributeError,
    ApiException,
    ApiKeyError,
    ApiTypeError,
    ApiValueError,
    OpenApiException,
)

if typing.TYPE_CHECKING:
    from .configuration import Configuration

__version__ = "0.9.0"

__all__ = [
    "ApiAttributeError",
    "ApiException",
    "ApiKeyError",
    "ApiTypeError",
    "ApiValueError",
    "Configuration",
    "OpenApiException",
    "__version__",
]


def __getattr__(name: str) -> typing.Any:
    if name == "Configuration":  # needed by clients, not by everyone who imports a model
        from .configuration import Configuration

        return Configuration
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
