"""The model `AssignmentUpdate`."""

from ..schemas import (
    BoolSchema,
    DictSchema,
    EnumBase,
    NumberSchema,
    StrSchema,
    list_of,
    nullable,
    optional,
    value,
)
from .assignment_type import AssignmentType
from .class_attachment_creation import ClassAttachmentCreation


class AssignmentUpdate(DictSchema):
    """The new content of an assignment kept in a resource library"""

    class ReleaseGrades(EnumBase, StrSchema):
        """How students get their grades: `auto` without a teacher's action, `manual` from a teacher"""

        AUTO = value("auto")
        MANUAL = value("manual")

    type = optional(AssignmentType)
    title = optional(
        StrSchema.where(min_length=1, max_length=1000),
        "Name of the assignment as teachers and students see it, from 1 to 1000 characters",
    )
    description = optional(StrSchema, "Instructions given to the students")
    attachments = optional(
        list_of(ClassAttachmentCreation),
        "Scores, worksheets, links and other media given with the assignment",
    )
    nbPlaybackAuthorized = optional(
        nullable(NumberSchema),
        "Number of times a student may play the score back, null for no limit",
    )
    toolset = optional(
        nullable(StrSchema),
        "Unique identifier of the set of editor tools the students work with, null for none",
    )
    coverFile = optional(
        nullable(StrSchema),
        "Unique identifier of the uploaded file used as cover picture, null for none",
    )
    cover = optional(nullable(StrSchema), "URL of the cover picture, null for none")
    maxPoints = optional(
        nullable(NumberSchema.where(minimum=0, maximum=100)),
        "Highest grade a submission can get, in points, from 0 to 100; null for none",
    )
    releaseGrades = optional(ReleaseGrades)
    shuffleExercises = optional(BoolSchema, "True when the exercises of a worksheet come in a random order")
