"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from typing import ClassVar

from ..schemas import EnumBase, StrSchema

class MediaScoreSharingMode(EnumBase, StrSchema):
    """What students do with an attached score: `read` it (the default), `write` in it together, work on a
    `copy` each, or give a `performance` of it
    """

    READ: ClassVar[MediaScoreSharingMode]
    WRITE: ClassVar[MediaScoreSharingMode]
    COPY: ClassVar[MediaScoreSharingMode]
    PERFORMANCE: ClassVar[MediaScoreSharingMode]
