"""The model `AssignmentSubmissionComment`."""

from ..schemas import BoolSchema, DateTimeSchema, DictSchema, StrSchema, optional


class AssignmentSubmissionComment(DictSchema):
    """A message written about a submission"""

    id = optional(StrSchema, "Unique identifier of the comment")
    user = optional(StrSchema, "Unique identifier of the user who wrote the comment")
    submission = optional(StrSchema, "Unique identifier of the submission the comment is about")
    date = optional(DateTimeSchema, "Date and time when the comment was written")
    modificationDate = optional(DateTimeSchema, "Date and time of the last change of the comment")
    comment = optional(StrSchema, "Text of the comment")
    unread = optional(BoolSchema, "True when the current user has not read the comment yet")
