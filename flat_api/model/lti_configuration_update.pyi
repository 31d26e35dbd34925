"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from ..schemas import ComposedSchema

class LtiConfigurationUpdate(ComposedSchema):
    """The new content of an LTI configuration: of one for a deployment, or of one that stands alone"""
