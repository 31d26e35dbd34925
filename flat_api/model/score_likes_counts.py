"""The model `ScoreLikesCounts`."""

from ..schemas import DictSchema, NumberSchema, optional


class ScoreLikesCounts(DictSchema):
    """How much a score is liked"""

    total = optional(NumberSchema, "Total number of likes the score received")
    weekly = optional(NumberSchema, "Number of likes the score received during the last week")
    monthly = optional(NumberSchema, "Number of likes the score received during the last month")
    yearly = optional(NumberSchema, "Number in the last year")
