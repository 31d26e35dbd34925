"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from typing import ClassVar

from ..schemas import EnumBase, StrSchema

class OrganizationRoles(EnumBase, StrSchema):
    """Role in an organization: `admin` manages it, `accountAdmin` (`billing` in older versions of the API) looks
    after its orders and payments, `teacher` teaches classes, `user` is any other member, such as a student
    """

    ADMIN: ClassVar[OrganizationRoles]
    ACCOUNT_ADMIN: ClassVar[OrganizationRoles]
    TEACHER: ClassVar[OrganizationRoles]
    USER: ClassVar[OrganizationRoles]
    BILLING: ClassVar[OrganizationRoles]
