"""The model `ApiAccessToken`."""

from ..schemas import DateTimeSchema, DictSchema, StrSchema, list_of, optional
from .app_scopes import AppScopes


class ApiAccessToken(DictSchema):
    """A token that lets an application call the API in the name of a user"""

    id = optional(StrSchema, "Unique identifier of the access token, which is not the secret itself")
    name = optional(StrSchema, "Label that tells this token from the other ones of the user")
    token = optional(StrSchema, "Secret value that authenticates the requests")
    issuedDate = optional(DateTimeSchema, "Date and time when the access token was issued")
    expirationDate = optional(DateTimeSchema, "Date and time when the access token stops being valid")
    scopes = optional(list_of(AppScopes), "Permissions the access token grants")
