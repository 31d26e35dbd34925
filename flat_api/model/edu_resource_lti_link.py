"""The model `EduResourceLtiLink`."""

from ..schemas import DictSchema, StrSchema, required


class EduResourceLtiLink(DictSchema):
    """The link by which an LTI platform opens a resource"""

    ltiUrl = required(StrSchema, "LTI launch URL of the resource")
