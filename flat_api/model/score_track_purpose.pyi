"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from typing import ClassVar

from ..schemas import EnumBase, StrSchema

class ScoreTrackPurpose(EnumBase, StrSchema):
    """What a track is for: to play along with the score (`common`), or as the performance that a student
    hands in (`performanceSubmission`)
    """

    COMMON: ClassVar[ScoreTrackPurpose]
    PERFORMANCE_SUBMISSION: ClassVar[ScoreTrackPurpose]
