"""The model `ClassAssignmentUpdate`."""

from ..schemas import (
    BoolSchema,
    DateTimeSchema,
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
from .class_group_ids_to_apply_to_assignment import ClassGroupIdsToApplyToAssignment


class ClassAssignmentUpdate(DictSchema):
    """The content of an assignment to create in a class"""

    class ReleaseGrades(EnumBase, StrSchema):
        """How students get their grades: `auto` without a teacher's action, `manual` from a teacher"""

        AUTO = value("auto")
        MANUAL = value("manual")

    class State(EnumBase, StrSchema):
        """Where to put the assignment: `draft` to go on preparing it, `active` to give it to the students"""

        DRAFT = value("draft")
        ACTIVE = value("active")

    class GoogleClassroom(DictSchema):
        """Choices for the assignment in Google Classroom, for classes linked to it"""

        topicId = optional(
            nullable(StrSchema),
            "Unique identifier of the Google Classroom topic that holds the assignment, null for none",
        )

    class MicrosoftGraph(DictSchema):
        """Choices for the assignment in Microsoft Teams, for classes linked to it"""

        categories = optional(
            nullable(list_of(StrSchema)),
            "Categories of the assignment in Microsoft Teams, null for none",
        )

    class AssigneeMode(EnumBase, StrSchema):
        """Who gets the assignment: `everyone` in the class, or the `selected` students"""

        EVERYONE = value("everyone")
        SELECTED = value("selected")

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
    state = optional(State)
    dueDate = optional(
        nullable(DateTimeSchema),
        "Date and time by which the work is expected, e.g. `2024-09-02T08:00:00Z`; null for none",
    )
    scheduledDate = optional(
        nullable(DateTimeSchema),
        "Date and time when the assignment is to be published, e.g. `2024-09-02T08:00:00Z`; null for none",
    )
    googleClassroom = optional(GoogleClassroom)
    microsoftGraph = optional(MicrosoftGraph)
    assigneeMode = optional(AssigneeMode)
    assignedStudents = optional(
        list_of(StrSchema),
        "Unique identifiers of the students concerned when `assigneeMode` is `selected`",
    )
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
    classGroupIds = optional(ClassGroupIdsToApplyToAssignment)
