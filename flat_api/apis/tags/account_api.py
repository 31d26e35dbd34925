"""The operations of one's own account."""

from ...model.user_details import UserDetails
from ...operations import get
from ...schemas import BoolSchema, optional
from .._service import FlatApi


class AccountApi(FlatApi):
    """Find out in whose name the requests are sent."""

    get_authenticated_user = get(
        "/me",
        "Read the account of the user that the access token belongs to.",
        query={"onlyId": optional(BoolSchema, "True to get nothing but the identifier; false if not given")},
        returns=UserDetails,
        scopes=("account.public_profile", "account.education_profile"),
    )
