"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Literal, Self

from ..configuration import Configuration
from ..schemas import (
    BoolClass,
    BoolSchema,
    DateTimeSchema,
    DictSchema,
    EnumBase,
    ListSchema,
    Property,
    StrSchema,
    Unset,
    value,
)
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

        hidden: Property[BoolSchema]
        """True when the comment is not to be shown"""
        reason: Property[ScoreComment.Moderation.Reason]
        """Why the comment was moderated: it is `spam`, or its content is `inappropriate`"""

        def __init__(
            self,
            data: Mapping[str, Any] = ...,
            /,
            *,
            hidden: bool | BoolClass | Unset = ...,
            reason: Literal["spam", "inappropriate"] | ScoreComment.Moderation.Reason | Unset = ...,
            _configuration: Configuration | None = ...,
        ) -> None: ...
        def replace(
            self,
            *,
            hidden: bool | BoolClass | Unset = ...,
            reason: Literal["spam", "inappropriate"] | ScoreComment.Moderation.Reason | Unset = ...,
        ) -> Self: ...

    id: Property[StrSchema]
    """Unique identifier of the comment"""
    type: Property[ScoreComment.Type]
    """What the comment is on: `document` for the score as a whole, `inline` for a place in the music"""
    user: Property[StrSchema]
    """Unique identifier of the user who wrote the comment"""
    score: Property[StrSchema]
    """Unique identifier of the score the comment is on"""
    revision: Property[StrSchema]
    """Unique identifier of the revision of the score that the comment was made on"""
    replyTo: Property[StrSchema]
    """Unique identifier of the comment that this one replies to; absent when it is not a reply"""
    date: Property[DateTimeSchema]
    """Date and time when the comment was written"""
    modificationDate: Property[DateTimeSchema]
    """Date and time of the last change of the comment"""
    comment: Property[StrSchema]
    """Text of the comment"""
    rawComment: Property[StrSchema]
    """The text in raw form, without the formatting of `comment`"""
    context: Property[ScoreCommentContext]
    """Place in the music that the comment is on; absent when it is on the whole score"""
    mentions: Property[ListSchema[StrSchema]]
    """Unique identifiers of the users mentioned in the comment"""
    resolved: Property[BoolSchema]
    """True when the comment was marked as dealt with"""
    resolvedBy: Property[StrSchema]
    """Unique identifier of the user who marked the comment as resolved"""
    moderation: Property[ScoreComment.Moderation]
    """Result of the moderation of the comment"""
    spam: Property[BoolSchema]
    """True when the comment is taken for spam"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        id: str | Unset = ...,
        type: Literal["document", "inline"] | ScoreComment.Type | Unset = ...,
        user: str | Unset = ...,
        score: str | Unset = ...,
        revision: str | Unset = ...,
        replyTo: str | Unset = ...,
        date: str | datetime | Unset = ...,
        modificationDate: str | datetime | Unset = ...,
        comment: str | Unset = ...,
        rawComment: str | Unset = ...,
        context: ScoreCommentContext | Mapping[str, Any] | Unset = ...,
        mentions: Sequence[str] | Unset = ...,
        resolved: bool | BoolClass | Unset = ...,
        resolvedBy: str | Unset = ...,
        moderation: ScoreComment.Moderation | Mapping[str, Any] | Unset = ...,
        spam: bool | BoolClass | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        id: str | Unset = ...,
        type: Literal["document", "inline"] | ScoreComment.Type | Unset = ...,
        user: str | Unset = ...,
        score: str | Unset = ...,
        revision: str | Unset = ...,
        replyTo: str | Unset = ...,
        date: str | datetime | Unset = ...,
        modificationDate: str | datetime | Unset = ...,
        comment: str | Unset = ...,
        rawComment: str | Unset = ...,
        context: ScoreCommentContext | Mapping[str, Any] | Unset = ...,
        mentions: Sequence[str] | Unset = ...,
        resolved: bool | BoolClass | Unset = ...,
        resolvedBy: str | Unset = ...,
        moderation: ScoreComment.Moderation | Mapping[str, Any] | Unset = ...,
        spam: bool | BoolClass | Unset = ...,
    ) -> Self: ...
