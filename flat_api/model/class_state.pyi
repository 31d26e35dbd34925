"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from ..schemas import EnumBase, StrSchema, value

class ClassState(EnumBase, StrSchema):
    """Where a class stands: `active` is in use, `inactive` has yet to be activated, `archived` is over,
    `deleted` is about to be gone
    """

    ACTIVE = value("active")
    INACTIVE = value("inactive")
    ARCHIVED = value("archived")
    DELETED = value("deleted")
