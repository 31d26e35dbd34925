"""The model `AssignmentSubmissionUpdate`."""

from ..schemas import BoolSchema, DictSchema, NumberSchema, StrSchema, list_of, nullable, optional
from .assignment_submission_playback import AssignmentSubmissionPlayback
from .class_attachment_creation import ClassAttachmentCreation


class AssignmentSubmissionUpdate(DictSchema):
    """The content of a submission, or the actions of the student and the teacher on it"""

    class Comments(DictSchema):
        """How many comments the submission has"""

        total = optional(NumberSchema, "Number of comments on the submission")
        unread = optional(NumberSchema, "Number of these comments that are not read yet")

    attachments = optional(
        list_of(ClassAttachmentCreation),
        "Scores and other media that make up the work of the student",
    )
    submit = optional(BoolSchema, "True to hand the work in")
    draftGrade = optional(
        nullable(NumberSchema.where(minimum=0, maximum=10000)),
        "Provisional grade in points, from 0 to 10,000; null for none",
    )
    grade = optional(
        nullable(NumberSchema.where(minimum=0, maximum=10000)),
        "Final grade in points, from 0 to 10,000; null for none",
    )
    exercisesIds = optional(
        nullable(list_of(StrSchema)),
        "Unique identifiers of the worksheet exercises that belong to the submission, null for none",
    )
    return_ = optional(BoolSchema, "True to give the work back to the student", key="return")
    comments = optional(Comments)
    playback = optional(
        list_of(AssignmentSubmissionPlayback),
        "How often the student has played each score of the submission",
    )
