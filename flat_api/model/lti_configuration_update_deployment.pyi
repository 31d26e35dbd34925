"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from typing import Any, Self

from ..configuration import Configuration
from ..schemas import BoolClass, BoolSchema, DictSchema, Property, StrSchema, Unset

class LtiConfigurationUpdateDeployment(DictSchema):
    """The new content of an LTI configuration for a deployment of a platform"""

    deploymentId: Property[StrSchema]
    """Identifier that the platform gave to this deployment"""
    deploymentBreakdownId: Property[StrSchema]
    """Identifier of the part of the platform that the deployment is for"""
    enableEmailMatching: Property[BoolSchema]
    """True when users of the platform are matched with accounts of the same email address"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        deploymentId: str | Unset = ...,
        deploymentBreakdownId: str | Unset = ...,
        enableEmailMatching: bool | BoolClass | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        deploymentId: str | Unset = ...,
        deploymentBreakdownId: str | Unset = ...,
        enableEmailMatching: bool | BoolClass | Unset = ...,
    ) -> Self: ...
