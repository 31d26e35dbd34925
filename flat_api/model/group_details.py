"""The model `GroupDetails`."""

from ..schemas import BoolSchema, DateTimeSchema, DictSchema, NumberSchema, StrSchema, list_of, optional
from .group_type import GroupType


class GroupDetails(DictSchema):
    """A set of users, such as the students of a class"""

    id = optional(StrSchema, "Unique identifier of the group")
    name = optional(StrSchema, "Name of the group as users see it")
    type = optional(GroupType)
    organization = optional(StrSchema, "Unique identifier of the organization the group belongs to")
    creationDate = optional(DateTimeSchema, "Date and time when the group was created")
    usersCount = optional(NumberSchema, "Number of users in the group")
    readOnly = optional(BoolSchema, "True when the group cannot be changed")
    classroom = optional(StrSchema, "Unique identifier of the class of the group, for the groups of a class")
    assignment = optional(
        StrSchema,
        "Unique identifier of the assignment that the group works on, for the groups of an assignment",
    )
    parent = optional(StrSchema, "Unique identifier of the group that this one was made from, if any")
    tags = optional(list_of(StrSchema), "Keywords given to the group")
