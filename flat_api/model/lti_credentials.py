"""The model `LtiCredentials`."""

from ..schemas import BoolSchema, DateTimeSchema, DictSchema, StrSchema, optional
from .lms_name import LmsName


class LtiCredentials(DictSchema):
    """A key and secret that let a learning management system of the organization open Flat over LTI"""

    id = optional(StrSchema, "Unique identifier of the credentials")
    name = optional(StrSchema, "Label that tells these credentials from others of the organization")
    lms = optional(LmsName, "Learning management system the credentials are for")
    organization = optional(StrSchema, "Unique identifier of the organization that owns the credentials")
    creator = optional(StrSchema, "Unique identifier of the user who created the credentials")
    creationDate = optional(DateTimeSchema, "Date and time when the credentials were created")
    lastUsage = optional(
        DateTimeSchema,
        "Date and time when the credentials were last used; absent when they never were",
    )
    consumerKey = optional(StrSchema, "LTI consumer key, to be entered in the learning management system")
    consumerSecret = optional(StrSchema, "LTI shared secret that goes with the key; to be kept confidential")
    enableEmailMatching = optional(
        BoolSchema,
        "True when users of the learning management system are matched with accounts of the same email "
        "address",
        default=True,
    )
