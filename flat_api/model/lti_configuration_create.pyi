"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from typing import Any, Literal, Self, overload

from ..configuration import Configuration
from ..schemas import BoolClass, BoolSchema, DictSchema, EnumBase, Property, StrSchema, Unset, value

class LtiConfigurationCreate(DictSchema):
    """An LTI configuration to create"""

    class Mode(EnumBase, StrSchema):
        """How to set up the configuration: typed in"""

        MANUAL_1P3 = value("1p3-manual")

    class PlatformInfo(DictSchema):
        """The platform, as people know it"""

        name: Property[StrSchema]
        """Name of the platform"""
        url: Property[StrSchema]
        """URL of the platform"""

        def __init__(
            self,
            data: Mapping[str, Any] = ...,
            /,
            *,
            name: str | Unset = ...,
            url: str | Unset = ...,
            _configuration: Configuration | None = ...,
        ) -> None: ...
        def replace(self, *, name: str | Unset = ..., url: str | Unset = ...) -> Self: ...

    mode: Property[LtiConfigurationCreate.Mode]
    """How to set up the configuration: typed in"""
    deploymentType: Property[StrSchema]
    """Kind of deployment"""
    deploymentId: Property[StrSchema]
    """Identifier that the platform gave to this deployment"""
    name: Property[StrSchema]
    """Label that tells the configuration from others of the organization"""
    lms: Property[StrSchema]
    """Learning management system the configuration is for"""
    platformInfo: Property[LtiConfigurationCreate.PlatformInfo]
    """The platform, as people know it"""
    locale: Property[StrSchema]
    """Language that Flat speaks to the users of the platform"""
    clientId: Property[StrSchema]
    """Identifier that the platform gave to Flat (OAuth 2.0 client ID)"""
    deploymentBreakdownId: Property[StrSchema]
    """Identifier of the part of the platform that the deployment is for"""
    platformIss: Property[StrSchema]
    """Issuer of the tokens of the platform (`iss`)"""
    platformName: Property[StrSchema]
    """Name of the platform as people know it"""
    accessTokenUrl: Property[StrSchema]
    """URL where the platform gives out access tokens"""
    authorizationUrl: Property[StrSchema]
    """URL where the platform starts the sign-in (OpenID Connect)"""
    jwksUrl: Property[StrSchema]
    """URL of the public keys of the platform (JSON Web Key Set)"""
    enableEmailMatching: Property[BoolSchema]
    """True when users of the platform are matched with accounts of the same email address"""

    @overload
    def __init__(
        self,
        data: Mapping[str, Any],
        /,
        *,
        mode: Literal["1p3-manual"] | LtiConfigurationCreate.Mode = ...,
        deploymentType: str = ...,
        deploymentId: str = ...,
        name: str | Unset = ...,
        lms: str | Unset = ...,
        platformInfo: LtiConfigurationCreate.PlatformInfo | Mapping[str, Any] | Unset = ...,
        locale: str | Unset = ...,
        clientId: str | Unset = ...,
        deploymentBreakdownId: str | Unset = ...,
        platformIss: str | Unset = ...,
        platformName: str | Unset = ...,
        accessTokenUrl: str | Unset = ...,
        authorizationUrl: str | Unset = ...,
        jwksUrl: str | Unset = ...,
        enableEmailMatching: bool | BoolClass | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        mode: Literal["1p3-manual"] | LtiConfigurationCreate.Mode,
        deploymentType: str,
        deploymentId: str,
        name: str | Unset = ...,
        lms: str | Unset = ...,
        platformInfo: LtiConfigurationCreate.PlatformInfo | Mapping[str, Any] | Unset = ...,
        locale: str | Unset = ...,
        clientId: str | Unset = ...,
        deploymentBreakdownId: str | Unset = ...,
        platformIss: str | Unset = ...,
        platformName: str | Unset = ...,
        accessTokenUrl: str | Unset = ...,
        authorizationUrl: str | Unset = ...,
        jwksUrl: str | Unset = ...,
        enableEmailMatching: bool | BoolClass | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        mode: Literal["1p3-manual"] | LtiConfigurationCreate.Mode = ...,
        deploymentType: str = ...,
        deploymentId: str = ...,
        name: str | Unset = ...,
        lms: str | Unset = ...,
        platformInfo: LtiConfigurationCreate.PlatformInfo | Mapping[str, Any] | Unset = ...,
        locale: str | Unset = ...,
        clientId: str | Unset = ...,
        deploymentBreakdownId: str | Unset = ...,
        platformIss: str | Unset = ...,
        platformName: str | Unset = ...,
        accessTokenUrl: str | Unset = ...,
        authorizationUrl: str | Unset = ...,
        jwksUrl: str | Unset = ...,
        enableEmailMatching: bool | BoolClass | Unset = ...,
    ) -> Self: ...
