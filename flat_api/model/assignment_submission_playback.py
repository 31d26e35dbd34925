"""The model `AssignmentSubmissionPlayback`."""

from ..schemas import DictSchema, NumberSchema, StrSchema, required


class AssignmentSubmissionPlayback(DictSchema):
    """How often a student has played a score of a submission"""

    score = required(StrSchema, "Unique identifier of the score")
    nbPlayAttempt = required(NumberSchema, "Number of times the student has started to play the score")
