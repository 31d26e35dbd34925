"""The model `UserAzureDetails`."""

from ..schemas import DictSchema, StrSchema, optional


class UserAzureDetails(DictSchema):
    """The Microsoft account that a user is known by in Azure Active Directory"""

    oid = optional(StrSchema, "Unique identifier of the account (object id) in Azure Active Directory")
    hd = optional(StrSchema, "Domain that the account belongs to")
    preferredUsername = optional(
        StrSchema,
        "Name that the account goes by at Microsoft, usually an email address",
    )
