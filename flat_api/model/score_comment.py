"""The model `ScoreComment`."""

from ..schemas import BoolSchema, DateTimeSchema, DictSchema, EnumBase, StrSchema, list_of, optional, value
from .score_comment_context import ScoreCommentContext


class ScoreComment(DictSchema):
    """A comment on a score, or on a place in it"""

    class Type(EnumBase, StrSchema):
        """What the comment is on: `document` for the score as a whole, `inline` for a place in the music"""

        DOCUMENT = value("document")
        INLINE = value("inline")

    class Moderation(DictSchema):
        """Result of the moderation of the comment"""

        class Reason(EnumBase, StrSchema):
            """Why the comment was moderated: it is `spam`, or its content is `inappropriate`"""

            SPAM = value("spam")
            INAPPROPRIATE = value("inappropriate")

        hidden = optional(BoolSchema, "True when the comment is not to be shown")
        reason = optional(Reason)

    id = optional(StrSchema, "Unique identifier of the comment")
    type = optional(Type)
    user = optional(StrSchema, "Unique identifier of the user who wrote the comment")
    score = optional(StrSchema, "Unique identifier of the score the comment is on")
    revision = optional(
        StrSchema,
        "Unique identifier of the revision of the score that the comment was made on",
    )
    replyTo = optional(
        StrSchema,
        "Unique identifier of the comment that this one replies to; absent when it is not a reply",
    )
    date = optional(DateTimeSchema, "Date and time when the comment was written")
    modificationDate = optional(DateTimeSchema, "Date and time of the last change of the comment")
    comment = optional(StrSchema, "Text of the comment")
    rawComment = optional(StrSchema, "The text in raw form, without the formatting of `comment`")
    context = optional(
        ScoreCommentContext,
        "Place in the music that the comment is on; absent when it is on the whole score",
    )
    mentions = optional(list_of(StrSchema), "Unique identifiers of the users mentioned in the comment")
    resolved = optional(BoolSchema, "True when the comment was marked as dealt with")
    resolvedBy = optional(StrSchema, "Unique identifier of the user who marked the comment as resolved")
    moderation = optional(Moderation)
    spam = optional(BoolSchema, "True when the comment is taken for spam")
