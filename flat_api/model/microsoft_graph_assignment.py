"""The model `MicrosoftGraphAssignment`."""

from ..schemas import DictSchema, StrSchema, list_of, optional


class MicrosoftGraphAssignment(DictSchema):
    """The assignment as Microsoft Teams knows it"""

    id = optional(StrSchema, "Unique identifier of the assignment in Microsoft Graph")
    state = optional(StrSchema, "State of the assignment, in the words of Microsoft Graph")
    alternateLink = optional(StrSchema, "URL of the assignment in Microsoft Teams")
    categories = optional(list_of(StrSchema), "Categories of the assignment in Microsoft Teams")
