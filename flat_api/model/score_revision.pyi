"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Self

from ..configuration import Configuration
from ..schemas import BoolClass, BoolSchema, DateTimeSchema, DictSchema, ListSchema, Property, StrSchema, Unset
from .score_revision_statistics import ScoreRevisionStatistics

class ScoreRevision(DictSchema):
    """A saved version of the music of a score"""

    id: Property[StrSchema]
    """Unique identifier of the revision"""
    user: Property[StrSchema]
    """Unique identifier of the user who saved the revision"""
    collaborators: Property[ListSchema[StrSchema]]
    """Unique identifiers of the users who took part in the changes"""
    creationDate: Property[DateTimeSchema]
    """Date and time when the revision was created"""
    event: Property[StrSchema]
    """Name of the event that led to the revision"""
    description: Property[StrSchema]
    """Note left with the revision about what changed"""
    autosave: Property[BoolSchema]
    """True when the revision was saved automatically, false when someone chose to"""
    statistics: Property[ScoreRevisionStatistics]
    """How much was changed in a revision, and when"""
    score: Property[StrSchema]
    """Unique identifier of the score"""
    date: Property[DateTimeSchema]
    """Date and time when the revision was created"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        id: str | Unset = ...,
        user: str | Unset = ...,
        collaborators: Sequence[str] | Unset = ...,
        creationDate: str | datetime | Unset = ...,
        event: str | Unset = ...,
        description: str | Unset = ...,
        autosave: bool | BoolClass | Unset = ...,
        statistics: ScoreRevisionStatistics | Mapping[str, Any] | Unset = ...,
        score: str | Unset = ...,
        date: str | datetime | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        id: str | Unset = ...,
        user: str | Unset = ...,
        collaborators: Sequence[str] | Unset = ...,
        creationDate: str | datetime | Unset = ...,
        event: str | Unset = ...,
        description: str | Unset = ...,
        autosave: bool | BoolClass | Unset = ...,
        statistics: ScoreRevisionStatistics | Mapping[str, Any] | Unset = ...,
        score: str | Unset = ...,
        date: str | datetime | Unset = ...,
    ) -> Self: ...
