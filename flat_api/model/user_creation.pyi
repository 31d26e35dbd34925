"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from typing import Any, Literal, Self, overload

from ..configuration import Configuration
from ..schemas import DictSchema, EnumBase, Property, StrSchema, Unset, value
from .flat_locales_string import FlatLocalesString

class UserCreation(DictSchema):
    """A user account to create in the organization"""

    class Role(EnumBase, StrSchema):
        """Role in the organization of the new user: `user` (the default), `teacher` or `admin`"""

        USER = value("user")
        TEACHER = value("teacher")
        ADMIN = value("admin")
        ACCOUNT_ADMIN = value("accountAdmin")

    username: Property[StrSchema]
    """Unique name that the user goes by on Flat, from 1 to 30 characters"""
    password: Property[StrSchema]
    """Password the user signs in with, from 6 to 1000 characters"""
    firstname: Property[StrSchema]
    """Given name of the user, up to 60 characters"""
    lastname: Property[StrSchema]
    """Family name of the user, up to 60 characters"""
    email: Property[StrSchema]
    """Email address of the user; may be left out"""
    locale: Property[FlatLocalesString]
    """Language of the interface: one of `FlatLocales`, or a language that the API has learned since"""
    role: Property[UserCreation.Role]
    """Role in the organization of the new user: `user` (the default), `teacher` or `admin`"""

    @overload
    def __init__(
        self,
        data: Mapping[str, Any],
        /,
        *,
        username: str = ...,
        password: str = ...,
        firstname: str | Unset = ...,
        lastname: str | Unset = ...,
        email: str | Unset = ...,
        locale: Literal[
            "en",
            "en-GB",
            "es",
            "fr",
            "de",
            "it",
            "ja",
            "ja-HIRA",
            "ko",
            "nl",
            "pl",
            "pt",
            "pt-BR",
            "ro",
            "ru",
            "sv",
            "tr",
            "zh-Hans",
        ]
        | FlatLocalesString
        | str
        | Unset = ...,
        role: Literal["user", "teacher", "admin", "accountAdmin"] | UserCreation.Role | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        username: str,
        password: str,
        firstname: str | Unset = ...,
        lastname: str | Unset = ...,
        email: str | Unset = ...,
        locale: Literal[
            "en",
            "en-GB",
            "es",
            "fr",
            "de",
            "it",
            "ja",
            "ja-HIRA",
            "ko",
            "nl",
            "pl",
            "pt",
            "pt-BR",
            "ro",
            "ru",
            "sv",
            "tr",
            "zh-Hans",
        ]
        | FlatLocalesString
        | str
        | Unset = ...,
        role: Literal["user", "teacher", "admin", "accountAdmin"] | UserCreation.Role | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        username: str = ...,
        password: str = ...,
        firstname: str | Unset = ...,
        lastname: str | Unset = ...,
        email: str | Unset = ...,
        locale: Literal[
            "en",
            "en-GB",
            "es",
            "fr",
            "de",
            "it",
            "ja",
            "ja-HIRA",
            "ko",
            "nl",
            "pl",
            "pt",
            "pt-BR",
            "ro",
            "ru",
            "sv",
            "tr",
            "zh-Hans",
        ]
        | FlatLocalesString
        | str
        | Unset = ...,
        role: Literal["user", "teacher", "admin", "accountAdmin"] | UserCreation.Role | Unset = ...,
    ) -> Self: ...
