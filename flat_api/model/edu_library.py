"""The model `EduLibrary`."""

from ..schemas import DictSchema, EnumBase, StrSchema, optional, value


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

    id = optional(StrSchema, "Unique identifier of the library")
    name = optional(StrSchema, "Name of the library as users see it")
    type = optional(Type)
    visibility = optional(Visibility)
