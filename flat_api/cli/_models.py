"""Find the schema class that a user names: `Task`, `Task.Progress` or `package.module:Class`."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Iterator
from difflib import get_close_matches
from types import ModuleType
from typing import Any, TypeGuard

from .. import model as model_package
from ..schemas import Schema

__all__ = ["ModelError", "find_model", "model_name", "model_names"]


class ModelError(Exception):
    """No schema class goes by the name that was given."""


def find_model(name: str) -> type[Schema]:
    """The schema class called *name*: a model, a class inside one, or any class as ``package.module:Class``.

    Models are found however their name is spelt: ``ScoreDetails``, ``scoredetails`` and ``score_details`` are
    the same. Raises `ModelError`, which says what comes near.
    """
    module_name, colon, inner = name.partition(":")
    if colon:
        return _follow(_import(module_name), inner, name)
    outer, dot, inner = name.partition(".")
    for module in _model_modules():
        if _folded(module) == _folded(outer):
            found = _main_class(module)
            return _follow(found, inner, name) if dot else found
    raise ModelError(f"there is no model {outer!r}; {_hint(outer)}")


def model_names() -> list[str]:
    """The names of all models. Imports every one of them."""
    return [_main_class(module).__name__ for module in _model_modules()]


def _model_modules() -> Iterator[str]:
    names = (module.name for module in pkgutil.iter_modules(model_package.__path__))
    return (name for name in names if not name.startswith("_"))


def _main_class(module_name: str) -> type[Schema]:
    """The class that the model module *module_name* is named after."""
    module = importlib.import_module(f"{model_package.__name__}.{module_name}")
    for name, found in vars(module).items():
        if _folded(name) == _folded(module_name) and _is_schema(found):
            return found
    raise ModelError(f"the module {module.__name__} declares no class of its own name")


def _is_schema(found: object) -> TypeGuard[type[Schema]]:
    return isinstance(found, type) and issubclass(found, Schema)


def _folded(name: str) -> str:
    return name.replace("_", "").lower()


def _hint(name: str) -> str:
    modules = {_folded(module): module for module in _model_modules()}
    near = get_close_matches(_folded(name), modules, n=3)
    known = [_main_class(modules[folded]).__name__ for folded in near or list(modules)[:3]]
    return f"did you mean {' or '.join(known)}?" if near else f"models are, for instance, {', '.join(known)}"


def _import(name: str) -> ModuleType:
    # Scripts don't have the working directory on their path, and there is where a user's own schemas are.
    if "" not in sys.path:
        sys.path.append("")
    try:
        return importlib.import_module(name)
    except (Exception, SystemExit) as error:  # importing runs the user's module, which can fail in any way
        raise ModelError(f"the module {name!r} can't be imported: {type(error).__name__}: {error}") from error


def _follow(start: object, names: str, wanted: str) -> type[Schema]:
    """The schema class that the dotted *names* lead to from *start*."""
    found: Any = start
    for name in names.split("."):
        if not hasattr(found, name):
            raise ModelError(f"{wanted!r}: {_name(found)} has no {name!r}{_near(name, found)}")
        found = getattr(found, name)
    if not _is_schema(found):
        raise ModelError(f"{wanted!r} is not a schema class")
    return found


def _name(found: object) -> str:
    return str(getattr(found, "__qualname__", None) or getattr(found, "__name__", type(found).__name__))


def _near(name: str, found: object) -> str:
    near = get_close_matches(name, [known for known in dir(found) if not known.startswith("_")], n=1)
    return f", did you mean {near[0]!r}?" if near else ""


def model_name(model: type[Schema]) -> str:
    """The full dotted name of *model*."""
    return f"{model.__module__}.{model.__qualname__}"
