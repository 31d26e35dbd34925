"""The model `OmrJobProgress`."""

from ..schemas import DictSchema, NumberSchema, StrSchema, optional


class OmrJobProgress(DictSchema):
    """How far a job is"""

    percent = optional(NumberSchema, "Percentage of the job that is done")
    text = optional(StrSchema, "What the job is doing, for people")
    key_ = optional(StrSchema, "What the job is doing, as the key of a translated text", key="key")
