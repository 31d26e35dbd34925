"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal, Self, overload

from ..configuration import Configuration
from ..schemas import (
    BoolClass,
    BoolSchema,
    DateTimeSchema,
    DictSchema,
    EnumBase,
    ListSchema,
    NumberSchema,
    Property,
    StrSchema,
    Unset,
    value,
)
from .assignment_submission_students_mode import AssignmentSubmissionStudentsMode
from .assignment_type import AssignmentType
from .edu_resource_grades import EduResourceGrades
from .edu_resource_privacy import EduResourcePrivacy
from .edu_resource_subjects import EduResourceSubjects
from .edu_resource_type import EduResourceType
from .grade import Grade
from .media_attachment import MediaAttachment
from .teaching_theme import TeachingTheme

class EduResource(DictSchema):
    """An assignment or a folder kept in a resource library"""

    class Capabilities(DictSchema):
        """What the current user is allowed to do with the resource"""

        canEdit: Property[BoolSchema]
        """True when the current user can change the resource"""
        canAddResources: Property[BoolSchema]
        """True when the current user can add resources to this folder"""
        canAddFolders: Property[BoolSchema]
        """True when the current user can add folders to this folder"""
        canChangePrivacy: Property[BoolSchema]
        """True when the current user can change who sees the resource"""

        def __init__(
            self,
            data: Mapping[str, Any] = ...,
            /,
            *,
            canEdit: bool | BoolClass | Unset = ...,
            canAddResources: bool | BoolClass | Unset = ...,
            canAddFolders: bool | BoolClass | Unset = ...,
            canChangePrivacy: bool | BoolClass | Unset = ...,
            _configuration: Configuration | None = ...,
        ) -> None: ...
        def replace(
            self,
            *,
            canEdit: bool | BoolClass | Unset = ...,
            canAddResources: bool | BoolClass | Unset = ...,
            canAddFolders: bool | BoolClass | Unset = ...,
            canChangePrivacy: bool | BoolClass | Unset = ...,
        ) -> Self: ...

    class Resource(DictSchema):
        """The assignment that a resource of a library holds"""

        class Capabilities(DictSchema):
            """What the current user is allowed to do with the assignment"""

            class CanPublishInClassError(DictSchema):
                """Why the current user cannot publish the assignment in a class"""

                code: Property[StrSchema]
                """Short name of the error, for programs to tell errors apart"""
                message: Property[StrSchema]
                """Explanation of the error, for people"""

                @overload
                def __init__(
                    self,
                    data: Mapping[str, Any],
                    /,
                    *,
                    code: str = ...,
                    message: str = ...,
                    _configuration: Configuration | None = ...,
                ) -> None: ...
                @overload
                def __init__(self, *, code: str, message: str, _configuration: Configuration | None = ...) -> None: ...
                def replace(self, *, code: str = ..., message: str = ...) -> Self: ...

            canEdit: Property[BoolSchema]
            """True when the current user can change the assignment"""
            canPublishInClass: Property[BoolSchema]
            """True when the current user can publish the assignment in a class"""
            canPublishInClassError: Property[EduResource.Resource.Capabilities.CanPublishInClassError]
            """Reason of the refusal when `canPublishInClass` is false"""
            canArchive: Property[BoolSchema]
            """True when the current user can archive the assignment"""
            canUnarchive: Property[BoolSchema]
            """True when the current user can take the assignment out of the archives"""

            @overload
            def __init__(
                self,
                data: Mapping[str, Any],
                /,
                *,
                canEdit: bool | BoolClass = ...,
                canPublishInClass: bool | BoolClass = ...,
                canArchive: bool | BoolClass = ...,
                canUnarchive: bool | BoolClass = ...,
                canPublishInClassError: EduResource.Resource.Capabilities.CanPublishInClassError
                | Mapping[str, Any]
                | Unset = ...,
                _configuration: Configuration | None = ...,
            ) -> None: ...
            @overload
            def __init__(
                self,
                *,
                canEdit: bool | BoolClass,
                canPublishInClass: bool | BoolClass,
                canArchive: bool | BoolClass,
                canUnarchive: bool | BoolClass,
                canPublishInClassError: EduResource.Resource.Capabilities.CanPublishInClassError
                | Mapping[str, Any]
                | Unset = ...,
                _configuration: Configuration | None = ...,
            ) -> None: ...
            def replace(
                self,
                *,
                canEdit: bool | BoolClass = ...,
                canPublishInClass: bool | BoolClass = ...,
                canArchive: bool | BoolClass = ...,
                canUnarchive: bool | BoolClass = ...,
                canPublishInClassError: EduResource.Resource.Capabilities.CanPublishInClassError
                | Mapping[str, Any]
                | Unset = ...,
            ) -> Self: ...

        class ReleaseGrades(EnumBase, StrSchema):
            """How students get their grades: `auto` without a teacher's action, `manual` from a teacher"""

            AUTO = value("auto")
            MANUAL = value("manual")

        class RecordingType(EnumBase, StrSchema):
            """What students record: their sound (`audio`) or their picture as well (`video`)"""

            AUDIO = value("audio")
            VIDEO = value("video")

        id: Property[StrSchema]
        """Unique identifier of the assignment"""
        type: Property[AssignmentType]
        """Work asked of the students: a `newScore` to write, a `scoreTemplate` to start from, a score to write together
        (`sharedWriting`), a `worksheet` of exercises, one with text only (`worksheetText`), a `performance`, or
        `none` of these
        """
        capabilities: Property[EduResource.Resource.Capabilities]
        """What the current user is allowed to do with the assignment"""
        title: Property[StrSchema]
        """Name of the assignment as teachers and students see it"""
        description: Property[StrSchema]
        """Instructions given to the students"""
        cover: Property[StrSchema]
        """URL of the cover picture"""
        coverFile: Property[StrSchema]
        """Unique identifier of the uploaded file used as cover picture"""
        attachments: Property[ListSchema[MediaAttachment]]
        """Scores, worksheets, links and other media given with the assignment"""
        useDedicatedAttachments: Property[BoolSchema]
        """True when the attached resources are reserved for this assignment"""
        maxPoints: Property[NumberSchema]
        """Highest grade a submission can get, in points"""
        releaseGrades: Property[EduResource.Resource.ReleaseGrades]
        """How students get their grades: `auto` without a teacher's action, `manual` from a teacher"""
        shuffleExercises: Property[BoolSchema]
        """True when the exercises of a worksheet come in a random order"""
        toolset: Property[StrSchema]
        """Unique identifier of the set of editor tools the students work with"""
        nbPlaybackAuthorized: Property[NumberSchema]
        """Number of times a student may play the score back"""
        descriptionHtml: Property[StrSchema]
        """Instructions given to the students, as HTML"""
        teacherInstructions: Property[StrSchema]
        """Notes for the teachers, which students do not see"""
        teacherInstructionsHtml: Property[StrSchema]
        """Notes for the teachers, which students do not see, as HTML"""
        restrictPlayNote: Property[BoolSchema]
        """True when students do not hear the notes that they enter"""
        restrictToAudioTracks: Property[BoolSchema]
        """True when students can only play the audio tracks of the score, not its notes"""
        submissionStudentsMode: Property[AssignmentSubmissionStudentsMode]
        """Who hands in a submission: each student alone (`single`), or a group of students together (`group`)"""
        recordingType: Property[EduResource.Resource.RecordingType]
        """What students record: their sound (`audio`) or their picture as well (`video`)"""
        allowMetronome: Property[BoolSchema]
        """True when students may use the metronome while they record"""
        allowBackingTrack: Property[BoolSchema]
        """True when students may play a backing track while they record"""
        allowSpeedChange: Property[BoolSchema]
        """True when students may change the tempo while they record"""
        freeRecord: Property[BoolSchema]
        """True when students may record without a score to follow"""
        assignmentsTypes: Property[ListSchema[AssignmentType]]
        """Kinds of assignments in the folder, when the resource is a folder"""
        resourcesCount: Property[NumberSchema]
        """Number of resources in the folder, when the resource is a folder"""

        def __init__(
            self,
            data: Mapping[str, Any] = ...,
            /,
            *,
            id: str | Unset = ...,
            type: Literal[
                "none",
                "newScore",
                "scoreTemplate",
                "sharedWriting",
                "worksheet",
                "worksheetText",
                "performance",
            ]
            | AssignmentType
            | Unset = ...,
            capabilities: EduResource.Resource.Capabilities | Mapping[str, Any] | Unset = ...,
            title: str | Unset = ...,
            description: str | Unset = ...,
            cover: str | Unset = ...,
            coverFile: str | Unset = ...,
            attachments: Sequence[MediaAttachment | Mapping[str, Any]] | Unset = ...,
            useDedicatedAttachments: bool | BoolClass | Unset = ...,
            maxPoints: float | Decimal | Unset = ...,
            releaseGrades: Literal["auto", "manual"] | EduResource.Resource.ReleaseGrades | Unset = ...,
            shuffleExercises: bool | BoolClass | Unset = ...,
            toolset: str | Unset = ...,
            nbPlaybackAuthorized: float | Decimal | Unset = ...,
            descriptionHtml: str | Unset = ...,
            teacherInstructions: str | Unset = ...,
            teacherInstructionsHtml: str | Unset = ...,
            restrictPlayNote: bool | BoolClass | Unset = ...,
            restrictToAudioTracks: bool | BoolClass | Unset = ...,
            submissionStudentsMode: Literal["single", "group"] | AssignmentSubmissionStudentsMode | Unset = ...,
            recordingType: Literal["audio", "video"] | EduResource.Resource.RecordingType | Unset = ...,
            allowMetronome: bool | BoolClass | Unset = ...,
            allowBackingTrack: bool | BoolClass | Unset = ...,
            allowSpeedChange: bool | BoolClass | Unset = ...,
            freeRecord: bool | BoolClass | Unset = ...,
            assignmentsTypes: Sequence[
                Literal[
                    "none",
                    "newScore",
                    "scoreTemplate",
                    "sharedWriting",
                    "worksheet",
                    "worksheetText",
                    "performance",
                ]
                | AssignmentType
            ]
            | Unset = ...,
            resourcesCount: float | Decimal | Unset = ...,
            _configuration: Configuration | None = ...,
        ) -> None: ...
        def replace(
            self,
            *,
            id: str | Unset = ...,
            type: Literal[
                "none",
                "newScore",
                "scoreTemplate",
                "sharedWriting",
                "worksheet",
                "worksheetText",
                "performance",
            ]
            | AssignmentType
            | Unset = ...,
            capabilities: EduResource.Resource.Capabilities | Mapping[str, Any] | Unset = ...,
            title: str | Unset = ...,
            description: str | Unset = ...,
            cover: str | Unset = ...,
            coverFile: str | Unset = ...,
            attachments: Sequence[MediaAttachment | Mapping[str, Any]] | Unset = ...,
            useDedicatedAttachments: bool | BoolClass | Unset = ...,
            maxPoints: float | Decimal | Unset = ...,
            releaseGrades: Literal["auto", "manual"] | EduResource.Resource.ReleaseGrades | Unset = ...,
            shuffleExercises: bool | BoolClass | Unset = ...,
            toolset: str | Unset = ...,
            nbPlaybackAuthorized: float | Decimal | Unset = ...,
            descriptionHtml: str | Unset = ...,
            teacherInstructions: str | Unset = ...,
            teacherInstructionsHtml: str | Unset = ...,
            restrictPlayNote: bool | BoolClass | Unset = ...,
            restrictToAudioTracks: bool | BoolClass | Unset = ...,
            submissionStudentsMode: Literal["single", "group"] | AssignmentSubmissionStudentsMode | Unset = ...,
            recordingType: Literal["audio", "video"] | EduResource.Resource.RecordingType | Unset = ...,
            allowMetronome: bool | BoolClass | Unset = ...,
            allowBackingTrack: bool | BoolClass | Unset = ...,
            allowSpeedChange: bool | BoolClass | Unset = ...,
            freeRecord: bool | BoolClass | Unset = ...,
            assignmentsTypes: Sequence[
                Literal[
                    "none",
                    "newScore",
                    "scoreTemplate",
                    "sharedWriting",
                    "worksheet",
                    "worksheetText",
                    "performance",
                ]
                | AssignmentType
            ]
            | Unset = ...,
            resourcesCount: float | Decimal | Unset = ...,
        ) -> Self: ...

    id: Property[StrSchema]
    """Unique identifier of the resource"""
    type: Property[EduResourceType]
    """Kind of resource: an `assignment`, or a `folder` that holds other resources"""
    title: Property[StrSchema]
    """Name of the resource as users see it"""
    capabilities: Property[EduResource.Capabilities]
    """What the current user is allowed to do with the resource"""
    creator: Property[StrSchema]
    """Unique identifier of the user who created the resource"""
    privacy: Property[EduResourcePrivacy]
    """Who can see a resource: its creator (`private`), everyone in the organization (`organizationPublic`), or everyone
    (`public`)
    """
    tags: Property[ListSchema[StrSchema]]
    """Keywords given to the resource"""
    parent: Property[StrSchema]
    """Unique identifier of the library folder that holds the resource"""
    creationDate: Property[DateTimeSchema]
    """Date and time when the resource was created"""
    updateDate: Property[DateTimeSchema]
    """Date and time of the last change of the resource"""
    resource: Property[EduResource.Resource]
    """Content of the resource when its type is `assignment`"""
    sharingDescription: Property[StrSchema]
    """Text that presents the resource to the teachers it is shared with"""
    sharingDescriptionHtml: Property[StrSchema]
    """Text that presents the resource to the teachers it is shared with, as HTML"""
    subjects: Property[EduResourceSubjects]
    """Subjects of music teaching that a resource is about"""
    grades: Property[EduResourceGrades]
    """School grades that a resource is made for"""

    @overload
    def __init__(
        self,
        data: Mapping[str, Any],
        /,
        *,
        id: str = ...,
        type: Literal["assignment", "folder"] | EduResourceType = ...,
        title: str = ...,
        capabilities: EduResource.Capabilities | Mapping[str, Any] = ...,
        creator: str | Unset = ...,
        privacy: Literal["private", "organizationPublic", "public"] | EduResourcePrivacy | Unset = ...,
        tags: Sequence[str] | Unset = ...,
        parent: str | Unset = ...,
        creationDate: str | datetime | Unset = ...,
        updateDate: str | datetime | Unset = ...,
        resource: EduResource.Resource | Mapping[str, Any] | Unset = ...,
        sharingDescription: str | Unset = ...,
        sharingDescriptionHtml: str | Unset = ...,
        subjects: Sequence[
            Literal[
                "composition",
                "music-theory",
                "general-music",
                "band",
                "choir",
                "orchestra",
                "jazz-ensemble",
                "music-technology",
                "other",
            ]
            | TeachingTheme
        ]
        | Unset = ...,
        grades: Sequence[Literal["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "university"] | Grade]
        | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        id: str,
        type: Literal["assignment", "folder"] | EduResourceType,
        title: str,
        capabilities: EduResource.Capabilities | Mapping[str, Any],
        creator: str | Unset = ...,
        privacy: Literal["private", "organizationPublic", "public"] | EduResourcePrivacy | Unset = ...,
        tags: Sequence[str] | Unset = ...,
        parent: str | Unset = ...,
        creationDate: str | datetime | Unset = ...,
        updateDate: str | datetime | Unset = ...,
        resource: EduResource.Resource | Mapping[str, Any] | Unset = ...,
        sharingDescription: str | Unset = ...,
        sharingDescriptionHtml: str | Unset = ...,
        subjects: Sequence[
            Literal[
                "composition",
                "music-theory",
                "general-music",
                "band",
                "choir",
                "orchestra",
                "jazz-ensemble",
                "music-technology",
                "other",
            ]
            | TeachingTheme
        ]
        | Unset = ...,
        grades: Sequence[Literal["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "university"] | Grade]
        | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        id: str = ...,
        type: Literal["assignment", "folder"] | EduResourceType = ...,
        title: str = ...,
        capabilities: EduResource.Capabilities | Mapping[str, Any] = ...,
        creator: str | Unset = ...,
        privacy: Literal["private", "organizationPublic", "public"] | EduResourcePrivacy | Unset = ...,
        tags: Sequence[str] | Unset = ...,
        parent: str | Unset = ...,
        creationDate: str | datetime | Unset = ...,
        updateDate: str | datetime | Unset = ...,
        resource: EduResource.Resource | Mapping[str, Any] | Unset = ...,
        sharingDescription: str | Unset = ...,
        sharingDescriptionHtml: str | Unset = ...,
        subjects: Sequence[
            Literal[
                "composition",
                "music-theory",
                "general-music",
                "band",
                "choir",
                "orchestra",
                "jazz-ensemble",
                "music-technology",
                "other",
            ]
            | TeachingTheme
        ]
        | Unset = ...,
        grades: Sequence[Literal["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "university"] | Grade]
        | Unset = ...,
    ) -> Self: ...
