"""The model `EduResource`."""

from ..schemas import (
    BoolSchema,
    DateTimeSchema,
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
from .edu_resource_grades import EduResourceGrades
from .edu_resource_privacy import EduResourcePrivacy
from .edu_resource_subjects import EduResourceSubjects
from .edu_resource_type import EduResourceType
from .media_attachment import MediaAttachment


class EduResource(DictSchema):
    """An assignment or a folder kept in a resource library"""

    class Capabilities(DictSchema):
        """What the current user is allowed to do with the resource"""

        canEdit = optional(BoolSchema, "True when the current user can change the resource")
        canAddResources = optional(BoolSchema, "True when the current user can add resources to this folder")
        canAddFolders = optional(BoolSchema, "True when the current user can add folders to this folder")
        canChangePrivacy = optional(BoolSchema, "True when the current user can change who sees the resource")

    class Resource(DictSchema):
        """The assignment that a resource of a library holds"""

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
        shuffleExercises = optional(
            BoolSchema,
            "True when the exercises of a worksheet come in a random order",
        )
        toolset = optional(StrSchema, "Unique identifier of the set of editor tools the students work with")
        nbPlaybackAuthorized = optional(NumberSchema, "Number of times a student may play the score back")
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
        allowBackingTrack = optional(
            BoolSchema,
            "True when students may play a backing track while they record",
        )
        allowSpeedChange = optional(BoolSchema, "True when students may change the tempo while they record")
        freeRecord = optional(BoolSchema, "True when students may record without a score to follow")
        assignmentsTypes = optional(
            list_of(AssignmentType),
            "Kinds of assignments in the folder, when the resource is a folder",
        )
        resourcesCount = optional(
            NumberSchema,
            "Number of resources in the folder, when the resource is a folder",
        )

    id = required(StrSchema, "Unique identifier of the resource")
    type = required(EduResourceType)
    title = required(StrSchema, "Name of the resource as users see it")
    capabilities = required(Capabilities)
    creator = optional(StrSchema, "Unique identifier of the user who created the resource")
    privacy = optional(EduResourcePrivacy)
    tags = optional(list_of(StrSchema), "Keywords given to the resource")
    parent = optional(StrSchema, "Unique identifier of the library folder that holds the resource")
    creationDate = optional(DateTimeSchema, "Date and time when the resource was created")
    updateDate = optional(DateTimeSchema, "Date and time of the last change of the resource")
    resource = optional(Resource, "Content of the resource when its type is `assignment`")
    sharingDescription = optional(
        StrSchema,
        "Text that presents the resource to the teachers it is shared with",
    )
    sharingDescriptionHtml = optional(
        StrSchema,
        "Text that presents the resource to the teachers it is shared with, as HTML",
    )
    subjects = optional(EduResourceSubjects)
    grades = optional(EduResourceGrades)
