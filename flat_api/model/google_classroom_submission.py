"""The model `GoogleClassroomSubmission`."""

from ..schemas import DictSchema, StrSchema, optional


class GoogleClassroomSubmission(DictSchema):
    """The submission as Google Classroom knows it"""

    id = optional(StrSchema, "Unique identifier of the submission in Google Classroom")
    state = optional(StrSchema, "State of the submission, in the words of Google Classroom")
    alternateLink = optional(StrSchema, "URL of the submission in Google Classroom")
