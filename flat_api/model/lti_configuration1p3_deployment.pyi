"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Literal, Self, overload

from ..configuration import Configuration
from ..schemas import (
    BoolClass,
    BoolSchema,
    DateTimeSchema,
    DictSchema,
    EnumBase,
    ListSchema,
    NoneClass,
    NoneSchema,
    Property,
    StrSchema,
    Unset,
    value,
)

class LtiConfiguration1p3Deployment(DictSchema):
    """An LTI 1.3 configuration for a deployment of a platform that another configuration describes"""

    class LtiVersion(EnumBase, StrSchema):
        """Version of the LTI standard: `1p3` is LTI 1.3"""

        LTI_1P3 = value("1p3")

    class Status(EnumBase, StrSchema):
        """Whether the configuration can be used (`ready-to-use`), is used (`in-use`), or lacks something
        (`incomplete-setup`)
        """

        READY_TO_USE = value("ready-to-use")
        IN_USE = value("in-use")
        INCOMPLETE_SETUP = value("incomplete-setup")

    class Mode(EnumBase, StrSchema):
        """How the configuration is set up: for a deployment of another one"""

        DEPLOYMENT_1P3 = value("1p3-deployment")

    class DeploymentMode(EnumBase, StrSchema):
        """Whether the platform has one deployment (`single`) or several (`multi`)"""

        SINGLE = value("single")
        MULTI = value("multi")

    class SupportedServices(DictSchema):
        """LTI Advantage services of the platform"""

        class Ags(DictSchema):
            """Assignment and Grade Services, by which grades get to the platform"""

            available: Property[BoolSchema]
            """True when the platform has the service"""
            version: Property[StrSchema]
            """Version of the service"""
            enabled: Property[BoolSchema]
            """True when Flat uses the service"""
            lineitemsUrl: Property[StrSchema]
            """URL of the grade columns in the platform"""

            def __init__(
                self,
                data: Mapping[str, Any] = ...,
                /,
                *,
                available: bool | BoolClass | Unset = ...,
                version: str | Unset = ...,
                enabled: bool | BoolClass | Unset = ...,
                lineitemsUrl: str | Unset = ...,
                _configuration: Configuration | None = ...,
            ) -> None: ...
            def replace(
                self,
                *,
                available: bool | BoolClass | Unset = ...,
                version: str | Unset = ...,
                enabled: bool | BoolClass | Unset = ...,
                lineitemsUrl: str | Unset = ...,
            ) -> Self: ...

        class Nrps(DictSchema):
            """Names and Role Provisioning Services, by which the platform tells who is in a class"""

            available: Property[BoolSchema]
            """True when the platform has the service"""
            version: Property[StrSchema]
            """Version of the service"""
            enabled: Property[BoolSchema]
            """True when Flat uses the service"""

            def __init__(
                self,
                data: Mapping[str, Any] = ...,
                /,
                *,
                available: bool | BoolClass | Unset = ...,
                version: str | Unset = ...,
                enabled: bool | BoolClass | Unset = ...,
                _configuration: Configuration | None = ...,
            ) -> None: ...
            def replace(
                self,
                *,
                available: bool | BoolClass | Unset = ...,
                version: str | Unset = ...,
                enabled: bool | BoolClass | Unset = ...,
            ) -> Self: ...

        class DeepLinking(DictSchema):
            """Deep Linking, by which teachers choose content of Flat in the platform"""

            available: Property[BoolSchema]
            """True when the platform has the service"""
            version: Property[StrSchema]
            """Version of the service"""

            def __init__(
                self,
                data: Mapping[str, Any] = ...,
                /,
                *,
                available: bool | BoolClass | Unset = ...,
                version: str | Unset = ...,
                _configuration: Configuration | None = ...,
            ) -> None: ...
            def replace(self, *, available: bool | BoolClass | Unset = ..., version: str | Unset = ...) -> Self: ...

        ags: Property[LtiConfiguration1p3Deployment.SupportedServices.Ags]
        """Assignment and Grade Services, by which grades get to the platform"""
        nrps: Property[LtiConfiguration1p3Deployment.SupportedServices.Nrps]
        """Names and Role Provisioning Services, by which the platform tells who is in a class"""
        deepLinking: Property[LtiConfiguration1p3Deployment.SupportedServices.DeepLinking]
        """Deep Linking, by which teachers choose content of Flat in the platform"""

        def __init__(
            self,
            data: Mapping[str, Any] = ...,
            /,
            *,
            ags: LtiConfiguration1p3Deployment.SupportedServices.Ags | Mapping[str, Any] | Unset = ...,
            nrps: LtiConfiguration1p3Deployment.SupportedServices.Nrps | Mapping[str, Any] | Unset = ...,
            deepLinking: LtiConfiguration1p3Deployment.SupportedServices.DeepLinking | Mapping[str, Any] | Unset = ...,
            _configuration: Configuration | None = ...,
        ) -> None: ...
        def replace(
            self,
            *,
            ags: LtiConfiguration1p3Deployment.SupportedServices.Ags | Mapping[str, Any] | Unset = ...,
            nrps: LtiConfiguration1p3Deployment.SupportedServices.Nrps | Mapping[str, Any] | Unset = ...,
            deepLinking: LtiConfiguration1p3Deployment.SupportedServices.DeepLinking | Mapping[str, Any] | Unset = ...,
        ) -> Self: ...

    class Tool(DictSchema):
        """The platform, as it introduced itself"""

        product: Property[StrSchema]
        """Product family of the platform (e.g. `moodle`)"""
        version: Property[StrSchema]
        """Version of the platform"""
        instanceName: Property[StrSchema]
        """Name of this installation of the platform"""
        instanceGuid: Property[StrSchema]
        """Unique identifier of this installation of the platform"""
        instanceContact: Property[StrSchema]
        """Contact address of this installation of the platform"""
        instanceDomain: Property[StrSchema]
        """Domain of this installation of the platform"""

        def __init__(
            self,
            data: Mapping[str, Any] = ...,
            /,
            *,
            product: str | Unset = ...,
            version: str | Unset = ...,
            instanceName: str | Unset = ...,
            instanceGuid: str | Unset = ...,
            instanceContact: str | Unset = ...,
            instanceDomain: str | Unset = ...,
            _configuration: Configuration | None = ...,
        ) -> None: ...
        def replace(
            self,
            *,
            product: str | Unset = ...,
            version: str | Unset = ...,
            instanceName: str | Unset = ...,
            instanceGuid: str | Unset = ...,
            instanceContact: str | Unset = ...,
            instanceDomain: str | Unset = ...,
        ) -> Self: ...

    id: Property[StrSchema]
    """Unique identifier of the configuration"""
    ltiVersion: Property[LtiConfiguration1p3Deployment.LtiVersion]
    """Version of the LTI standard: `1p3` is LTI 1.3"""
    creationDate: Property[DateTimeSchema]
    """Date and time when the configuration was created"""
    organizationId: Property[StrSchema]
    """Unique identifier of the organization that owns the configuration"""
    organizationName: Property[StrSchema]
    """Name of the organization that owns the configuration"""
    creatorId: Property[StrSchema]
    """Unique identifier of the user who created the configuration"""
    lastUsedDate: Property[DateTimeSchema | NoneSchema]
    """Date and time when the configuration was last used, null when it never was"""
    status: Property[LtiConfiguration1p3Deployment.Status]
    """Whether the configuration can be used (`ready-to-use`), is used (`in-use`), or lacks something
    (`incomplete-setup`)
    """
    mode: Property[LtiConfiguration1p3Deployment.Mode]
    """How the configuration is set up: for a deployment of another one"""
    platformIss: Property[StrSchema]
    """Issuer of the tokens of the platform (`iss`)"""
    platformName: Property[StrSchema]
    """Name of the platform as people know it"""
    clientId: Property[StrSchema]
    """Identifier that the platform gave to Flat (OAuth 2.0 client ID)"""
    deploymentId: Property[StrSchema]
    """Identifier that the platform gave to this deployment"""
    accessTokenUrl: Property[StrSchema]
    """URL where the platform gives out access tokens"""
    authorizationUrl: Property[StrSchema]
    """URL where the platform starts the sign-in (OpenID Connect)"""
    jwksUrl: Property[StrSchema]
    """URL of the public keys of the platform (JSON Web Key Set)"""
    deploymentMode: Property[LtiConfiguration1p3Deployment.DeploymentMode]
    """Whether the platform has one deployment (`single`) or several (`multi`)"""
    supportedServices: Property[LtiConfiguration1p3Deployment.SupportedServices]
    """LTI Advantage services of the platform"""
    tool: Property[LtiConfiguration1p3Deployment.Tool]
    """The platform, as it introduced itself"""
    publicKeysetUrl: Property[StrSchema]
    """URL of the public keys of Flat, to be entered in the platform"""
    initiateLoginUrl: Property[StrSchema]
    """URL of Flat that starts the sign-in, to be entered in the platform"""
    redirectUris: Property[ListSchema[StrSchema]]
    """URLs of Flat that the platform may send users back to"""
    enableEmailMatching: Property[BoolSchema]
    """True when users of the platform are matched with accounts of the same email address"""
    parentId: Property[StrSchema]
    """Unique identifier of the configuration that describes the platform"""
    deploymentKey: Property[StrSchema]
    """Key that tells this deployment from others of the same platform"""
    deploymentBreakdownBy: Property[StrSchema]
    """What the deployments of the platform are split by"""
    deploymentBreakdownId: Property[StrSchema]
    """Identifier of the part of the platform that the deployment is for"""

    @overload
    def __init__(
        self,
        data: Mapping[str, Any],
        /,
        *,
        id: str = ...,
        ltiVersion: Literal["1p3"] | LtiConfiguration1p3Deployment.LtiVersion = ...,
        creationDate: str | datetime = ...,
        organizationId: str | Unset = ...,
        organizationName: str | Unset = ...,
        creatorId: str | Unset = ...,
        lastUsedDate: str | datetime | NoneClass | Unset | None = ...,
        status: Literal["ready-to-use", "in-use", "incomplete-setup"]
        | LtiConfiguration1p3Deployment.Status
        | Unset = ...,
        mode: Literal["1p3-deployment"] | LtiConfiguration1p3Deployment.Mode | Unset = ...,
        platformIss: str | Unset = ...,
        platformName: str | Unset = ...,
        clientId: str | Unset = ...,
        deploymentId: str | Unset = ...,
        accessTokenUrl: str | Unset = ...,
        authorizationUrl: str | Unset = ...,
        jwksUrl: str | Unset = ...,
        deploymentMode: Literal["single", "multi"] | LtiConfiguration1p3Deployment.DeploymentMode | Unset = ...,
        supportedServices: LtiConfiguration1p3Deployment.SupportedServices | Mapping[str, Any] | Unset = ...,
        tool: LtiConfiguration1p3Deployment.Tool | Mapping[str, Any] | Unset = ...,
        publicKeysetUrl: str | Unset = ...,
        initiateLoginUrl: str | Unset = ...,
        redirectUris: Sequence[str] | Unset = ...,
        enableEmailMatching: bool | BoolClass | Unset = ...,
        parentId: str | Unset = ...,
        deploymentKey: str | Unset = ...,
        deploymentBreakdownBy: str | Unset = ...,
        deploymentBreakdownId: str | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        id: str,
        ltiVersion: Literal["1p3"] | LtiConfiguration1p3Deployment.LtiVersion,
        creationDate: str | datetime,
        organizationId: str | Unset = ...,
        organizationName: str | Unset = ...,
        creatorId: str | Unset = ...,
        lastUsedDate: str | datetime | NoneClass | Unset | None = ...,
        status: Literal["ready-to-use", "in-use", "incomplete-setup"]
        | LtiConfiguration1p3Deployment.Status
        | Unset = ...,
        mode: Literal["1p3-deployment"] | LtiConfiguration1p3Deployment.Mode | Unset = ...,
        platformIss: str | Unset = ...,
        platformName: str | Unset = ...,
        clientId: str | Unset = ...,
        deploymentId: str | Unset = ...,
        accessTokenUrl: str | Unset = ...,
        authorizationUrl: str | Unset = ...,
        jwksUrl: str | Unset = ...,
        deploymentMode: Literal["single", "multi"] | LtiConfiguration1p3Deployment.DeploymentMode | Unset = ...,
        supportedServices: LtiConfiguration1p3Deployment.SupportedServices | Mapping[str, Any] | Unset = ...,
        tool: LtiConfiguration1p3Deployment.Tool | Mapping[str, Any] | Unset = ...,
        publicKeysetUrl: str | Unset = ...,
        initiateLoginUrl: str | Unset = ...,
        redirectUris: Sequence[str] | Unset = ...,
        enableEmailMatching: bool | BoolClass | Unset = ...,
        parentId: str | Unset = ...,
        deploymentKey: str | Unset = ...,
        deploymentBreakdownBy: str | Unset = ...,
        deploymentBreakdownId: str | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        id: str = ...,
        ltiVersion: Literal["1p3"] | LtiConfiguration1p3Deployment.LtiVersion = ...,
        creationDate: str | datetime = ...,
        organizationId: str | Unset = ...,
        organizationName: str | Unset = ...,
        creatorId: str | Unset = ...,
        lastUsedDate: str | datetime | NoneClass | Unset | None = ...,
        status: Literal["ready-to-use", "in-use", "incomplete-setup"]
        | LtiConfiguration1p3Deployment.Status
        | Unset = ...,
        mode: Literal["1p3-deployment"] | LtiConfiguration1p3Deployment.Mode | Unset = ...,
        platformIss: str | Unset = ...,
        platformName: str | Unset = ...,
        clientId: str | Unset = ...,
        deploymentId: str | Unset = ...,
        accessTokenUrl: str | Unset = ...,
        authorizationUrl: str | Unset = ...,
        jwksUrl: str | Unset = ...,
        deploymentMode: Literal["single", "multi"] | LtiConfiguration1p3Deployment.DeploymentMode | Unset = ...,
        supportedServices: LtiConfiguration1p3Deployment.SupportedServices | Mapping[str, Any] | Unset = ...,
        tool: LtiConfiguration1p3Deployment.Tool | Mapping[str, Any] | Unset = ...,
        publicKeysetUrl: str | Unset = ...,
        initiateLoginUrl: str | Unset = ...,
        redirectUris: Sequence[str] | Unset = ...,
        enableEmailMatching: bool | BoolClass | Unset = ...,
        parentId: str | Unset = ...,
        deploymentKey: str | Unset = ...,
        deploymentBreakdownBy: str | Unset = ...,
        deploymentBreakdownId: str | Unset = ...,
    ) -> Self: ...
