"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, Self, overload

from ..configuration import Configuration
from ..schemas import DictSchema, ListSchema, Property
from .app_scopes import AppScopes

class OrganizationUserAccessTokenCreation(DictSchema):
    """An access token to create on behalf of a user of the organization"""

    scopes: Property[ListSchema[AppScopes]]
    """Permissions the access token is to grant"""

    @overload
    def __init__(
        self,
        data: Mapping[str, Any],
        /,
        *,
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
        ] = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
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
        ],
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
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
        ] = ...,
    ) -> Self: ...
