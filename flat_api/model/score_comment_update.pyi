"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping
from typing import Any, Self

from ..configuration import Configuration
from ..schemas import DictSchema, Property, StrSchema, Unset
from .score_comment_context import ScoreCommentContext

class ScoreCommentUpdate(DictSchema):
    """The changes to make to a comment on a score"""

    revision: Property[StrSchema]
    """Unique identifier of the revision of the score that the comment is now on"""
    comment: Property[StrSchema]
    """New text of the comment, from 1 to 10000 characters"""
    rawComment: Property[StrSchema]
    """The new text in raw form, without the formatting of `comment`, from 1 to 10000 characters"""
    context: Property[ScoreCommentContext]
    """New place in the music that the comment is on"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        revision: str | Unset = ...,
        comment: str | Unset = ...,
        rawComment: str | Unset = ...,
        context: ScoreCommentContext | Mapping[str, Any] | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        revision: str | Unset = ...,
        comment: str | Unset = ...,
        rawComment: str | Unset = ...,
        context: ScoreCommentContext | Mapping[str, Any] | Unset = ...,
    ) -> Self: ...
