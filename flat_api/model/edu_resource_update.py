"""The model `EduResourceUpdate`."""

from ..schemas import DictSchema, StrSchema, optional


class EduResourceUpdate(DictSchema):
    """The changes to make to a resource"""

    title = optional(
        StrSchema.where(min_length=1, max_length=1000),
        "Name of the resource as users see it, from 1 to 1000 characters",
    )
