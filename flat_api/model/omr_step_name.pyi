"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from typing import ClassVar

from ..schemas import EnumBase, StrSchema

class OmrStepName(EnumBase, StrSchema):
    """Step of a job at which a person may be asked; `details` is about the title and the instruments"""

    DETAILS: ClassVar[OmrStepName]
