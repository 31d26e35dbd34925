"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from ..schemas import EnumBase, StrSchema, value

class OrganizationRoles(EnumBase, StrSchema):
    """Role in an organization: `admin` manages it, `accountAdmin` (`billing` in older versions of the API) looks
    after its orders and payments, `teacher` teaches classes, `user` is any other member, such as a student
    """

    ADMIN = value("admin")
    ACCOUNT_ADMIN = value("accountAdmin")
    TEACHER = value("teacher")
    USER = value("user")
    BILLING = value("billing")
