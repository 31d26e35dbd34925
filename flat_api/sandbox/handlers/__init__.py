"""What the operations do, in one module for each kind of thing; importing them fills the table of handlers."""

from .._context import HANDLERS
from . import (
    assignments,
    classes,
    collaborators,
    collections,
    comments,
    exports,
    library,
    omr,
    organization,
    people,
    scores,
    submissions,
    tracks,
)

__all__ = [
    "HANDLERS",
    "assignments",
    "classes",
    "collaborators",
    "collections",
    "comments",
    "exports",
    "library",
    "omr",
    "organization",
    "people",
    "scores",
    "submissions",
    "tracks",
]
