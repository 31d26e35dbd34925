"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal, Self

from ..configuration import Configuration
from ..schemas import BoolClass, BoolSchema, DateTimeSchema, DictSchema, Property, StrSchema, Unset
from .lms_name import LmsName

class LtiCredentials(DictSchema):
    """A key and secret that let a learning management system of the organization open Flat over LTI"""

    id: Property[StrSchema]
    """Unique identifier of the credentials"""
    name: Property[StrSchema]
    """Label that tells these credentials from others of the organization"""
    lms: Property[LmsName]
    """Learning management system the credentials are for"""
    organization: Property[StrSchema]
    """Unique identifier of the organization that owns the credentials"""
    creator: Property[StrSchema]
    """Unique identifier of the user who created the credentials"""
    creationDate: Property[DateTimeSchema]
    """Date and time when the credentials were created"""
    lastUsage: Property[DateTimeSchema]
    """Date and time when the credentials were last used; absent when they never were"""
    consumerKey: Property[StrSchema]
    """LTI consumer key, to be entered in the learning management system"""
    consumerSecret: Property[StrSchema]
    """LTI shared secret that goes with the key; to be kept confidential"""
    enableEmailMatching: Property[BoolSchema]
    """True when users of the learning management system are matched with accounts of the same email address"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        id: str | Unset = ...,
        name: str | Unset = ...,
        lms: Literal["canvas", "moodle", "schoology", "blackboard", "desire2learn", "sakai", "schoolbox", "other"]
        | LmsName
        | Unset = ...,
        organization: str | Unset = ...,
        creator: str | Unset = ...,
        creationDate: str | datetime | Unset = ...,
        lastUsage: str | datetime | Unset = ...,
        consumerKey: str | Unset = ...,
        consumerSecret: str | Unset = ...,
        enableEmailMatching: bool | BoolClass | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        id: str | Unset = ...,
        name: str | Unset = ...,
        lms: Literal["canvas", "moodle", "schoology", "blackboard", "desire2learn", "sakai", "schoolbox", "other"]
        | LmsName
        | Unset = ...,
        organization: str | Unset = ...,
        creator: str | Unset = ...,
        creationDate: str | datetime | Unset = ...,
        lastUsage: str | datetime | Unset = ...,
        consumerKey: str | Unset = ...,
        consumerSecret: str | Unset = ...,
        enableEmailMatching: bool | BoolClass | Unset = ...,
    ) -> Self: ...
