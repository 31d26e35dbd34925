"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from ..schemas import EnumBase, StrSchema, value

class OmrStepName(EnumBase, StrSchema):
    """Step of a job at which a person may be asked; `details` is about the title and the instruments"""

    DETAILS = value("details")
