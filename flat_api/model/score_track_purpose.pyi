"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from ..schemas import EnumBase, StrSchema, value

class ScoreTrackPurpose(EnumBase, StrSchema):
    """What a track is for: to play along with the score (`common`), or as the performance that a student
    hands in (`performanceSubmission`)
    """

    COMMON = value("common")
    PERFORMANCE_SUBMISSION = value("performanceSubmission")
