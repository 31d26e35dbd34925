"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from ..schemas import EnumBase, StrSchema, value

class CollectionPrivacy(EnumBase, StrSchema):
    """Who can see a collection: `private` leaves it to the owner and the people it is shared with"""

    PRIVATE = value("private")
