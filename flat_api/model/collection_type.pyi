"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from ..schemas import EnumBase, StrSchema, value

class CollectionType(EnumBase, StrSchema):
    """Kind of collection: `root` at the top of all, `regular` when a user made it, `app` when it belongs to
    an application, `trash` for what was deleted; `allScores`, `collaborations` with others and `likes` gather scores
    from everywhere, as `sharedWithMe` and `sharedWithGroup` did in older versions of the API
    """

    ROOT = value("root")
    REGULAR = value("regular")
    APP = value("app")
    TRASH = value("trash")
    ALL_SCORES = value("allScores")
    COLLABORATIONS = value("collaborations")
    LIKES = value("likes")
    SHARED_WITH_ME = value("sharedWithMe")
    SHARED_WITH_GROUP = value("sharedWithGroup")
