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
from .assignment_type import AssignmentType
from .edu_resource_privacy import EduResourcePrivacy
from .edu_resource_type import EduResourceType
from .media_attachment import MediaAttachment


class EduResource(DictSchema):
    """An assignment or a folder kept in a resource library"""

    class Capabilities(DictSchema):
        """What the current user is allowed to do with the resource"""

        canEdit = optional(BoolSchema, "True when the current user can change the resource")
        canAddResources = optional(BoolSchema, "True when the current user can add resources to this folder")
        canAddFolders = optional(BoolSchema, "True when the current user can add folders to this folder")

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
