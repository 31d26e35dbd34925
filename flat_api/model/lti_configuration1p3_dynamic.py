"""The model `LtiConfiguration1p3Dynamic`."""

from ..schemas import (
    BoolSchema,
    DateTimeSchema,
    DictSchema,
    EnumBase,
    StrSchema,
    list_of,
    nullable,
    optional,
    required,
    value,
)


class LtiConfiguration1p3Dynamic(DictSchema):
    """An LTI 1.3 configuration that the platform sets up itself (LTI Dynamic Registration)"""

    class LtiVersion(EnumBase, StrSchema):
        """Version of the LTI standard: `1p3` is LTI 1.3"""

        LTI_1P3 = value("1p3")

    class Status(EnumBase, StrSchema):
        """Whether the configuration can be used (`ready-to-use`), is used (`in-use`), or lacks something
        (`incomplete-setup`)
        """

        READY_TO_USE = value("ready-to-use")
        IN_USE = value("in-use")
        INCOMPLETE_SETUP = value("incomplete-setup")

    class Mode(EnumBase, StrSchema):
        """How the configuration is set up: by the platform"""

        DYNAMIC_1P3 = value("1p3-dynamic")

    class DeploymentMode(EnumBase, StrSchema):
        """Whether the platform has one deployment (`single`) or several (`multi`)"""

        SINGLE = value("single")
        MULTI = value("multi")

    class SupportedServices(DictSchema):
        """LTI Advantage services of the platform"""

        class Ags(DictSchema):
            """Assignment and Grade Services, by which grades get to the platform"""

            available = optional(BoolSchema, "True when the platform has the service")
            version = optional(StrSchema, "Version of the service")
            enabled = optional(BoolSchema, "True when Flat uses the service")
            lineitemsUrl = optional(StrSchema, "URL of the grade columns in the platform")

        class Nrps(DictSchema):
            """Names and Role Provisioning Services, by which the platform tells who is in a class"""

            available = optional(BoolSchema, "True when the platform has the service")
            version = optional(StrSchema, "Version of the service")
            enabled = optional(BoolSchema, "True when Flat uses the service")

        class DeepLinking(DictSchema):
            """Deep Linking, by which teachers choose content of Flat in the platform"""

            available = optional(BoolSchema, "True when the platform has the service")
            version = optional(StrSchema, "Version of the service")

        ags = optional(Ags)
        nrps = optional(Nrps)
        deepLinking = optional(DeepLinking)

    class Tool(DictSchema):
        """The platform, as it introduced itself"""

        product = optional(StrSchema, "Product family of the platform (e.g. `moodle`)")
        version = optional(StrSchema, "Version of the platform")
        instanceName = optional(StrSchema, "Name of this installation of the platform")
        instanceGuid = optional(StrSchema, "Unique identifier of this installation of the platform")
        instanceContact = optional(StrSchema, "Contact address of this installation of the platform")
        instanceDomain = optional(StrSchema, "Domain of this installation of the platform")

    id = required(StrSchema, "Unique identifier of the configuration")
    ltiVersion = required(LtiVersion)
    creationDate = required(DateTimeSchema, "Date and time when the configuration was created")
    organizationId = optional(StrSchema, "Unique identifier of the organization that owns the configuration")
    organizationName = optional(StrSchema, "Name of the organization that owns the configuration")
    creatorId = optional(StrSchema, "Unique identifier of the user who created the configuration")
    lastUsedDate = optional(
        nullable(DateTimeSchema),
        "Date and time when the configuration was last used, null when it never was",
    )
    status = optional(Status)
    mode = optional(Mode)
    platformIss = optional(StrSchema, "Issuer of the tokens of the platform (`iss`)")
    platformName = optional(StrSchema, "Name of the platform as people know it")
    clientId = optional(StrSchema, "Identifier that the platform gave to Flat (OAuth 2.0 client ID)")
    deploymentId = optional(StrSchema, "Identifier that the platform gave to this deployment")
    accessTokenUrl = optional(StrSchema, "URL where the platform gives out access tokens")
    authorizationUrl = optional(StrSchema, "URL where the platform starts the sign-in (OpenID Connect)")
    jwksUrl = optional(StrSchema, "URL of the public keys of the platform (JSON Web Key Set)")
    deploymentMode = optional(DeploymentMode)
    supportedServices = optional(SupportedServices)
    tool = optional(Tool)
    publicKeysetUrl = optional(StrSchema, "URL of the public keys of Flat, to be entered in the platform")
    initiateLoginUrl = optional(
        StrSchema,
        "URL of Flat that starts the sign-in, to be entered in the platform",
    )
    redirectUris = optional(list_of(StrSchema), "URLs of Flat that the platform may send users back to")
    enableEmailMatching = optional(
        BoolSchema,
        "True when users of the platform are matched with accounts of the same email address",
        default=True,
    )
    registrationToken = optional(StrSchema, "Token that the platform registers with")
    registrationUrl = optional(StrSchema, "URL to enter in the platform, which then registers itself")
    registrationTokenUsed = optional(BoolSchema, "True when the platform has registered with the token")
    registrationCompletionDate = optional(
        nullable(DateTimeSchema),
        "Date and time when the platform had registered, null when it has not",
    )
