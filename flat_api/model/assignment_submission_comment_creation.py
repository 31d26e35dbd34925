"""The model `AssignmentSubmissionCommentCreation`."""

from ..schemas import DictSchema, StrSchema, required


class AssignmentSubmissionCommentCreation(DictSchema):
    """A comment to write on a submission, or the new text of an existing one"""

    comment = required(StrSchema, "Text of the comment")
