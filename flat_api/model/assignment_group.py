"""The model `AssignmentGroup`."""

from ..schemas import DictSchema, StrSchema, list_of, optional, required


class AssignmentGroup(DictSchema):
    """A group of students who work on an assignment together"""

    id = required(StrSchema, "Unique identifier of the group")
    name = required(StrSchema, "Name of the group as users see it")
    members = required(list_of(StrSchema), "Unique identifiers of the students in the group")
    parent = optional(StrSchema, "Unique identifier of the class group that this group was made from, if any")
