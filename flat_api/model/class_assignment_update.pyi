"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal, Self

from ..configuration import Configuration
from ..schemas import (
    BoolClass,
    BoolSchema,
    DateTimeSchema,
    DictSchema,
    EnumBase,
    ListSchema,
    NoneClass,
    NoneSchema,
    NumberSchema,
    Property,
    StrSchema,
    Unset,
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

        topicId: Property[StrSchema | NoneSchema]
        """Unique identifier of the Google Classroom topic that holds the assignment, null for none"""

        def __init__(
            self,
            data: Mapping[str, Any] = ...,
            /,
            *,
            topicId: str | NoneClass | Unset | None = ...,
            _configuration: Configuration | None = ...,
        ) -> None: ...
        def replace(self, *, topicId: str | NoneClass | Unset | None = ...) -> Self: ...

    class MicrosoftGraph(DictSchema):
        """Choices for the assignment in Microsoft Teams, for classes linked to it"""

        categories: Property[ListSchema[StrSchema] | NoneSchema]
        """Categories of the assignment in Microsoft Teams, null for none"""

        def __init__(
            self,
            data: Mapping[str, Any] = ...,
            /,
            *,
            categories: Sequence[str] | NoneClass | Unset | None = ...,
            _configuration: Configuration | None = ...,
        ) -> None: ...
        def replace(self, *, categories: Sequence[str] | NoneClass | Unset | None = ...) -> Self: ...

    class AssigneeMode(EnumBase, StrSchema):
        """Who gets the assignment: `everyone` in the class, or the `selected` students"""

        EVERYONE = value("everyone")
        SELECTED = value("selected")

    class RecordingType(EnumBase, StrSchema):
        """What students record: their sound (`audio`) or their picture as well (`video`)"""

        AUDIO = value("audio")
        VIDEO = value("video")

    type: Property[AssignmentType]
    """Work asked of the students: a `newScore` to write, a `scoreTemplate` to start from, a score to write together
    (`sharedWriting`), a `worksheet` of exercises, one with text only (`worksheetText`), a `performance`, or `none`
    of these
    """
    title: Property[StrSchema]
    """Name of the assignment as teachers and students see it, from 1 to 1000 characters"""
    description: Property[StrSchema]
    """Instructions given to the students"""
    attachments: Property[ListSchema[ClassAttachmentCreation]]
    """Scores, worksheets, links and other media given with the assignment"""
    nbPlaybackAuthorized: Property[NumberSchema | NoneSchema]
    """Number of times a student may play the score back, null for no limit"""
    toolset: Property[StrSchema | NoneSchema]
    """Unique identifier of the set of editor tools the students work with, null for none"""
    coverFile: Property[StrSchema | NoneSchema]
    """Unique identifier of the uploaded file used as cover picture, null for none"""
    cover: Property[StrSchema | NoneSchema]
    """URL of the cover picture, null for none"""
    maxPoints: Property[NumberSchema | NoneSchema]
    """Highest grade a submission can get, in points, from 0 to 10,000; null for none"""
    releaseGrades: Property[ClassAssignmentUpdate.ReleaseGrades]
    """How students get their grades: `auto` without a teacher's action, `manual` from a teacher"""
    shuffleExercises: Property[BoolSchema]
    """True when the exercises of a worksheet come in a random order"""
    state: Property[ClassAssignmentUpdate.State]
    """Where to put the assignment: `draft` to go on preparing it, `active` to give it to the students"""
    dueDate: Property[DateTimeSchema | NoneSchema]
    """Date and time by which the work is expected, e.g. `2024-09-02T08:00:00Z`; null for none"""
    scheduledDate: Property[DateTimeSchema | NoneSchema]
    """Date and time when the assignment is to be published, e.g. `2024-09-02T08:00:00Z`; null for none"""
    googleClassroom: Property[ClassAssignmentUpdate.GoogleClassroom]
    """Choices for the assignment in Google Classroom, for classes linked to it"""
    microsoftGraph: Property[ClassAssignmentUpdate.MicrosoftGraph]
    """Choices for the assignment in Microsoft Teams, for classes linked to it"""
    assigneeMode: Property[ClassAssignmentUpdate.AssigneeMode]
    """Who gets the assignment: `everyone` in the class, or the `selected` students"""
    assignedStudents: Property[ListSchema[StrSchema]]
    """Unique identifiers of the students concerned when `assigneeMode` is `selected`"""
    descriptionHtml: Property[StrSchema]
    """Instructions given to the students, as HTML, up to 20,000,000 characters"""
    teacherInstructions: Property[StrSchema]
    """Notes for the teachers, which students do not see, up to 100,000 characters"""
    teacherInstructionsHtml: Property[StrSchema]
    """Notes for the teachers, as HTML, up to 20,000,000 characters"""
    restrictPlayNote: Property[BoolSchema]
    """True when students do not hear the notes that they enter"""
    restrictToAudioTracks: Property[BoolSchema]
    """True when students can only play the audio tracks of the score, not its notes"""
    submissionStudentsMode: Property[AssignmentSubmissionStudentsMode]
    """Who hands in a submission: each student alone (`single`), or a group of students together (`group`)"""
    recordingType: Property[ClassAssignmentUpdate.RecordingType]
    """What students record: their sound (`audio`) or their picture as well (`video`)"""
    allowMetronome: Property[BoolSchema]
    """True when students may use the metronome while they record"""
    allowBackingTrack: Property[BoolSchema]
    """True when students may play a backing track while they record"""
    allowSpeedChange: Property[BoolSchema]
    """True when students may change the tempo while they record"""
    freeRecord: Property[BoolSchema]
    """True when students may record without a score to follow"""
    classGroupIds: Property[ClassGroupIdsToApplyToAssignment]
    """Unique identifiers of the groups of a class that an assignment is for; null for none"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        type: Literal["none", "newScore", "scoreTemplate", "sharedWriting", "worksheet", "worksheetText", "performance"]
        | AssignmentType
        | Unset = ...,
        title: str | Unset = ...,
        description: str | Unset = ...,
        attachments: Sequence[ClassAttachmentCreation | Mapping[str, Any]] | Unset = ...,
        nbPlaybackAuthorized: float | Decimal | NoneClass | Unset | None = ...,
        toolset: str | NoneClass | Unset | None = ...,
        coverFile: str | NoneClass | Unset | None = ...,
        cover: str | NoneClass | Unset | None = ...,
        maxPoints: float | Decimal | NoneClass | Unset | None = ...,
        releaseGrades: Literal["auto", "manual"] | ClassAssignmentUpdate.ReleaseGrades | Unset = ...,
        shuffleExercises: bool | BoolClass | Unset = ...,
        state: Literal["draft", "active"] | ClassAssignmentUpdate.State | Unset = ...,
        dueDate: str | datetime | NoneClass | Unset | None = ...,
        scheduledDate: str | datetime | NoneClass | Unset | None = ...,
        googleClassroom: ClassAssignmentUpdate.GoogleClassroom | Mapping[str, Any] | Unset = ...,
        microsoftGraph: ClassAssignmentUpdate.MicrosoftGraph | Mapping[str, Any] | Unset = ...,
        assigneeMode: Literal["everyone", "selected"] | ClassAssignmentUpdate.AssigneeMode | Unset = ...,
        assignedStudents: Sequence[str] | Unset = ...,
        descriptionHtml: str | Unset = ...,
        teacherInstructions: str | Unset = ...,
        teacherInstructionsHtml: str | Unset = ...,
        restrictPlayNote: bool | BoolClass | Unset = ...,
        restrictToAudioTracks: bool | BoolClass | Unset = ...,
        submissionStudentsMode: Literal["single", "group"] | AssignmentSubmissionStudentsMode | Unset = ...,
        recordingType: Literal["audio", "video"] | ClassAssignmentUpdate.RecordingType | Unset = ...,
        allowMetronome: bool | BoolClass | Unset = ...,
        allowBackingTrack: bool | BoolClass | Unset = ...,
        allowSpeedChange: bool | BoolClass | Unset = ...,
        freeRecord: bool | BoolClass | Unset = ...,
        classGroupIds: ClassGroupIdsToApplyToAssignment | Sequence[str] | NoneClass | Unset | None = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        type: Literal["none", "newScore", "scoreTemplate", "sharedWriting", "worksheet", "worksheetText", "performance"]
        | AssignmentType
        | Unset = ...,
        title: str | Unset = ...,
        description: str | Unset = ...,
        attachments: Sequence[ClassAttachmentCreation | Mapping[str, Any]] | Unset = ...,
        nbPlaybackAuthorized: float | Decimal | NoneClass | Unset | None = ...,
        toolset: str | NoneClass | Unset | None = ...,
        coverFile: str | NoneClass | Unset | None = ...,
        cover: str | NoneClass | Unset | None = ...,
        maxPoints: float | Decimal | NoneClass | Unset | None = ...,
        releaseGrades: Literal["auto", "manual"] | ClassAssignmentUpdate.ReleaseGrades | Unset = ...,
        shuffleExercises: bool | BoolClass | Unset = ...,
        state: Literal["draft", "active"] | ClassAssignmentUpdate.State | Unset = ...,
        dueDate: str | datetime | NoneClass | Unset | None = ...,
        scheduledDate: str | datetime | NoneClass | Unset | None = ...,
        googleClassroom: ClassAssignmentUpdate.GoogleClassroom | Mapping[str, Any] | Unset = ...,
        microsoftGraph: ClassAssignmentUpdate.MicrosoftGraph | Mapping[str, Any] | Unset = ...,
        assigneeMode: Literal["everyone", "selected"] | ClassAssignmentUpdate.AssigneeMode | Unset = ...,
        assignedStudents: Sequence[str] | Unset = ...,
        descriptionHtml: str | Unset = ...,
        teacherInstructions: str | Unset = ...,
        teacherInstructionsHtml: str | Unset = ...,
        restrictPlayNote: bool | BoolClass | Unset = ...,
        restrictToAudioTracks: bool | BoolClass | Unset = ...,
        submissionStudentsMode: Literal["single", "group"] | AssignmentSubmissionStudentsMode | Unset = ...,
        recordingType: Literal["audio", "video"] | ClassAssignmentUpdate.RecordingType | Unset = ...,
        allowMetronome: bool | BoolClass | Unset = ...,
        allowBackingTrack: bool | BoolClass | Unset = ...,
        allowSpeedChange: bool | BoolClass | Unset = ...,
        freeRecord: bool | BoolClass | Unset = ...,
        classGroupIds: ClassGroupIdsToApplyToAssignment | Sequence[str] | NoneClass | Unset | None = ...,
    ) -> Self: ...
