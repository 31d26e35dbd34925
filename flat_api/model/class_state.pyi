"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from typing import ClassVar

from ..schemas import EnumBase, StrSchema

class ClassState(EnumBase, StrSchema):
    """Where a class stands: `active` is in use, `inactive` has yet to be activated, `archived` is over,
    `deleted` is about to be gone
    """

    ACTIVE: ClassVar[ClassState]
    INACTIVE: ClassVar[ClassState]
    ARCHIVED: ClassVar[ClassState]
    DELETED: ClassVar[ClassState]
