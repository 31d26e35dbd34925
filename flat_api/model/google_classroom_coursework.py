"""The model `GoogleClassroomCoursework`."""

from ..schemas import DictSchema, StrSchema, nullable, optional


class GoogleClassroomCoursework(DictSchema):
    """The assignment as Google Classroom knows it, which calls it a coursework"""

    id = optional(StrSchema, "Unique identifier of the coursework in Google Classroom")
    state = optional(StrSchema, "State of the coursework, in the words of Google Classroom")
    alternateLink = optional(StrSchema, "URL of the coursework in Google Classroom")
    topicId = optional(
        nullable(StrSchema),
        "Unique identifier of the Google Classroom topic that holds the assignment, null for none",
    )
