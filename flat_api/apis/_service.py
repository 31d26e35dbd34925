"""What holds for every operation of the API."""

from __future__ import annotations

from ..api_client import Api
from ..model.flat_error_response import FlatErrorResponse
from ..operations import MediaType, OpenApiResponse


class FlatApi(Api):
    """Operations of the Flat API: signed with OAuth2, and answered by a `FlatErrorResponse` when they fail."""

    auth_settings = ("OAuth2",)
    default_response = OpenApiResponse(content={"application/json": MediaType(FlatErrorResponse)})
