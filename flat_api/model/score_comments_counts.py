"""The model `ScoreCommentsCounts`."""

from ..schemas import DictSchema, NumberSchema, optional


class ScoreCommentsCounts(DictSchema):
    """How much a score is commented on"""

    total = optional(NumberSchema, "Total number of comments on the score")
    unique = optional(NumberSchema, "Number of different users who commented on the score")
    weekly = optional(NumberSchema, "Number of comments on the score during the last week")
    monthly = optional(NumberSchema, "Number of comments on the score during the last month")
    yearly = optional(NumberSchema, "Number in the last year")
