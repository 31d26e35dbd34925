"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from typing import ClassVar

from ..schemas import EnumBase, StrSchema

class AssignmentSubmissionStudentsMode(EnumBase, StrSchema):
    """Who hands in a submission: each student alone (`single`), or a group of students together (`group`)"""

    SINGLE: ClassVar[AssignmentSubmissionStudentsMode]
    GROUP: ClassVar[AssignmentSubmissionStudentsMode]
