"""The model `UserCreation`."""

from ..schemas import DictSchema, EnumBase, StrSchema, optional, required, value
from .flat_locales_string import FlatLocalesString


class UserCreation(DictSchema):
    """A user account to create in the organization"""

    class Role(EnumBase, StrSchema):
        """Role in the organization of the new user: `user` (the default), `teacher` or `admin`"""

        USER = value("user")
        TEACHER = value("teacher")
        ADMIN = value("admin")
        ACCOUNT_ADMIN = value("accountAdmin")

    username = required(
        StrSchema.where(min_length=1, max_length=30),
        "Unique name that the user goes by on Flat, from 1 to 30 characters",
    )
    password = required(
        StrSchema.where(min_length=6, max_length=1000),
        "Password the user signs in with, from 6 to 1000 characters",
    )
    firstname = optional(StrSchema.where(max_length=60), "Given name of the user, up to 60 characters")
    lastname = optional(StrSchema.where(max_length=60), "Family name of the user, up to 60 characters")
    email = optional(StrSchema, "Email address of the user; may be left out")
    locale = optional(FlatLocalesString, default="en")
    role = optional(Role, default="user")
