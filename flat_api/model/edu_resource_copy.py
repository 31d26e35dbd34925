"""The model `EduResourceCopy`."""

from ..schemas import DictSchema, StrSchema, required


class EduResourceCopy(DictSchema):
    """Where to copy a resource"""

    destination = required(StrSchema, "Unique identifier of the library folder that gets the copy")
