"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from typing import ClassVar

from ..schemas import EnumBase, StrSchema

class AppScopes(EnumBase, StrSchema):
    """An OAuth2 permission, named after the part of the API it opens; those ending in `readonly` allow no
    change, `scores.social` covers the comments on scores, and the `edu` ones are for education accounts
    """

    ACCOUNT_PUBLIC_PROFILE: ClassVar[AppScopes]
    ACCOUNT_EMAIL: ClassVar[AppScopes]
    ACCOUNT_EDUCATION_PROFILE: ClassVar[AppScopes]
    SCORES_READONLY: ClassVar[AppScopes]
    SCORES_SOCIAL: ClassVar[AppScopes]
    SCORES: ClassVar[AppScopes]
    COLLECTIONS_READONLY: ClassVar[AppScopes]
    COLLECTIONS_ADD_SCORES: ClassVar[AppScopes]
    COLLECTIONS: ClassVar[AppScopes]
    NOTIFICATIONS_READONLY: ClassVar[AppScopes]
    EDU_RESOURCES: ClassVar[AppScopes]
    EDU_RESOURCES_READONLY: ClassVar[AppScopes]
    EDU_CLASSES: ClassVar[AppScopes]
    EDU_CLASSES_READONLY: ClassVar[AppScopes]
    EDU_ASSIGNMENTS: ClassVar[AppScopes]
    EDU_ASSIGNMENTS_READONLY: ClassVar[AppScopes]
    EDU_ADMIN: ClassVar[AppScopes]
    EDU_ADMIN_LTI: ClassVar[AppScopes]
    EDU_ADMIN_LTI_READONLY: ClassVar[AppScopes]
    EDU_ADMIN_USERS: ClassVar[AppScopes]
    EDU_ADMIN_USERS_READONLY: ClassVar[AppScopes]
    TASKS_READONLY: ClassVar[AppScopes]
    OMR: ClassVar[AppScopes]
