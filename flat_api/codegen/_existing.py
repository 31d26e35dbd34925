"""What the modules of a package declare now, and the prose that people wrote into them."""

from __future__ import annotations

import contextlib
import importlib
import sys
import types
import typing
from pathlib import Path

from .. import schemas
from . import _names
from ._errors import DocumentError
from ._facts import declared
from ._normal import PROSE, Facts
from ._plan import Plan

_ALIAS = "_flat_api_codegen_existing"


def existing_facts(root: Path, plan: Plan) -> dict[str, Facts]:
    """The facts of each model in the package at the directory *root*, by component.

    A model that *plan* does not know is called like its class. The modules are imported under another name than that
    of the package, which itself is not. Raises `DocumentError` for a module that can't be imported.
    """
    files = [path for path in sorted((root / "model").glob("*.py")) if path.stem != "__init__"]
    components = {name: component for component, name in plan.classes.items()}
    with _importable(root, plan):
        classes = [cls for path in files for cls in _models(path)]
        models = {cls: components.get(cls.__name__, cls.__name__) for cls in classes}
        return {models[cls]: declared(cls, models) for cls in classes}


@contextlib.contextmanager
def _importable(root: Path, plan: Plan) -> typing.Generator[None]:
    """Make the directory *root* a package with another name, for a while; leave nothing behind."""
    package = types.ModuleType(_ALIAS)
    package.__path__ = [str(root)]
    sys.modules[_ALIAS] = package
    if plan.runtime.startswith("."):
        sys.modules[f"{_ALIAS}.schemas"] = schemas
    written, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    importlib.invalidate_caches()
    try:
        yield
    finally:
        sys.dont_write_bytecode = written
        for name in [name for name in sys.modules if name.partition(".")[0] == _ALIAS]:
            del sys.modules[name]


def _models(path: Path) -> list[type[schemas.Schema]]:
    """The model class in the module at *path*: the one that the module is named after."""
    try:
        module = importlib.import_module(f"{_ALIAS}.model.{path.stem}")
    except Exception as error:  # whatever somebody's module does wrong
        message = f"can't be imported, so what people wrote in it can't be kept: {type(error).__name__}: {error}"
        raise DocumentError(str(path), message) from error
    own = [entry for entry in vars(module).values() if getattr(entry, "__module__", None) == module.__name__]
    classes = [entry for entry in own if isinstance(entry, type) and issubclass(entry, schemas.Schema)]
    return [cls for cls in classes if _names.snake(cls.__name__) == path.stem]


def with_prose(facts: Facts, existing: Facts) -> Facts:
    """*facts* with the descriptions and names that people gave to the same places in *existing*."""
    kept = {word: entry for word, entry in existing.items() if word in PROSE and word != "members" and entry}
    merged = {**facts, **kept}
    if "members" in existing and "enum" in facts:
        named = dict(zip(map(repr, existing["enum"]), existing["members"]))
        merged["members"] = [named.get(repr(value)) for value in facts["enum"]]
    for word in ("items", "additionalProperties", "not"):
        if isinstance(facts.get(word), dict) and isinstance(existing.get(word), dict):
            merged[word] = with_prose(facts[word], existing[word])
    for word in ("allOf", "oneOf", "anyOf"):
        if word in facts and word in existing:
            found = [with_prose(*pair) for pair in zip(facts[word], existing[word])]
            merged[word] = [*found, *facts[word][len(found) :]]
    if "properties" in facts:
        found = existing.get("properties", {})
        merged["properties"] = {
            key: with_prose(entry, found.get(key, {})) for key, entry in facts["properties"].items()
        }
    return merged
