"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from ..schemas import EnumBase, StrSchema, value

class OmrJobStatus(EnumBase, StrSchema):
    """State of a job; a `draft` has not been started, one in `awaitingInput` waits for a person"""

    DRAFT = value("draft")
    PROCESSING = value("processing")
    AWAITING_INPUT = value("awaitingInput")
    DONE = value("done")
    ERROR = value("error")
    CANCELED = value("canceled")
