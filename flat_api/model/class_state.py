"""The model `ClassState`."""

from ..schemas import EnumBase, StrSchema, value


class ClassState(EnumBase, StrSchema):
    """Where a class stands: `active` in use, `inactive` and to be activated, or `archived` when it is over"""

    ACTIVE = value("active")
    INACTIVE = value("inactive")
    ARCHIVED = value("archived")
