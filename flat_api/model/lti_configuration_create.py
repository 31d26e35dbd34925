"""The model `LtiConfigurationCreate`."""

from ..schemas import BoolSchema, DictSchema, EnumBase, StrSchema, optional, required, value


class LtiConfigurationCreate(DictSchema):
    """An LTI configuration to create"""

    class Mode(EnumBase, StrSchema):
        """How to set up the configuration: typed in"""

        MANUAL_1P3 = value("1p3-manual")

    class PlatformInfo(DictSchema):
        """The platform, as people know it"""

        name = optional(StrSchema, "Name of the platform")
        url = optional(StrSchema, "URL of the platform")

    mode = required(Mode)
    deploymentType = required(StrSchema, "Kind of deployment")
    deploymentId = required(StrSchema, "Identifier that the platform gave to this deployment")
    name = optional(StrSchema, "Label that tells the configuration from others of the organization")
    lms = optional(StrSchema, "Learning management system the configuration is for")
    platformInfo = optional(PlatformInfo)
    locale = optional(StrSchema, "Language that Flat speaks to the users of the platform")
    clientId = optional(StrSchema, "Identifier that the platform gave to Flat (OAuth 2.0 client ID)")
    deploymentBreakdownId = optional(
        StrSchema,
        "Identifier of the part of the platform that the deployment is for",
    )
    platformIss = optional(StrSchema, "Issuer of the tokens of the platform (`iss`)")
    platformName = optional(StrSchema, "Name of the platform as people know it")
    accessTokenUrl = optional(StrSchema, "URL where the platform gives out access tokens")
    authorizationUrl = optional(StrSchema, "URL where the platform starts the sign-in (OpenID Connect)")
    jwksUrl = optional(StrSchema, "URL of the public keys of the platform (JSON Web Key Set)")
    enableEmailMatching = optional(
        BoolSchema,
        "True when users of the platform are matched with accounts of the same email address",
    )
