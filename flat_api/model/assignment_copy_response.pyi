"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal, Self, overload

from ..configuration import Configuration
from ..schemas import (
    BoolClass,
    BoolSchema,
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
from .media_attachment import MediaAttachment

class AssignmentCopyResponse(DictSchema):
    """The assignment made by a copy"""

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
        canPublishInClassError: Property[AssignmentCopyResponse.Capabilities.CanPublishInClassError]
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
            canPublishInClassError: AssignmentCopyResponse.Capabilities.CanPublishInClassError
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
            canPublishInClassError: AssignmentCopyResponse.Capabilities.CanPublishInClassError
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
            canPublishInClassError: AssignmentCopyResponse.Capabilities.CanPublishInClassError
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
    (`sharedWriting`), a `worksheet` of exercises, one with text only (`worksheetText`), a `performance`, or `none`
    of these
    """
    capabilities: Property[AssignmentCopyResponse.Capabilities]
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
    releaseGrades: Property[AssignmentCopyResponse.ReleaseGrades]
    """How students get their grades: `auto` without a teacher's action, `manual` from a teacher"""
    shuffleExercises: Property[BoolSchema]
    """True when the exercises of a worksheet come in a random order"""
    toolset: Property[StrSchema]
    """Unique identifier of the set of editor tools the students work with"""
    nbPlaybackAuthorized: Property[NumberSchema]
    """Number of times a student may play the score back"""
    resource: Property[StrSchema]
    """Unique identifier of the library resource that holds the copy, when it was made in a library"""
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
    recordingType: Property[AssignmentCopyResponse.RecordingType]
    """What students record: their sound (`audio`) or their picture as well (`video`)"""
    allowMetronome: Property[BoolSchema]
    """True when students may use the metronome while they record"""
    allowBackingTrack: Property[BoolSchema]
    """True when students may play a backing track while they record"""
    allowSpeedChange: Property[BoolSchema]
    """True when students may change the tempo while they record"""
    freeRecord: Property[BoolSchema]
    """True when students may record without a score to follow"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        id: str | Unset = ...,
        type: Literal["none", "newScore", "scoreTemplate", "sharedWriting", "worksheet", "worksheetText", "performance"]
        | AssignmentType
        | Unset = ...,
        capabilities: AssignmentCopyResponse.Capabilities | Mapping[str, Any] | Unset = ...,
        title: str | Unset = ...,
        description: str | Unset = ...,
        cover: str | Unset = ...,
        coverFile: str | Unset = ...,
        attachments: Sequence[MediaAttachment | Mapping[str, Any]] | Unset = ...,
        useDedicatedAttachments: bool | BoolClass | Unset = ...,
        maxPoints: float | Decimal | Unset = ...,
        releaseGrades: Literal["auto", "manual"] | AssignmentCopyResponse.ReleaseGrades | Unset = ...,
        shuffleExercises: bool | BoolClass | Unset = ...,
        toolset: str | Unset = ...,
        nbPlaybackAuthorized: float | Decimal | Unset = ...,
        resource: str | Unset = ...,
        descriptionHtml: str | Unset = ...,
        teacherInstructions: str | Unset = ...,
        teacherInstructionsHtml: str | Unset = ...,
        restrictPlayNote: bool | BoolClass | Unset = ...,
        restrictToAudioTracks: bool | BoolClass | Unset = ...,
        submissionStudentsMode: Literal["single", "group"] | AssignmentSubmissionStudentsMode | Unset = ...,
        recordingType: Literal["audio", "video"] | AssignmentCopyResponse.RecordingType | Unset = ...,
        allowMetronome: bool | BoolClass | Unset = ...,
        allowBackingTrack: bool | BoolClass | Unset = ...,
        allowSpeedChange: bool | BoolClass | Unset = ...,
        freeRecord: bool | BoolClass | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        id: str | Unset = ...,
        type: Literal["none", "newScore", "scoreTemplate", "sharedWriting", "worksheet", "worksheetText", "performance"]
        | AssignmentType
        | Unset = ...,
        capabilities: AssignmentCopyResponse.Capabilities | Mapping[str, Any] | Unset = ...,
        title: str | Unset = ...,
        description: str | Unset = ...,
        cover: str | Unset = ...,
        coverFile: str | Unset = ...,
        attachments: Sequence[MediaAttachment | Mapping[str, Any]] | Unset = ...,
        useDedicatedAttachments: bool | BoolClass | Unset = ...,
        maxPoints: float | Decimal | Unset = ...,
        releaseGrades: Literal["auto", "manual"] | AssignmentCopyResponse.ReleaseGrades | Unset = ...,
        shuffleExercises: bool | BoolClass | Unset = ...,
        toolset: str | Unset = ...,
        nbPlaybackAuthorized: float | Decimal | Unset = ...,
        resource: str | Unset = ...,
        descriptionHtml: str | Unset = ...,
        teacherInstructions: str | Unset = ...,
        teacherInstructionsHtml: str | Unset = ...,
        restrictPlayNote: bool | BoolClass | Unset = ...,
        restrictToAudioTracks: bool | BoolClass | Unset = ...,
        submissionStudentsMode: Literal["single", "group"] | AssignmentSubmissionStudentsMode | Unset = ...,
        recordingType: Literal["audio", "video"] | AssignmentCopyResponse.RecordingType | Unset = ...,
        allowMetronome: bool | BoolClass | Unset = ...,
        allowBackingTrack: bool | BoolClass | Unset = ...,
        allowSpeedChange: bool | BoolClass | Unset = ...,
        freeRecord: bool | BoolClass | Unset = ...,
    ) -> Self: ...
