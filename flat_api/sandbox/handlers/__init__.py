"""What operations do for which something is kept, in one module for each kind of thing."""

from __future__ import annotations

import typing

from ...operations import Operation
from .._calls import HANDLERS, Handler
from . import account, collaborators, collections, comments, exports, revisions, scores, tracks

MODULES = (account, scores, revisions, collaborators, comments, tracks, collections, exports)
"""The modules, each of which adds its functions to `HANDLERS` when it is imported."""


def handler_of(operation: Operation[typing.Any]) -> Handler | None:
    """Return the function that answers *operation*; None where nothing is kept for it."""
    return HANDLERS.get(operation.id)
