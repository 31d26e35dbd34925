"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from typing import Any, Literal, Self, overload

from ..configuration import Configuration
from ..schemas import DictSchema, Property, StrSchema
from .lms_name import LmsName

class LtiCredentialsCreation(DictSchema):
    """LTI credentials to create for the organization"""

    name: Property[StrSchema]
    """Label that tells these credentials from others of the organization, up to 300 characters"""
    lms: Property[LmsName]
    """Learning management system the credentials are for"""

    @overload
    def __init__(
        self,
        data: Mapping[str, Any],
        /,
        *,
        name: str = ...,
        lms: Literal["canvas", "moodle", "schoology", "blackboard", "desire2learn", "sakai", "schoolbox", "other"]
        | LmsName = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        name: str,
        lms: Literal["canvas", "moodle", "schoology", "blackboard", "desire2learn", "sakai", "schoolbox", "other"]
        | LmsName,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        name: str = ...,
        lms: Literal["canvas", "moodle", "schoology", "blackboard", "desire2learn", "sakai", "schoolbox", "other"]
        | LmsName = ...,
    ) -> Self: ...
