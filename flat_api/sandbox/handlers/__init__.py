"""What operations do for which something is kept, in one module for each kind of thing."""

from __future__ import annotations

import importlib
from functools import cache

MODULES = ("account", "scores", "revisions", "collaborators", "comments", "tracks", "collections", "exports")


@cache
def load() -> None:
    """Import all modules, which say what they answer."""
    for name in MODULES:
        importlib.import_module(f"{__name__}.{name}")
