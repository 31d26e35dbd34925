"""The model `LtiConfigurationUpdateDeployment`."""

from ..schemas import BoolSchema, DictSchema, StrSchema, optional


class LtiConfigurationUpdateDeployment(DictSchema):
    """The new content of an LTI configuration for a deployment of a platform"""

    deploymentId = optional(StrSchema, "Identifier that the platform gave to this deployment")
    deploymentBreakdownId = optional(
        StrSchema,
        "Identifier of the part of the platform that the deployment is for",
    )
    enableEmailMatching = optional(
        BoolSchema,
        "True when users of the platform are matched with accounts of the same email address",
    )
