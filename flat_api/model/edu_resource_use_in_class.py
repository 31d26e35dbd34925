"""The model `EduResourceUseInClass`."""

from ..schemas import DictSchema, StrSchema, optional, required


class EduResourceUseInClass(DictSchema):
    """The class in which to use the assignment of a resource"""

    classroom = required(StrSchema, "Unique identifier of the class that gets the assignment")
    assignment = optional(
        StrSchema,
        "Unique identifier of an assignment of that class to fill instead of creating one",
    )
