"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from ..configuration import Configuration
from ..schemas import DictSchema, EnumBase, Property, StrSchema, Unset

class EduLibrary(DictSchema):
    """A library of resources for teachers"""

    class Type(EnumBase, StrSchema):
        """Kind of library: `myResources` of the current user, `organizationResources` shared by all teachers of
        the organization, `flatEduContent` (`flatEduSamples` in older versions of the API) provided by Flat
        """

        MY_RESOURCES: ClassVar[EduLibrary.Type]
        ORGANIZATION_RESOURCES: ClassVar[EduLibrary.Type]
        FLAT_EDU_CONTENT: ClassVar[EduLibrary.Type]
        FLAT_EDU_SAMPLES: ClassVar[EduLibrary.Type]

    class Visibility(EnumBase, StrSchema):
        """Who can see the library: its owner (`private`), the whole `organization`, or everyone (`public`)"""

        PRIVATE: ClassVar[EduLibrary.Visibility]
        ORGANIZATION: ClassVar[EduLibrary.Visibility]
        PUBLIC: ClassVar[EduLibrary.Visibility]

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
