"""The model `CollectionType`."""

from ..schemas import EnumBase, StrSchema, value


class CollectionType(EnumBase, StrSchema):
    """Kind of collection: `root` at the top of all, `regular` when a user made it, `app` when it belongs to
    an application, `trash` for what was deleted, `sharedWithMe` and `sharedWithGroup` from others
    """

    ROOT = value("root")
    REGULAR = value("regular")
    SHARED_WITH_ME = value("sharedWithMe")
    SHARED_WITH_GROUP = value("sharedWithGroup")
    APP = value("app")
    TRASH = value("trash")
