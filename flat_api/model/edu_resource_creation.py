"""The model `EduResourceCreation`."""

from ..schemas import DictSchema, StrSchema, optional, required
from .edu_resource_assignment_creation import EduResourceAssignmentCreation
from .edu_resource_type import EduResourceType


class EduResourceCreation(DictSchema):
    """A resource to create in a library"""

    type = required(EduResourceType)
    title = required(
        StrSchema.where(min_length=1, max_length=1000),
        "Name of the resource as users see it, from 1 to 1000 characters",
    )
    parent = optional(
        StrSchema,
        "Unique identifier of the library folder that is to hold the resource, `root` by default",
        default="root",
    )
    sharingDescription = optional(
        StrSchema.where(max_length=400),
        "Text that presents the resource to the teachers it is shared with, up to 400 characters",
    )
    sharingDescriptionHtml = optional(
        StrSchema.where(max_length=10000),
        "The same text as HTML, up to 10,000 characters",
    )
    resource = optional(EduResourceAssignmentCreation)
