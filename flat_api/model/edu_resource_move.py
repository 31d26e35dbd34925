"""The model `EduResourceMove`."""

from ..schemas import DictSchema, StrSchema, required


class EduResourceMove(DictSchema):
    """Where to move a resource"""

    destination = required(StrSchema, "Unique identifier of the library folder that gets the resource")
