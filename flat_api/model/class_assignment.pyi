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
from .assignment_group import AssignmentGroup
from .assignment_submission import AssignmentSubmission
from .assignment_submission_students_mode import AssignmentSubmissionStudentsMode
from .assignment_type import AssignmentType
from .google_classroom_coursework import GoogleClassroomCoursework
from .media_attachment import MediaAttachment
from .microsoft_graph_assignment import MicrosoftGraphAssignment

class ClassAssignment(DictSchema):
    """An assignment given to a class"""

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
        canPublishInClassError: Property[ClassAssignment.Capabilities.CanPublishInClassError]
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
            canPublishInClassError: ClassAssignment.Capabilities.CanPublishInClassError
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
            canPublishInClassError: ClassAssignment.Capabilities.CanPublishInClassError
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
            canPublishInClassError: ClassAssignment.Capabilities.CanPublishInClassError
            | Mapping[str, Any]
            | Unset = ...,
        ) -> Self: ...

    class ReleaseGrades(EnumBase, StrSchema):
        """How students get their grades: `auto` without a teacher's action, `manual` from a teacher"""

        AUTO = value("auto")
        MANUAL = value("manual")

    class State(EnumBase, StrSchema):
        """Where an assignment stands: `draft` in preparation, `active` for the students, or `archived`"""

        DRAFT = value("draft")
        ACTIVE = value("active")
        ARCHIVED = value("archived")

    class AssigneeMode(EnumBase, StrSchema):
        """Who gets the assignment: `everyone` in the class, or the `selected` students"""

        EVERYONE = value("everyone")
        SELECTED = value("selected")

    class Mfc(DictSchema):
        """The assignment as MusicFirst Classroom knows it"""

        id: Property[StrSchema]
        """Unique identifier of the assignment in MusicFirst Classroom"""
        alternateLink: Property[StrSchema]
        """URL of the assignment in MusicFirst Classroom"""

        def __init__(
            self,
            data: Mapping[str, Any] = ...,
            /,
            *,
            id: str | Unset = ...,
            alternateLink: str | Unset = ...,
            _configuration: Configuration | None = ...,
        ) -> None: ...
        def replace(self, *, id: str | Unset = ..., alternateLink: str | Unset = ...) -> Self: ...

    class Canvas(DictSchema):
        """The assignment as Canvas knows it"""

        id: Property[StrSchema]
        """Unique identifier of the assignment in Canvas"""
        alternateLink: Property[StrSchema]
        """URL of the assignment in Canvas"""

        def __init__(
            self,
            data: Mapping[str, Any] = ...,
            /,
            *,
            id: str | Unset = ...,
            alternateLink: str | Unset = ...,
            _configuration: Configuration | None = ...,
        ) -> None: ...
        def replace(self, *, id: str | Unset = ..., alternateLink: str | Unset = ...) -> Self: ...

    class Lti(DictSchema):
        """The assignment as an LTI platform knows it"""

        id: Property[StrSchema]
        """Unique identifier of the assignment in the LTI platform"""

        def __init__(
            self,
            data: Mapping[str, Any] = ...,
            /,
            *,
            id: str | Unset = ...,
            _configuration: Configuration | None = ...,
        ) -> None: ...
        def replace(self, *, id: str | Unset = ...) -> Self: ...

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
    capabilities: Property[ClassAssignment.Capabilities]
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
    releaseGrades: Property[ClassAssignment.ReleaseGrades]
    """How students get their grades: `auto` without a teacher's action, `manual` from a teacher"""
    shuffleExercises: Property[BoolSchema]
    """True when the exercises of a worksheet come in a random order"""
    toolset: Property[StrSchema]
    """Unique identifier of the set of editor tools the students work with"""
    nbPlaybackAuthorized: Property[NumberSchema]
    """Number of times a student may play the score back"""
    creator: Property[StrSchema]
    """Unique identifier of the user who created the assignment"""
    state: Property[ClassAssignment.State]
    """Where an assignment stands: `draft` in preparation, `active` for the students, or `archived`"""
    classroom: Property[StrSchema]
    """Unique identifier of the class the assignment is given to"""
    creationDate: Property[DateTimeSchema]
    """Date and time when the assignment was created"""
    scheduledDate: Property[DateTimeSchema]
    """Date and time when the assignment is to be published"""
    dueDate: Property[DateTimeSchema]
    """Date and time by which the work is expected"""
    assigneeMode: Property[ClassAssignment.AssigneeMode]
    """Who gets the assignment: `everyone` in the class, or the `selected` students"""
    assignedStudents: Property[ListSchema[StrSchema]]
    """Unique identifiers of the students concerned when `assigneeMode` is `selected`"""
    submissions: Property[ListSchema[AssignmentSubmission]]
    """Work of the students for this assignment"""
    googleClassroom: Property[GoogleClassroomCoursework]
    """Counterpart of the assignment in Google Classroom, for classes linked to it"""
    microsoftGraph: Property[MicrosoftGraphAssignment]
    """Counterpart of the assignment in Microsoft Teams, for classes linked to it"""
    mfc: Property[ClassAssignment.Mfc]
    """Counterpart of the assignment in MusicFirst Classroom, for classes linked to it"""
    canvas: Property[ClassAssignment.Canvas]
    """Counterpart of the assignment in Canvas, for classes linked to it"""
    lti: Property[ClassAssignment.Lti]
    """Counterpart of the assignment in an LTI platform, for classes linked to one"""
    issue: Property[StrSchema]
    """Problem met with the assignment, absent when there is none"""
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
    recordingType: Property[ClassAssignment.RecordingType]
    """What students record: their sound (`audio`) or their picture as well (`video`)"""
    allowMetronome: Property[BoolSchema]
    """True when students may use the metronome while they record"""
    allowBackingTrack: Property[BoolSchema]
    """True when students may play a backing track while they record"""
    allowSpeedChange: Property[BoolSchema]
    """True when students may change the tempo while they record"""
    freeRecord: Property[BoolSchema]
    """True when students may record without a score to follow"""
    assignedGroups: Property[ListSchema[AssignmentGroup]]
    """Groups of students who work on the assignment together"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        id: str | Unset = ...,
        type: Literal["none", "newScore", "scoreTemplate", "sharedWriting", "worksheet", "worksheetText", "performance"]
        | AssignmentType
        | Unset = ...,
        capabilities: ClassAssignment.Capabilities | Mapping[str, Any] | Unset = ...,
        title: str | Unset = ...,
        description: str | Unset = ...,
        cover: str | Unset = ...,
        coverFile: str | Unset = ...,
        attachments: Sequence[MediaAttachment | Mapping[str, Any]] | Unset = ...,
        useDedicatedAttachments: bool | BoolClass | Unset = ...,
        maxPoints: float | Decimal | Unset = ...,
        releaseGrades: Literal["auto", "manual"] | ClassAssignment.ReleaseGrades | Unset = ...,
        shuffleExercises: bool | BoolClass | Unset = ...,
        toolset: str | Unset = ...,
        nbPlaybackAuthorized: float | Decimal | Unset = ...,
        creator: str | Unset = ...,
        state: Literal["draft", "active", "archived"] | ClassAssignment.State | Unset = ...,
        classroom: str | Unset = ...,
        creationDate: str | datetime | Unset = ...,
        scheduledDate: str | datetime | Unset = ...,
        dueDate: str | datetime | Unset = ...,
        assigneeMode: Literal["everyone", "selected"] | ClassAssignment.AssigneeMode | Unset = ...,
        assignedStudents: Sequence[str] | Unset = ...,
        submissions: Sequence[AssignmentSubmission | Mapping[str, Any]] | Unset = ...,
        googleClassroom: GoogleClassroomCoursework | Mapping[str, Any] | Unset = ...,
        microsoftGraph: MicrosoftGraphAssignment | Mapping[str, Any] | Unset = ...,
        mfc: ClassAssignment.Mfc | Mapping[str, Any] | Unset = ...,
        canvas: ClassAssignment.Canvas | Mapping[str, Any] | Unset = ...,
        lti: ClassAssignment.Lti | Mapping[str, Any] | Unset = ...,
        issue: str | Unset = ...,
        descriptionHtml: str | Unset = ...,
        teacherInstructions: str | Unset = ...,
        teacherInstructionsHtml: str | Unset = ...,
        restrictPlayNote: bool | BoolClass | Unset = ...,
        restrictToAudioTracks: bool | BoolClass | Unset = ...,
        submissionStudentsMode: Literal["single", "group"] | AssignmentSubmissionStudentsMode | Unset = ...,
        recordingType: Literal["audio", "video"] | ClassAssignment.RecordingType | Unset = ...,
        allowMetronome: bool | BoolClass | Unset = ...,
        allowBackingTrack: bool | BoolClass | Unset = ...,
        allowSpeedChange: bool | BoolClass | Unset = ...,
        freeRecord: bool | BoolClass | Unset = ...,
        assignedGroups: Sequence[AssignmentGroup | Mapping[str, Any]] | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        id: str | Unset = ...,
        type: Literal["none", "newScore", "scoreTemplate", "sharedWriting", "worksheet", "worksheetText", "performance"]
        | AssignmentType
        | Unset = ...,
        capabilities: ClassAssignment.Capabilities | Mapping[str, Any] | Unset = ...,
        title: str | Unset = ...,
        description: str | Unset = ...,
        cover: str | Unset = ...,
        coverFile: str | Unset = ...,
        attachments: Sequence[MediaAttachment | Mapping[str, Any]] | Unset = ...,
        useDedicatedAttachments: bool | BoolClass | Unset = ...,
        maxPoints: float | Decimal | Unset = ...,
        releaseGrades: Literal["auto", "manual"] | ClassAssignment.ReleaseGrades | Unset = ...,
        shuffleExercises: bool | BoolClass | Unset = ...,
        toolset: str | Unset = ...,
        nbPlaybackAuthorized: float | Decimal | Unset = ...,
        creator: str | Unset = ...,
        state: Literal["draft", "active", "archived"] | ClassAssignment.State | Unset = ...,
        classroom: str | Unset = ...,
        creationDate: str | datetime | Unset = ...,
        scheduledDate: str | datetime | Unset = ...,
        dueDate: str | datetime | Unset = ...,
        assigneeMode: Literal["everyone", "selected"] | ClassAssignment.AssigneeMode | Unset = ...,
        assignedStudents: Sequence[str] | Unset = ...,
        submissions: Sequence[AssignmentSubmission | Mapping[str, Any]] | Unset = ...,
        googleClassroom: GoogleClassroomCoursework | Mapping[str, Any] | Unset = ...,
        microsoftGraph: MicrosoftGraphAssignment | Mapping[str, Any] | Unset = ...,
        mfc: ClassAssignment.Mfc | Mapping[str, Any] | Unset = ...,
        canvas: ClassAssignment.Canvas | Mapping[str, Any] | Unset = ...,
        lti: ClassAssignment.Lti | Mapping[str, Any] | Unset = ...,
        issue: str | Unset = ...,
        descriptionHtml: str | Unset = ...,
        teacherInstructions: str | Unset = ...,
        teacherInstructionsHtml: str | Unset = ...,
        restrictPlayNote: bool | BoolClass | Unset = ...,
        restrictToAudioTracks: bool | BoolClass | Unset = ...,
        submissionStudentsMode: Literal["single", "group"] | AssignmentSubmissionStudentsMode | Unset = ...,
        recordingType: Literal["audio", "video"] | ClassAssignment.RecordingType | Unset = ...,
        allowMetronome: bool | BoolClass | Unset = ...,
        allowBackingTrack: bool | BoolClass | Unset = ...,
        allowSpeedChange: bool | BoolClass | Unset = ...,
        freeRecord: bool | BoolClass | Unset = ...,
        assignedGroups: Sequence[AssignmentGroup | Mapping[str, Any]] | Unset = ...,
    ) -> Self: ...
