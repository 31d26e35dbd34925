"""The model `LtiConfigurationUpdateStandalone`."""

from ..schemas import BoolSchema, DictSchema, StrSchema, optional


class LtiConfigurationUpdateStandalone(DictSchema):
    """The new content of an LTI configuration that stands alone"""

    deploymentId = optional(StrSchema, "Identifier that the platform gave to this deployment")
    platformIss = optional(StrSchema, "Issuer of the tokens of the platform (`iss`)")
    platformName = optional(StrSchema, "Name of the platform as people know it")
    clientId = optional(StrSchema, "Identifier that the platform gave to Flat (OAuth 2.0 client ID)")
    accessTokenUrl = optional(StrSchema, "URL where the platform gives out access tokens")
    authorizationUrl = optional(StrSchema, "URL where the platform starts the sign-in (OpenID Connect)")
    jwksUrl = optional(StrSchema, "URL of the public keys of the platform (JSON Web Key Set)")
    enableEmailMatching = optional(
        BoolSchema,
        "True when users of the platform are matched with accounts of the same email address",
    )
