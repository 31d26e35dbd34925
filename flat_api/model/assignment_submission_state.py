"""The model `AssignmentSubmissionState`."""

from ..schemas import EnumBase, StrSchema, value


class AssignmentSubmissionState(EnumBase, StrSchema):
    """State of a submission: `created` and in progress, `turnedIn` by the student, or `returned` to them"""

    CREATED = value("created")
    TURNED_IN = value("turnedIn")
    RETURNED = value("returned")
