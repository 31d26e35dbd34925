"""The model `TaskExportOptions`."""

from ..schemas import DictSchema, StrSchema, list_of, optional


class TaskExportOptions(DictSchema):
    """Options for the export of a score by a task"""

    parts = optional(list_of(StrSchema), "UUIDs of the parts to export; left out for the whole score")
