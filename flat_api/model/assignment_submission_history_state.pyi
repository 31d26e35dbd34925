"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from typing import ClassVar

from ..schemas import EnumBase, StrSchema

class AssignmentSubmissionHistoryState(EnumBase, StrSchema):
    """State a submission took in an event: `created`, `turnedIn` by the student, `returned` to the student,
    `graded`, or `reset` to start again
    """

    CREATED: ClassVar[AssignmentSubmissionHistoryState]
    TURNED_IN: ClassVar[AssignmentSubmissionHistoryState]
    RETURNED: ClassVar[AssignmentSubmissionHistoryState]
    GRADED: ClassVar[AssignmentSubmissionHistoryState]
    RESET: ClassVar[AssignmentSubmissionHistoryState]
