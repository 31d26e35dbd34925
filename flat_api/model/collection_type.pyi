"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from typing import ClassVar

from ..schemas import EnumBase, StrSchema

class CollectionType(EnumBase, StrSchema):
    """Kind of collection: `root` at the top of all, `regular` when a user made it, `app` when it belongs to
    an application, `trash` for what was deleted; `allScores`, `collaborations` with others and `likes` gather scores
    from everywhere, as `sharedWithMe` and `sharedWithGroup` did in older versions of the API
    """

    ROOT: ClassVar[CollectionType]
    REGULAR: ClassVar[CollectionType]
    APP: ClassVar[CollectionType]
    TRASH: ClassVar[CollectionType]
    ALL_SCORES: ClassVar[CollectionType]
    COLLABORATIONS: ClassVar[CollectionType]
    LIKES: ClassVar[CollectionType]
    SHARED_WITH_ME: ClassVar[CollectionType]
    SHARED_WITH_GROUP: ClassVar[CollectionType]
