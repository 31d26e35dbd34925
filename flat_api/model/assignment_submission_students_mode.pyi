"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from ..schemas import EnumBase, StrSchema, value

class AssignmentSubmissionStudentsMode(EnumBase, StrSchema):
    """Who hands in a submission: each student alone (`single`), or a group of students together (`group`)"""

    SINGLE = value("single")
    GROUP = value("group")
