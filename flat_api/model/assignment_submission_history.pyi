"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal, Self

from ..configuration import Configuration
from ..schemas import DateTimeSchema, DictSchema, EnumBase, ListSchema, NumberSchema, Property, StrSchema, Unset, value
from .assignment_submission_history_state import AssignmentSubmissionHistoryState

class AssignmentSubmissionHistory(DictSchema):
    """One event in the life of a submission"""

    class Source(EnumBase, StrSchema):
        """System outside Flat that an event comes from: an LTI platform or one of the linked services"""

        LTI = value("lti")
        GOOGLE_CLASSROOM = value("googleClassroom")
        MICROSOFT_GRAPH = value("microsoftGraph")

    class Attachment(DictSchema):
        """The score an event is about"""

        score: Property[StrSchema]
        """Unique identifier of the score"""
        revision: Property[StrSchema]
        """Unique identifier of the revision of the score"""
        title: Property[StrSchema]
        """Title of the score"""

        def __init__(
            self,
            data: Mapping[str, Any] = ...,
            /,
            *,
            score: str | Unset = ...,
            revision: str | Unset = ...,
            title: str | Unset = ...,
            _configuration: Configuration | None = ...,
        ) -> None: ...
        def replace(
            self,
            *,
            score: str | Unset = ...,
            revision: str | Unset = ...,
            title: str | Unset = ...,
        ) -> Self: ...

    date: Property[DateTimeSchema]
    """Date and time of the event"""
    users: Property[ListSchema[StrSchema]]
    """Unique identifiers of the users the event comes from"""
    source: Property[AssignmentSubmissionHistory.Source]
    """System outside Flat that an event comes from: an LTI platform or one of the linked services"""
    state: Property[AssignmentSubmissionHistoryState]
    """State a submission took in an event: `created`, `turnedIn` by the student, `returned` to the student, `graded`,
    or `reset` to start again
    """
    draftGrade: Property[NumberSchema]
    """Provisional grade in points as of the event"""
    grade: Property[NumberSchema]
    """Final grade in points as of the event"""
    maxPoints: Property[NumberSchema]
    """Highest grade the submission can get as of the event, in points"""
    comment: Property[StrSchema]
    """Text of the comment, for events that carry one"""
    dueDate: Property[DateTimeSchema]
    """Date and time by which the work is expected as of the event"""
    attachment: Property[AssignmentSubmissionHistory.Attachment]
    """The score an event is about"""
    classroom: Property[StrSchema]
    """Unique identifier of the class the assignment was given to"""
    assignment: Property[StrSchema]
    """Unique identifier of the assignment"""
    submission: Property[StrSchema]
    """Unique identifier of the submission that changed"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        date: str | datetime | Unset = ...,
        users: Sequence[str] | Unset = ...,
        source: Literal["lti", "googleClassroom", "microsoftGraph"] | AssignmentSubmissionHistory.Source | Unset = ...,
        state: Literal["created", "turnedIn", "returned", "graded", "reset"]
        | AssignmentSubmissionHistoryState
        | Unset = ...,
        draftGrade: float | Decimal | Unset = ...,
        grade: float | Decimal | Unset = ...,
        maxPoints: float | Decimal | Unset = ...,
        comment: str | Unset = ...,
        dueDate: str | datetime | Unset = ...,
        attachment: AssignmentSubmissionHistory.Attachment | Mapping[str, Any] | Unset = ...,
        classroom: str | Unset = ...,
        assignment: str | Unset = ...,
        submission: str | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        date: str | datetime | Unset = ...,
        users: Sequence[str] | Unset = ...,
        source: Literal["lti", "googleClassroom", "microsoftGraph"] | AssignmentSubmissionHistory.Source | Unset = ...,
        state: Literal["created", "turnedIn", "returned", "graded", "reset"]
        | AssignmentSubmissionHistoryState
        | Unset = ...,
        draftGrade: float | Decimal | Unset = ...,
        grade: float | Decimal | Unset = ...,
        maxPoints: float | Decimal | Unset = ...,
        comment: str | Unset = ...,
        dueDate: str | datetime | Unset = ...,
        attachment: AssignmentSubmissionHistory.Attachment | Mapping[str, Any] | Unset = ...,
        classroom: str | Unset = ...,
        assignment: str | Unset = ...,
        submission: str | Unset = ...,
    ) -> Self: ...
