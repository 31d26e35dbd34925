"""The model `OrganizationRoles`."""

from ..schemas import EnumBase, StrSchema, value


class OrganizationRoles(EnumBase, StrSchema):
    """Role in an organization: `admin` manages it, `billing` looks after its orders and payments, `teacher`
    teaches classes, `user` is any other member, such as a student
    """

    ADMIN = value("admin")
    BILLING = value("billing")
    TEACHER = value("teacher")
    USER = value("user")
