"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from typing import ClassVar

from ..schemas import EnumBase, StrSchema

class AssignmentSubmissionState(EnumBase, StrSchema):
    """State of a submission: `created` and in progress, `turnedIn` by the student, `returned` to them, or
    `graded`
    """

    CREATED: ClassVar[AssignmentSubmissionState]
    TURNED_IN: ClassVar[AssignmentSubmissionState]
    RETURNED: ClassVar[AssignmentSubmissionState]
    GRADED: ClassVar[AssignmentSubmissionState]
