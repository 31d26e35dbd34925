"""The model `MicrosoftGraphSubmission`."""

from ..schemas import DictSchema, StrSchema, optional


class MicrosoftGraphSubmission(DictSchema):
    """The submission as Microsoft Teams knows it"""

    id = optional(StrSchema, "Unique identifier of the submission in Microsoft Graph")
    state = optional(StrSchema, "State of the submission, in the words of Microsoft Graph")
    alternateLink = optional(StrSchema, "URL of the submission in Microsoft Teams")
