"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from ..schemas import EnumBase, StrSchema, value

class AppScopes(EnumBase, StrSchema):
    """An OAuth2 permission, named after the part of the API it opens; those ending in `readonly` allow no
    change, `scores.social` covers the comments on scores, and the `edu` ones are for education accounts
    """

    ACCOUNT_PUBLIC_PROFILE = value("account.public_profile")
    ACCOUNT_EMAIL = value("account.email")
    ACCOUNT_EDUCATION_PROFILE = value("account.education_profile")
    SCORES_READONLY = value("scores.readonly")
    SCORES_SOCIAL = value("scores.social")
    SCORES = value("scores")
    COLLECTIONS_READONLY = value("collections.readonly")
    COLLECTIONS_ADD_SCORES = value("collections.add_scores")
    COLLECTIONS = value("collections")
    NOTIFICATIONS_READONLY = value("notifications.readonly")
    EDU_RESOURCES = value("edu.resources")
    EDU_RESOURCES_READONLY = value("edu.resources.readonly")
    EDU_CLASSES = value("edu.classes")
    EDU_CLASSES_READONLY = value("edu.classes.readonly")
    EDU_ASSIGNMENTS = value("edu.assignments")
    EDU_ASSIGNMENTS_READONLY = value("edu.assignments.readonly")
    EDU_ADMIN = value("edu.admin")
    EDU_ADMIN_LTI = value("edu.admin.lti")
    EDU_ADMIN_LTI_READONLY = value("edu.admin.lti.readonly")
    EDU_ADMIN_USERS = value("edu.admin.users")
    EDU_ADMIN_USERS_READONLY = value("edu.admin.users.readonly")
    TASKS_READONLY = value("tasks.readonly")
    OMR = value("omr")
