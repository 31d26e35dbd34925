"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from typing import Any, Literal, Self

from ..configuration import Configuration
from ..schemas import DictSchema, EnumBase, Property, StrSchema, Unset, value

class EduLibrary(DictSchema):
    """A library of resources for teachers"""

    class Type(EnumBase, StrSchema):
        """Kind of library: `myResources` of the current user, `organizationResources` shared by all teachers of
        the organization, `flatEduContent` (`flatEduSamples` in older versions of the API) provided by Flat
        """

        MY_RESOURCES = value("myResources")
        ORGANIZATION_RESOURCES = value("organizationResources")
        FLAT_EDU_CONTENT = value("flatEduContent")
        FLAT_EDU_SAMPLES = value("flatEduSamples")

    class Visibility(EnumBase, StrSchema):
        """Who can see the library: its owner (`private`), the whole `organization`, or everyone (`public`)"""

        PRIVATE = value("private")
        ORGANIZATION = value("organization")
        PUBLIC = value("public")

    id: Property[StrSchema]
    """Unique identifier of the library"""
    name: Property[StrSchema]
    """Name of the library as users see it"""
    type: Property[EduLibrary.Type]
    """Kind of library: `myResources` of the current user, `organizationResources` shared by all teachers of the
    organization, `flatEduContent` (`flatEduSamples` in older versions of the API) provided by Flat
    """
    visibility: Property[EduLibrary.Visibility]
    """Who can see the library: its owner (`private`), the whole `organization`, or everyone (`public`)"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        id: str | Unset = ...,
        name: str | Unset = ...,
        type: Literal["myResources", "organizationResources", "flatEduContent", "flatEduSamples"]
        | EduLibrary.Type
        | Unset = ...,
        visibility: Literal["private", "organization", "public"] | EduLibrary.Visibility | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        id: str | Unset = ...,
        name: str | Unset = ...,
        type: Literal["myResources", "organizationResources", "flatEduContent", "flatEduSamples"]
        | EduLibrary.Type
        | Unset = ...,
        visibility: Literal["private", "organization", "public"] | EduLibrary.Visibility | Unset = ...,
    ) -> Self: ...
