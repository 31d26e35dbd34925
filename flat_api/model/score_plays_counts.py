"""The model `ScorePlaysCounts`."""

from ..schemas import DictSchema, NumberSchema, optional


class ScorePlaysCounts(DictSchema):
    """How often a score is played"""

    total = optional(NumberSchema, "Total number of times the score was played")
    weekly = optional(NumberSchema, "Number of times the score was played during the last week")
    monthly = optional(NumberSchema, "Number of times the score was played during the last month")
    yearly = optional(NumberSchema, "Number in the last year")
