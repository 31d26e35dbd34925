"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Self

from ..configuration import Configuration
from ..schemas import (
    BoolClass,
    BoolSchema,
    DictSchema,
    ListSchema,
    NoneClass,
    NoneSchema,
    NumberSchema,
    Property,
    StrSchema,
    Unset,
)
from .assignment_submission_playback import AssignmentSubmissionPlayback
from .class_attachment_creation import ClassAttachmentCreation

class AssignmentSubmissionUpdate(DictSchema):
    """The content of a submission, or the actions of the student and the teacher on it"""

    class Comments(DictSchema):
        """How many comments the submission has"""

        total: Property[NumberSchema]
        """Number of comments on the submission"""
        unread: Property[NumberSchema]
        """Number of these comments that are not read yet"""

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

    attachments: Property[ListSchema[ClassAttachmentCreation]]
    """Scores and other media that make up the work of the student"""
    submit: Property[BoolSchema]
    """True to hand the work in"""
    draftGrade: Property[NumberSchema | NoneSchema]
    """Provisional grade in points, from 0 to 10,000; null for none"""
    grade: Property[NumberSchema | NoneSchema]
    """Final grade in points, from 0 to 10,000; null for none"""
    exercisesIds: Property[ListSchema[StrSchema] | NoneSchema]
    """Unique identifiers of the worksheet exercises that belong to the submission, null for none"""
    return_: Property[BoolSchema]
    """True to give the work back to the student"""
    comments: Property[AssignmentSubmissionUpdate.Comments]
    """How many comments the submission has"""
    playback: Property[ListSchema[AssignmentSubmissionPlayback]]
    """How often the student has played each score of the submission"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        attachments: Sequence[ClassAttachmentCreation | Mapping[str, Any]] | Unset = ...,
        submit: bool | BoolClass | Unset = ...,
        draftGrade: float | Decimal | NoneClass | Unset | None = ...,
        grade: float | Decimal | NoneClass | Unset | None = ...,
        exercisesIds: Sequence[str] | NoneClass | Unset | None = ...,
        return_: bool | BoolClass | Unset = ...,
        comments: AssignmentSubmissionUpdate.Comments | Mapping[str, Any] | Unset = ...,
        playback: Sequence[AssignmentSubmissionPlayback | Mapping[str, Any]] | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        attachments: Sequence[ClassAttachmentCreation | Mapping[str, Any]] | Unset = ...,
        submit: bool | BoolClass | Unset = ...,
        draftGrade: float | Decimal | NoneClass | Unset | None = ...,
        grade: float | Decimal | NoneClass | Unset | None = ...,
        exercisesIds: Sequence[str] | NoneClass | Unset | None = ...,
        return_: bool | BoolClass | Unset = ...,
        comments: AssignmentSubmissionUpdate.Comments | Mapping[str, Any] | Unset = ...,
        playback: Sequence[AssignmentSubmissionPlayback | Mapping[str, Any]] | Unset = ...,
    ) -> Self: ...
