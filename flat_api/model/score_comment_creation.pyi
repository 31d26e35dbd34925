"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping, Sequence
from typing import Any, Self, overload

from ..configuration import Configuration
from ..schemas import DictSchema, ListSchema, Property, StrSchema, Unset
from .score_comment_context import ScoreCommentContext

class ScoreCommentCreation(DictSchema):
    """A comment to post on a score"""

    comment: Property[StrSchema]
    """Text of the comment"""
    revision: Property[StrSchema]
    """Unique identifier of the revision of the score to comment on"""
    rawComment: Property[StrSchema]
    """The text in raw form, without the formatting of `comment`"""
    mentions: Property[ListSchema[StrSchema]]
    """Unique identifiers of the users mentioned in the comment"""
    replyTo: Property[StrSchema]
    """Unique identifier of the comment to reply to"""
    context: Property[ScoreCommentContext]
    """Place in the music to comment on; left out for a comment on the whole score"""

    @overload
    def __init__(
        self,
        data: Mapping[str, Any],
        /,
        *,
        comment: str = ...,
        revision: str | Unset = ...,
        rawComment: str | Unset = ...,
        mentions: Sequence[str] | Unset = ...,
        replyTo: str | Unset = ...,
        context: ScoreCommentContext | Mapping[str, Any] | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        comment: str,
        revision: str | Unset = ...,
        rawComment: str | Unset = ...,
        mentions: Sequence[str] | Unset = ...,
        replyTo: str | Unset = ...,
        context: ScoreCommentContext | Mapping[str, Any] | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        comment: str = ...,
        revision: str | Unset = ...,
        rawComment: str | Unset = ...,
        mentions: Sequence[str] | Unset = ...,
        replyTo: str | Unset = ...,
        context: ScoreCommentContext | Mapping[str, Any] | Unset = ...,
    ) -> Self: ...
