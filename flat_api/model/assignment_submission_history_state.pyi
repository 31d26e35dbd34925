"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from ..schemas import EnumBase, StrSchema, value

class AssignmentSubmissionHistoryState(EnumBase, StrSchema):
    """State a submission took in an event: `created`, `turnedIn` by the student, `returned` to the student,
    `graded`, or `reset` to start again
    """

    CREATED = value("created")
    TURNED_IN = value("turnedIn")
    RETURNED = value("returned")
    GRADED = value("graded")
    RESET = value("reset")
