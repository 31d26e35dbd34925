"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from ..schemas import EnumBase, StrSchema, value

class AssignmentType(EnumBase, StrSchema):
    """Work asked of the students: a `newScore` to write, a `scoreTemplate` to start from, a score to write
    together (`sharedWriting`), a `worksheet` of exercises, one with text only (`worksheetText`), a `performance`, or
    `none` of these
    """

    NONE = value("none")
    NEW_SCORE = value("newScore")
    SCORE_TEMPLATE = value("scoreTemplate")
    SHARED_WRITING = value("sharedWriting")
    WORKSHEET = value("worksheet")
    WORKSHEET_TEXT = value("worksheetText")
    PERFORMANCE = value("performance")
