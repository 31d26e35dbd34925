"""The model `ScoreCommentCreation`."""

from ..schemas import DictSchema, StrSchema, list_of, optional, required
from .score_comment_context import ScoreCommentContext


class ScoreCommentCreation(DictSchema):
    """A comment to post on a score"""

    comment = required(StrSchema, "Text of the comment")
    revision = optional(StrSchema, "Unique identifier of the revision of the score to comment on")
    rawComment = optional(StrSchema, "The text in raw form, without the formatting of `comment`")
    mentions = optional(list_of(StrSchema), "Unique identifiers of the users mentioned in the comment")
    replyTo = optional(StrSchema, "Unique identifier of the comment to reply to")
    context = optional(
        ScoreCommentContext,
        "Place in the music to comment on; left out for a comment on the whole score",
    )
