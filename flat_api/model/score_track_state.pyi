"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from ..schemas import EnumBase, StrSchema, value

class ScoreTrackState(EnumBase, StrSchema):
    """How far a track has come: a `draft` (the default) is still being synchronized, a `completed` one is
    ready, a `deleted` one was removed
    """

    DRAFT = value("draft")
    COMPLETED = value("completed")
    DELETED = value("deleted")
