"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from typing import Any, Literal, Self, overload

from ..configuration import Configuration
from ..schemas import DictSchema, Property, StrSchema, Unset
from .edu_resource_assignment_creation import EduResourceAssignmentCreation
from .edu_resource_type import EduResourceType

class EduResourceCreation(DictSchema):
    """A resource to create in a library"""

    type: Property[EduResourceType]
    """Kind of resource: an `assignment`, or a `folder` that holds other resources"""
    title: Property[StrSchema]
    """Name of the resource as users see it, from 1 to 1000 characters"""
    parent: Property[StrSchema]
    """Unique identifier of the library folder that is to hold the resource, `root` by default"""
    sharingDescription: Property[StrSchema]
    """Text that presents the resource to the teachers it is shared with, up to 400 characters"""
    sharingDescriptionHtml: Property[StrSchema]
    """The same text as HTML, up to 10,000 characters"""
    resource: Property[EduResourceAssignmentCreation]
    """The assignment to create in a new resource of a library"""

    @overload
    def __init__(
        self,
        data: Mapping[str, Any],
        /,
        *,
        type: Literal["assignment", "folder"] | EduResourceType = ...,
        title: str = ...,
        parent: str | Unset = ...,
        sharingDescription: str | Unset = ...,
        sharingDescriptionHtml: str | Unset = ...,
        resource: EduResourceAssignmentCreation | Mapping[str, Any] | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        type: Literal["assignment", "folder"] | EduResourceType,
        title: str,
        parent: str | Unset = ...,
        sharingDescription: str | Unset = ...,
        sharingDescriptionHtml: str | Unset = ...,
        resource: EduResourceAssignmentCreation | Mapping[str, Any] | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        type: Literal["assignment", "folder"] | EduResourceType = ...,
        title: str = ...,
        parent: str | Unset = ...,
        sharingDescription: str | Unset = ...,
        sharingDescriptionHtml: str | Unset = ...,
        resource: EduResourceAssignmentCreation | Mapping[str, Any] | Unset = ...,
    ) -> Self: ...
