"""The model `UserSigninLink`."""

from ..schemas import DateTimeSchema, DictSchema, StrSchema, optional


class UserSigninLink(DictSchema):
    """A link that signs a user in without asking for a password"""

    url = optional(StrSchema, "URL to open in the browser of the user")
    expirationDate = optional(DateTimeSchema, "Date and time when the link stops working")
    token = optional(StrSchema, "Token in the URL that signs the user in")
