"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from typing import ClassVar

from ..schemas import EnumBase, StrSchema

class OmrJobStatus(EnumBase, StrSchema):
    """State of a job; a `draft` has not been started, one in `awaitingInput` waits for a person"""

    DRAFT: ClassVar[OmrJobStatus]
    PROCESSING: ClassVar[OmrJobStatus]
    AWAITING_INPUT: ClassVar[OmrJobStatus]
    DONE: ClassVar[OmrJobStatus]
    ERROR: ClassVar[OmrJobStatus]
    CANCELED: ClassVar[OmrJobStatus]
