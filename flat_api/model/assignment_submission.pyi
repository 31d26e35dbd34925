"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal, Self, overload

from ..configuration import Configuration
from ..schemas import (
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
from .assignment_submission_playback import AssignmentSubmissionPlayback
from .assignment_submission_state import AssignmentSubmissionState
from .google_classroom_submission import GoogleClassroomSubmission
from .media_attachment import MediaAttachment
from .microsoft_graph_submission import MicrosoftGraphSubmission

class AssignmentSubmission(DictSchema):
    """The work of a student for an assignment, with its grade"""

    class Comments(DictSchema):
        """How many comments the submission has"""

        total: Property[NumberSchema]
        """Number of comments on the submission"""
        unread: Property[NumberSchema]
        """Number of comments that the current user has not read"""

        def __init__(
            self,
            data: Mapping[str, Any] = ...,
            /,
            *,
            total: float | Decimal | Unset = ...,
            unread: float | Decimal | Unset = ...,
            _configuration: Configuration | None = ...,
        ) -> None: ...
        def replace(self, *, total: float | Decimal | Unset = ..., unread: float | Decimal | Unset = ...) -> Self: ...

    class Lti(DictSchema):
        """Counterpart of the submission in an LTI platform, for classes linked to one"""

        class GradeService(EnumBase, StrSchema):
            """LTI service that the grade is sent to: `ags2p0` for Assignment and Grade Services 2.0,
            `outcomes1p1` for Basic Outcomes 1.1
            """

            AGS2P0 = value("ags2p0")
            OUTCOMES1P1 = value("outcomes1p1")

        gradeService: Property[AssignmentSubmission.Lti.GradeService]
        """LTI service that the grade is sent to: `ags2p0` for Assignment and Grade Services 2.0, `outcomes1p1` for
        Basic Outcomes 1.1
        """
        sourcedid: Property[StrSchema]
        """Identifier of the result in the LTI platform (`lis_result_sourcedid`), for `outcomes1p1`"""

        @overload
        def __init__(
            self,
            data: Mapping[str, Any],
            /,
            *,
            gradeService: Literal["ags2p0", "outcomes1p1"] | AssignmentSubmission.Lti.GradeService = ...,
            sourcedid: str | Unset = ...,
            _configuration: Configuration | None = ...,
        ) -> None: ...
        @overload
        def __init__(
            self,
            *,
            gradeService: Literal["ags2p0", "outcomes1p1"] | AssignmentSubmission.Lti.GradeService,
            sourcedid: str | Unset = ...,
            _configuration: Configuration | None = ...,
        ) -> None: ...
        def replace(
            self,
            *,
            gradeService: Literal["ags2p0", "outcomes1p1"] | AssignmentSubmission.Lti.GradeService = ...,
            sourcedid: str | Unset = ...,
        ) -> Self: ...

    id: Property[StrSchema]
    """Unique identifier of the submission"""
    state: Property[AssignmentSubmissionState]
    """State of a submission: `created` and in progress, `turnedIn` by the student, `returned` to them, or `graded`"""
    classroom: Property[StrSchema]
    """Unique identifier of the class the assignment was given to"""
    assignment: Property[StrSchema]
    """Unique identifier of the assignment this work answers"""
    creator: Property[StrSchema]
    """Unique identifier of the user who created the submission"""
    attachments: Property[ListSchema[MediaAttachment]]
    """Scores and other media that make up the work of the student"""
    creationDate: Property[StrSchema]
    """Date and time when the submission was created"""
    submissionDate: Property[StrSchema]
    """Date and time when the work was handed in"""
    returnDate: Property[StrSchema]
    """Date and time when the work was given back to the student"""
    returnCreator: Property[StrSchema]
    """Unique identifier of the user who gave the work back to the student"""
    grade: Property[NumberSchema | NoneSchema]
    """Final grade in points, null when there is none"""
    draftGrade: Property[NumberSchema | NoneSchema]
    """Provisional grade in points, null when there is none"""
    maxPoints: Property[NumberSchema]
    """Highest grade the submission can get, in points"""
    exercisesIds: Property[ListSchema[StrSchema] | NoneSchema]
    """Unique identifiers of the worksheet exercises that belong to the submission, null for none"""
    googleClassroom: Property[GoogleClassroomSubmission]
    """Counterpart of the submission in Google Classroom, for classes linked to it"""
    microsoftGraph: Property[MicrosoftGraphSubmission]
    """Counterpart of the submission in Microsoft Teams, for classes linked to it"""
    playback: Property[ListSchema[AssignmentSubmissionPlayback]]
    """How often the student has played each score of the submission"""
    comments: Property[AssignmentSubmission.Comments]
    """How many comments the submission has"""
    lti: Property[AssignmentSubmission.Lti]
    """Counterpart of the submission in an LTI platform, for classes linked to one"""

    @overload
    def __init__(
        self,
        data: Mapping[str, Any],
        /,
        *,
        id: str = ...,
        state: Literal["created", "turnedIn", "returned", "graded"] | AssignmentSubmissionState = ...,
        classroom: str = ...,
        assignment: str = ...,
        creator: str = ...,
        attachments: Sequence[MediaAttachment | Mapping[str, Any]] = ...,
        creationDate: str | Unset = ...,
        submissionDate: str | Unset = ...,
        returnDate: str | Unset = ...,
        returnCreator: str | Unset = ...,
        grade: float | Decimal | NoneClass | Unset | None = ...,
        draftGrade: float | Decimal | NoneClass | Unset | None = ...,
        maxPoints: float | Decimal | Unset = ...,
        exercisesIds: Sequence[str] | NoneClass | Unset | None = ...,
        googleClassroom: GoogleClassroomSubmission | Mapping[str, Any] | Unset = ...,
        microsoftGraph: MicrosoftGraphSubmission | Mapping[str, Any] | Unset = ...,
        playback: Sequence[AssignmentSubmissionPlayback | Mapping[str, Any]] | Unset = ...,
        comments: AssignmentSubmission.Comments | Mapping[str, Any] | Unset = ...,
        lti: AssignmentSubmission.Lti | Mapping[str, Any] | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        id: str,
        state: Literal["created", "turnedIn", "returned", "graded"] | AssignmentSubmissionState,
        classroom: str,
        assignment: str,
        creator: str,
        attachments: Sequence[MediaAttachment | Mapping[str, Any]],
        creationDate: str | Unset = ...,
        submissionDate: str | Unset = ...,
        returnDate: str | Unset = ...,
        returnCreator: str | Unset = ...,
        grade: float | Decimal | NoneClass | Unset | None = ...,
        draftGrade: float | Decimal | NoneClass | Unset | None = ...,
        maxPoints: float | Decimal | Unset = ...,
        exercisesIds: Sequence[str] | NoneClass | Unset | None = ...,
        googleClassroom: GoogleClassroomSubmission | Mapping[str, Any] | Unset = ...,
        microsoftGraph: MicrosoftGraphSubmission | Mapping[str, Any] | Unset = ...,
        playback: Sequence[AssignmentSubmissionPlayback | Mapping[str, Any]] | Unset = ...,
        comments: AssignmentSubmission.Comments | Mapping[str, Any] | Unset = ...,
        lti: AssignmentSubmission.Lti | Mapping[str, Any] | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        id: str = ...,
        state: Literal["created", "turnedIn", "returned", "graded"] | AssignmentSubmissionState = ...,
        classroom: str = ...,
        assignment: str = ...,
        creator: str = ...,
        attachments: Sequence[MediaAttachment | Mapping[str, Any]] = ...,
        creationDate: str | Unset = ...,
        submissionDate: str | Unset = ...,
        returnDate: str | Unset = ...,
        returnCreator: str | Unset = ...,
        grade: float | Decimal | NoneClass | Unset | None = ...,
        draftGrade: float | Decimal | NoneClass | Unset | None = ...,
        maxPoints: float | Decimal | Unset = ...,
        exercisesIds: Sequence[str] | NoneClass | Unset | None = ...,
        googleClassroom: GoogleClassroomSubmission | Mapping[str, Any] | Unset = ...,
        microsoftGraph: MicrosoftGraphSubmission | Mapping[str, Any] | Unset = ...,
        playback: Sequence[AssignmentSubmissionPlayback | Mapping[str, Any]] | Unset = ...,
        comments: AssignmentSubmission.Comments | Mapping[str, Any] | Unset = ...,
        lti: AssignmentSubmission.Lti | Mapping[str, Any] | Unset = ...,
    ) -> Self: ...
