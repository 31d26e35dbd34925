"""Forks while other threads use classes for the first time: the child finds no lock that nobody gives back.

A class is compiled when it is first used, and much is imported only then. A thread that is at it when the process is
forked is not there in the child, but the locks that it holds are.
"""

from __future__ import annotations

import importlib
import os
import sys
from contextlib import suppress
from functools import cache

from ._primitives import CREATING

_FOREIGN = ("dateutil.parser", "datetime", "difflib", "html", "inspect", "json", "reprlib", "unicodedata", "uuid")
"""What this package imports when it is first needed."""


def _before() -> None:
    """Finish all imports that another thread may be at, and what is made under the lock."""
    threading = sys.modules.get("threading")  # a program with threads has imported it
    if threading is not None and threading.active_count() > 1:
        for name in (*_FOREIGN, *_modules(__package__), *_models()):
            with suppress(Exception):  # what fails to import is told where it is needed
                importlib.import_module(name)
    CREATING.acquire()


@cache
def _modules(package: str) -> list[str]:
    """The names of the modules of *package*, loaded or not."""
    import pkgutil  # for programs that fork

    return [f"{package}.{entry.name}" for entry in pkgutil.iter_modules(sys.modules[package].__path__)]


def _models() -> list[str]:
    """The names of the modules of models, which load each other when they are used; none where no model is loaded."""
    package = f"{__name__.rpartition('.schemas.')[0]}.model"
    return _modules(package) if package in sys.modules else []


if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=_before, after_in_parent=CREATING.release, after_in_child=CREATING.release)
