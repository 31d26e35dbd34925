"""The model `AssignmentCopy`."""

from ..schemas import BoolSchema, DateTimeSchema, DictSchema, StrSchema, optional


class AssignmentCopy(DictSchema):
    """Where to copy an assignment: to a class or to a resource library"""

    classroom = optional(StrSchema, "Unique identifier of the class that gets the copy")
    assignment = optional(
        StrSchema,
        "Unique identifier of an assignment of that class to fill instead of creating one",
    )
    scheduledDate = optional(
        DateTimeSchema,
        "Date and time when the copy is to be published, e.g. `2024-09-02T08:00:00Z`",
    )
    libraryParent = optional(StrSchema, "Unique identifier of the library folder that gets the copy")
    verifyIfNotAlreadyInResourceLibrary = optional(
        BoolSchema,
        "True to get an error, and no second copy, when the library has the assignment already",
    )
