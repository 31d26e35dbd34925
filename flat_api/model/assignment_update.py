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
from .assignment_submission_students_mode import AssignmentSubmissionStudentsMode
from .assignment_type import AssignmentType
from .class_attachment_creation import ClassAttachmentCreation


class AssignmentUpdate(DictSchema):
    """The new content of an assignment kept in a resource library"""

    class ReleaseGrades(EnumBase, StrSchema):
        """How students get their grades: `auto` without a teacher's action, `manual` from a teacher"""

        AUTO = value("auto")
        MANUAL = value("manual")

    class RecordingType(EnumBase, StrSchema):
        """What students record: their sound (`audio`) or their picture as well (`video`)"""

        AUDIO = value("audio")
        VIDEO = value("video")

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
        nullable(NumberSchema.where(minimum=0, maximum=10000)),
        "Highest grade a submission can get, in points, from 0 to 10,000; null for none",
    )
    releaseGrades = optional(ReleaseGrades)
    shuffleExercises = optional(BoolSchema, "True when the exercises of a worksheet come in a random order")
    descriptionHtml = optional(
        StrSchema.where(max_length=20000000),
        "Instructions given to the students, as HTML, up to 20,000,000 characters",
    )
    teacherInstructions = optional(
        StrSchema.where(max_length=100000),
        "Notes for the teachers, which students do not see, up to 100,000 characters",
    )
    teacherInstructionsHtml = optional(
        StrSchema.where(max_length=20000000),
        "Notes for the teachers, as HTML, up to 20,000,000 characters",
    )
    restrictPlayNote = optional(BoolSchema, "True when students do not hear the notes that they enter")
    restrictToAudioTracks = optional(
        BoolSchema,
        "True when students can only play the audio tracks of the score, not its notes",
    )
    submissionStudentsMode = optional(AssignmentSubmissionStudentsMode)
    recordingType = optional(RecordingType)
    allowMetronome = optional(BoolSchema, "True when students may use the metronome while they record")
    allowBackingTrack = optional(BoolSchema, "True when students may play a backing track while they record")
    allowSpeedChange = optional(BoolSchema, "True when students may change the tempo while they record")
    freeRecord = optional(BoolSchema, "True when students may record without a score to follow")
