"""The model `OrganizationUserAccessTokenCreation`."""

from ..schemas import DictSchema, list_of, required
from .app_scopes import AppScopes


class OrganizationUserAccessTokenCreation(DictSchema):
    """An access token to create on behalf of a user of the organization"""

    scopes = required(list_of(AppScopes), "Permissions the access token is to grant")
