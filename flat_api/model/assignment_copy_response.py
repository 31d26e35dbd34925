"""The model `AssignmentCopyResponse`."""

from ..schemas import (
    BoolSchema,
    DictSchema,
    EnumBase,
    NumberSchema,
    StrSchema,
    list_of,
    optional,
    required,
    value,
)
from .assignment_submission_students_mode import AssignmentSubmissionStudentsMode
from .assignment_type import AssignmentType
from .media_attachment import MediaAttachment


class AssignmentCopyResponse(DictSchema):
    """The assignment made by a copy"""

    class Capabilities(DictSchema):
        """What the current user is allowed to do with the assignment"""

        class CanPublishInClassError(DictSchema):
            """Why the current user cannot publish the assignment in a class"""

            code = required(StrSchema, "Short name of the error, for programs to tell errors apart")
            message = required(StrSchema, "Explanation of the error, for people")

        canEdit = required(BoolSchema, "True when the current user can change the assignment")
        canPublishInClass = required(
            BoolSchema,
            "True when the current user can publish the assignment in a class",
        )
        canPublishInClassError = optional(
            CanPublishInClassError,
            "Reason of the refusal when `canPublishInClass` is false",
        )
        canArchive = required(BoolSchema, "True when the current user can archive the assignment")
        canUnarchive = required(
            BoolSchema,
            "True when the current user can take the assignment out of the archives",
        )

    class ReleaseGrades(EnumBase, StrSchema):
        """How students get their grades: `auto` without a teacher's action, `manual` from a teacher"""

        AUTO = value("auto")
        MANUAL = value("manual")

    class RecordingType(EnumBase, StrSchema):
        """What students record: their sound (`audio`) or their picture as well (`video`)"""

        AUDIO = value("audio")
        VIDEO = value("video")

    id = optional(StrSchema, "Unique identifier of the assignment")
    type = optional(AssignmentType)
    capabilities = optional(Capabilities)
    title = optional(StrSchema, "Name of the assignment as teachers and students see it")
    description = optional(StrSchema, "Instructions given to the students")
    cover = optional(StrSchema, "URL of the cover picture")
    coverFile = optional(StrSchema, "Unique identifier of the uploaded file used as cover picture")
    attachments = optional(
        list_of(MediaAttachment),
        "Scores, worksheets, links and other media given with the assignment",
    )
    useDedicatedAttachments = optional(
        BoolSchema,
        "True when the attached resources are reserved for this assignment",
    )
    maxPoints = optional(NumberSchema, "Highest grade a submission can get, in points")
    releaseGrades = optional(ReleaseGrades)
    shuffleExercises = optional(BoolSchema, "True when the exercises of a worksheet come in a random order")
    toolset = optional(StrSchema, "Unique identifier of the set of editor tools the students work with")
    nbPlaybackAuthorized = optional(NumberSchema, "Number of times a student may play the score back")
    resource = optional(
        StrSchema,
        "Unique identifier of the library resource that holds the copy, when it was made in a library",
    )
    descriptionHtml = optional(StrSchema, "Instructions given to the students, as HTML")
    teacherInstructions = optional(StrSchema, "Notes for the teachers, which students do not see")
    teacherInstructionsHtml = optional(
        StrSchema,
        "Notes for the teachers, which students do not see, as HTML",
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
