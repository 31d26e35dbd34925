"""Which schema classes are models, with a page and a name of their own, and what they say of themselves."""

from __future__ import annotations

import sys

from .._declaration import Declared, declaration_of

RUNTIME = __name__.rpartition(".documents.")[0]
"""The package whose classes are not models: those that models are made of."""


def is_model(cls: type) -> bool:
    """Return whether others refer to *cls* by name: it is what a module is about, and no part of another class.

    Of a module that is not named after one of its classes, all of them are models, except beside operations.
    """
    inside = "." in cls.__qualname__.rpartition("<locals>.")[2] or cls.__dict__.get("_anonymous", False)
    inside = inside or ".apis." in cls.__module__
    return not inside and not is_runtime(cls) and _main_class(cls.__module__) in (None, cls)


def _main_class(module_name: str) -> type | None:
    """The class that a module is named after, if there is one; what stands beside it is a part of it."""
    found: dict[str, object] = getattr(sys.modules.get(module_name), "__dict__", {})
    wanted = module_name.rpartition(".")[2].replace("_", "").lower()
    classes = (entry for entry in found.values() if isinstance(entry, Declared))
    return next((cls for cls in classes if cls.__name__.lower() == wanted), None)


def is_runtime(cls: type) -> bool:
    """Return whether *cls* is one of the classes that models are made of, `StrSchema` and the like."""
    return cls.__module__.startswith(RUNTIME) and not cls.__dict__.get("_anonymous", False)


def place_of(cls: type) -> str:
    """Return where *cls* is declared, without the scaffolding of a ``MetaOapg`` class: ``Task.errorHistory``."""
    steps = cls.__qualname__.rpartition("<locals>.")[2].split(".")
    return ".".join(step for step in steps if step not in ("MetaOapg", "properties"))


def description_of(cls: type) -> str:
    """Return what *cls* says of itself, on one line; empty where it is silent."""
    return one_line(declaration_of(cls).description)


def one_line(text: str) -> str:
    """*text* with each run of white space, line breaks included, as one space."""
    return " ".join(text.split())
