"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from ..schemas import EnumBase, StrSchema, value

class MediaScoreSharingMode(EnumBase, StrSchema):
    """What students do with an attached score: `read` it (the default), `write` in it together, work on a
    `copy` each, or give a `performance` of it
    """

    READ = value("read")
    WRITE = value("write")
    COPY = value("copy")
    PERFORMANCE = value("performance")
