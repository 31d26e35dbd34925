"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Literal, Self

from ..configuration import Configuration
from ..schemas import DateTimeSchema, DictSchema, ListSchema, Property, StrSchema, Unset
from .app_scopes import AppScopes

class ApiAccessToken(DictSchema):
    """A token that lets an application call the API in the name of a user"""

    id: Property[StrSchema]
    """Unique identifier of the access token, which is not the secret itself"""
    name: Property[StrSchema]
    """Label that tells this token from the other ones of the user"""
    token: Property[StrSchema]
    """Secret value that authenticates the requests"""
    issuedDate: Property[DateTimeSchema]
    """Date and time when the access token was issued"""
    expirationDate: Property[DateTimeSchema]
    """Date and time when the access token stops being valid"""
    scopes: Property[ListSchema[AppScopes]]
    """Permissions the access token grants"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        id: str | Unset = ...,
        name: str | Unset = ...,
        token: str | Unset = ...,
        issuedDate: str | datetime | Unset = ...,
        expirationDate: str | datetime | Unset = ...,
        scopes: Sequence[
            Literal[
                "account.public_profile",
                "account.email",
                "account.education_profile",
                "scores.readonly",
                "scores.social",
                "scores",
                "collections.readonly",
                "collections.add_scores",
                "collections",
                "notifications.readonly",
                "edu.resources",
                "edu.resources.readonly",
                "edu.classes",
                "edu.classes.readonly",
                "edu.assignments",
                "edu.assignments.readonly",
                "edu.admin",
                "edu.admin.lti",
                "edu.admin.lti.readonly",
                "edu.admin.users",
                "edu.admin.users.readonly",
                "tasks.readonly",
                "omr",
            ]
            | AppScopes
        ]
        | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        id: str | Unset = ...,
        name: str | Unset = ...,
        token: str | Unset = ...,
        issuedDate: str | datetime | Unset = ...,
        expirationDate: str | datetime | Unset = ...,
        scopes: Sequence[
            Literal[
                "account.public_profile",
                "account.email",
                "account.education_profile",
                "scores.readonly",
                "scores.social",
                "scores",
                "collections.readonly",
                "collections.add_scores",
                "collections",
                "notifications.readonly",
                "edu.resources",
                "edu.resources.readonly",
                "edu.classes",
                "edu.classes.readonly",
                "edu.assignments",
                "edu.assignments.readonly",
                "edu.admin",
                "edu.admin.lti",
                "edu.admin.lti.readonly",
                "edu.admin.users",
                "edu.admin.users.readonly",
                "tasks.readonly",
                "omr",
            ]
            | AppScopes
        ]
        | Unset = ...,
    ) -> Self: ...
