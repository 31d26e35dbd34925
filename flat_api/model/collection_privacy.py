"""The model `CollectionPrivacy`."""

from ..schemas import EnumBase, StrSchema, value


class CollectionPrivacy(EnumBase, StrSchema, default="private"):
    """Who can see a collection: `private` leaves it to the owner and the people it is shared with"""

    PRIVATE = value("private")
