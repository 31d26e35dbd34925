"""The model `ScoreViewsCounts`."""

from ..schemas import DictSchema, NumberSchema, optional


class ScoreViewsCounts(DictSchema):
    """How often a score is viewed"""

    total = optional(NumberSchema, "Total number of times the score was viewed")
    weekly = optional(NumberSchema, "Number of times the score was viewed during the last week")
    monthly = optional(NumberSchema, "Number of times the score was viewed during the last month")
    yearly = optional(NumberSchema, "Number in the last year")
