"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from typing import Any, Self

from ..configuration import Configuration
from ..schemas import BoolClass, BoolSchema, DictSchema, Property, StrSchema, Unset

class LtiConfigurationUpdateStandalone(DictSchema):
    """The new content of an LTI configuration that stands alone"""

    deploymentId: Property[StrSchema]
    """Identifier that the platform gave to this deployment"""
    platformIss: Property[StrSchema]
    """Issuer of the tokens of the platform (`iss`)"""
    platformName: Property[StrSchema]
    """Name of the platform as people know it"""
    clientId: Property[StrSchema]
    """Identifier that the platform gave to Flat (OAuth 2.0 client ID)"""
    accessTokenUrl: Property[StrSchema]
    """URL where the platform gives out access tokens"""
    authorizationUrl: Property[StrSchema]
    """URL where the platform starts the sign-in (OpenID Connect)"""
    jwksUrl: Property[StrSchema]
    """URL of the public keys of the platform (JSON Web Key Set)"""
    enableEmailMatching: Property[BoolSchema]
    """True when users of the platform are matched with accounts of the same email address"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        deploymentId: str | Unset = ...,
        platformIss: str | Unset = ...,
        platformName: str | Unset = ...,
        clientId: str | Unset = ...,
        accessTokenUrl: str | Unset = ...,
        authorizationUrl: str | Unset = ...,
        jwksUrl: str | Unset = ...,
        enableEmailMatching: bool | BoolClass | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        deploymentId: str | Unset = ...,
        platformIss: str | Unset = ...,
        platformName: str | Unset = ...,
        clientId: str | Unset = ...,
        accessTokenUrl: str | Unset = ...,
        authorizationUrl: str | Unset = ...,
        jwksUrl: str | Unset = ...,
        enableEmailMatching: bool | BoolClass | Unset = ...,
    ) -> Self: ...
