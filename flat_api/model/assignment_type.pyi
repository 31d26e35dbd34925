"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from typing import ClassVar

from ..schemas import EnumBase, StrSchema

class AssignmentType(EnumBase, StrSchema):
    """Work asked of the students: a `newScore` to write, a `scoreTemplate` to start from, a score to write
    together (`sharedWriting`), a `worksheet` of exercises, one with text only (`worksheetText`), a `performance`, or
    `none` of these
    """

    NONE: ClassVar[AssignmentType]
    NEW_SCORE: ClassVar[AssignmentType]
    SCORE_TEMPLATE: ClassVar[AssignmentType]
    SHARED_WRITING: ClassVar[AssignmentType]
    WORKSHEET: ClassVar[AssignmentType]
    WORKSHEET_TEXT: ClassVar[AssignmentType]
    PERFORMANCE: ClassVar[AssignmentType]
