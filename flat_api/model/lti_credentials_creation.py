"""The model `LtiCredentialsCreation`."""

from ..schemas import DictSchema, StrSchema, required
from .lms_name import LmsName


class LtiCredentialsCreation(DictSchema):
    """LTI credentials to create for the organization"""

    name = required(
        StrSchema.where(max_length=300),
        "Label that tells these credentials from others of the organization, up to 300 characters",
    )
    lms = required(LmsName, "Learning management system the credentials are for")
