"""The model `EduResourceUpdate`."""

from ..schemas import DictSchema, StrSchema, optional
from .edu_resource_grades import EduResourceGrades
from .edu_resource_privacy import EduResourcePrivacy
from .edu_resource_subjects import EduResourceSubjects


class EduResourceUpdate(DictSchema):
    """The changes to make to a resource"""

    title = optional(
        StrSchema.where(min_length=1, max_length=1000),
        "Name of the resource as users see it, from 1 to 1000 characters",
    )
    sharingDescription = optional(
        StrSchema.where(max_length=400),
        "Text that presents the resource to the teachers it is shared with, up to 400 characters",
    )
    sharingDescriptionHtml = optional(
        StrSchema.where(max_length=10000),
        "The same text as HTML, up to 10,000 characters",
    )
    privacy = optional(EduResourcePrivacy)
    subjects = optional(EduResourceSubjects)
    grades = optional(EduResourceGrades)
