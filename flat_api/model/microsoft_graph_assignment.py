"""The model `MicrosoftGraphAssignment`."""

from ..schemas import DateTimeSchema, DictSchema, EnumBase, StrSchema, list_of, optional, value


class MicrosoftGraphAssignment(DictSchema):
    """The assignment as Microsoft Teams knows it"""

    class State(EnumBase, StrSchema, extensible=True):
        """State of the assignment, in the words of Microsoft Graph"""

        DRAFT = value("draft")
        SCHEDULED = value("scheduled")
        PUBLISHED = value("published")
        ASSIGNED = value("assigned")
        INACTIVE = value("inactive")

    class AssignToType(EnumBase, StrSchema):
        """Whom the assignment is given to: the whole `class`, or some students (`individual`)"""

        CLASS = value("class")
        INDIVIDUAL = value("individual")

    id = optional(StrSchema, "Unique identifier of the assignment in Microsoft Graph")
    state = optional(State)
    alternateLink = optional(StrSchema, "URL of the assignment in Microsoft Teams")
    categories = optional(list_of(StrSchema), "Categories of the assignment in Microsoft Teams")
    assignDateTime = optional(DateTimeSchema, "Date and time when the assignment is given to the students")
    assignToType = optional(AssignToType)
    assignedStudentsMsIds = optional(
        list_of(StrSchema),
        "Identifiers in Microsoft Graph of the students concerned when `assignToType` is `individual`",
    )
