"""Where to look for what the API does not find, by the kind of thing."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from ..exceptions import NotFoundError

__all__ = ["ANYTHING", "COLLECTION", "SANDBOX_TASK", "SCORE", "TASK", "looking_for"]

ANYTHING = "Check the identifier, and --host where it is given."
COLLECTION = "Check the identifier; `flat-api collections list` shows those of your collections."
SCORE = "Check the identifier; `flat-api scores list` shows those of your scores."
TASK = "Check the identifier; `flat-api export` tells that of its task."
SANDBOX_TASK = "With --sandbox each command has a server of its own, which knows no task of another one."


@contextmanager
def looking_for(hint: str) -> Generator[None, None, None]:
    """For work that asks the API for something: *hint* is noted on the error that says there is no such thing."""
    try:
        yield
    except NotFoundError as error:
        error.add_note(hint)
        raise
