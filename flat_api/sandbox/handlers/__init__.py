"""What the operations do, in one module for each kind of thing."""

from __future__ import annotations

import typing

from ...operations import Operation
from .._context import HANDLERS, Handler
from . import (
    account,
    assignments,
    classes,
    collaborators,
    collections,
    comments,
    exports,
    library,
    omr,
    organization,
    revisions,
    scores,
    submissions,
    tracks,
)

MODULES = (
    *(account, scores, revisions, collaborators, comments, tracks, collections, exports),
    *(classes, assignments, submissions, library, organization, omr),
)
"""The modules, each of which adds its functions to `HANDLERS` when it is imported."""


def handler_of(operation: Operation[typing.Any]) -> Handler:
    """Return the function that answers *operation*."""
    return HANDLERS[operation.id]
