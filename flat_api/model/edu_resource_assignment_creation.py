"""The model `EduResourceAssignmentCreation`."""

from ..schemas import DictSchema, optional
from .assignment_type import AssignmentType


class EduResourceAssignmentCreation(DictSchema):
    """The assignment to create in a new resource of a library"""

    type = optional(AssignmentType)
