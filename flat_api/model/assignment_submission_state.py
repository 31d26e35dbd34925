"""The model `AssignmentSubmissionState`."""

from ..schemas import EnumBase, StrSchema, value


class AssignmentSubmissionState(EnumBase, StrSchema):
    """State of a submission: `created` and in progress, `turnedIn` by the student, `returned` to them, or
    `graded`
    """

    CREATED = value("created")
    TURNED_IN = value("turnedIn")
    RETURNED = value("returned")
    GRADED = value("graded")
