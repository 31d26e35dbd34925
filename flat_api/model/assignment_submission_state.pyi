"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from ..schemas import EnumBase, StrSchema, value

class AssignmentSubmissionState(EnumBase, StrSchema):
    """State of a submission: `created` and in progress, `turnedIn` by the student, `returned` to them, or
    `graded`
    """

    CREATED = value("created")
    TURNED_IN = value("turnedIn")
    RETURNED = value("returned")
    GRADED = value("graded")
