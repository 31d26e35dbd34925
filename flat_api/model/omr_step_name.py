"""The model `OmrStepName`."""

from ..schemas import EnumBase, StrSchema, value


class OmrStepName(EnumBase, StrSchema):
    """Step of a job at which a person may be asked; `details` is about the title and the instruments"""

    DETAILS = value("details")
