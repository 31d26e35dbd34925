"""What holds for every operation of the API."""

from __future__ import annotations

import typing

from ..api_client import Api
from ..model.flat_error_response import FlatErrorResponse
from ..operations import MediaType, OpenApiResponse


class FlatApi(Api):
    """Operations of the Flat API: signed with OAuth2, and answered by a `FlatErrorResponse` when they fail."""

    auth_settings = ("OAuth2",)
    default_response = OpenApiResponse(content={"application/json": MediaType(FlatErrorResponse)})
    security_schemes: typing.ClassVar[typing.Mapping[str, typing.Any]] = {
        "OAuth2": {
            "type": "oauth2",
            "flows": {
                "authorizationCode": {
                    "authorizationUrl": "https://flat.io/auth/oauth",
                    "tokenUrl": "https://api.flat.io/oauth/access_token",
                    "scopes": {
                        "account.public_profile": "Read the public profile of the user",
                        "account.email": "Read the email address of the user",
                        "account.education_profile": "Read the place of the user in an organization",
                        "scores.readonly": "Read the scores of the user",
                        "scores.social": "Comment on scores and like them",
                        "scores": "Read, write, share and delete scores",
                        "collections.readonly": "Read the collections of the user",
                        "collections.add_scores": "Put scores in collections",
                        "collections": "Read, write and delete collections",
                        "notifications.readonly": "Read the notifications of the user",
                        "edu.resources": "Read and write the resources of the organization",
                        "edu.resources.readonly": "Read the resources of the organization",
                        "edu.classes": "Read and write classes",
                        "edu.classes.readonly": "Read classes",
                        "edu.assignments": "Read and write assignments, and what was handed in",
                        "edu.assignments.readonly": "Read assignments, and what was handed in",
                        "edu.admin": "Administer the organization",
                        "edu.admin.lti": "Manage the LTI credentials and configurations of the organization",
                        "edu.admin.lti.readonly": "Read the LTI credentials and configurations of the organization",
                        "edu.admin.users": "Read, make, change and remove the users of the organization",
                        "edu.admin.users.readonly": "Read the users of the organization",
                        "tasks.readonly": "Read the state of tasks",
                        "omr": "Turn pictures of sheet music into scores, and read the credits for it",
                    },
                },
            },
        },
    }
    servers = ("https://api.flat.io/v2",)
