"""The model `UserSigninLinkCreation`."""

from ..schemas import DictSchema, StrSchema, optional


class UserSigninLinkCreation(DictSchema):
    """Options for a sign-in link"""

    destinationPath = optional(
        StrSchema,
        "Path on the Flat website to go to once signed in, `/` by default",
        default="/",
    )
