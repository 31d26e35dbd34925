"""The model `LtiConfigurationUpdate`."""

from ..schemas import ComposedSchema
from .lti_configuration_update_deployment import LtiConfigurationUpdateDeployment
from .lti_configuration_update_standalone import LtiConfigurationUpdateStandalone


class LtiConfigurationUpdate(
    ComposedSchema,
    any_of=(LtiConfigurationUpdateDeployment, LtiConfigurationUpdateStandalone),
):
    """The new content of an LTI configuration: of one for a deployment, or of one that stands alone"""
