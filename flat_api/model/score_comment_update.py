"""The model `ScoreCommentUpdate`."""

from ..schemas import DictSchema, StrSchema, optional
from .score_comment_context import ScoreCommentContext


class ScoreCommentUpdate(DictSchema):
    """The changes to make to a comment on a score"""

    revision = optional(
        StrSchema,
        "Unique identifier of the revision of the score that the comment is now on",
    )
    comment = optional(
        StrSchema.where(min_length=1, max_length=10000),
        "New text of the comment, from 1 to 10000 characters",
    )
    rawComment = optional(
        StrSchema.where(min_length=1, max_length=10000),
        "The new text in raw form, without the formatting of `comment`, from 1 to 10000 characters",
    )
    context = optional(ScoreCommentContext, "New place in the music that the comment is on")
