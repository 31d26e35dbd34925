"""What the modules of a package declare now, and the prose that people wrote into them."""

from __future__ import annotations

import contextlib
import importlib
import inspect
import sys
import types
import typing
from pathlib import Path

from .. import api_client, schemas
from ..operations._catalogue import listed, own_services, tag_of
from . import _names
from ._api import Api
from ._errors import DocumentError
from ._facts import declared
from ._operation_facts import declared_operations, service_facts, tag_descriptions
from ._plan import Plan
from ._tags import Known

_ALIAS = "_flat_api_codegen_existing"
_RUNTIME = ("api_client", "configuration", "exceptions", "operations", "schemas")
"""The modules that declarations of this package are made with; there is one of each."""


class Existing(typing.NamedTuple):
    """What a package declares now, and the names in it."""

    api: Api
    known: Known


def existing_package(root: Path, plan: Plan) -> Existing:
    """Return what the package at the directory *root* declares: models and operations.

    A model that *plan* does not know is called like its class. The modules are imported under another name than that
    of the package, which itself is not. Raises `DocumentError` for a module that can't be imported.
    """
    components = {name: component for component, name in plan.classes.items()}
    with _importable(root, plan):
        classes = [cls for path in _modules(root / "model") for cls in _models(path)]
        models = {cls: components.get(cls.__name__, cls.__name__) for cls in classes}
        facts = {models[cls]: declared(cls, models) for cls in classes}
        services = [_service(path) for path in _modules(root / "apis" / "tags") if path.stem.endswith("_api")]
        common = _common_service(root / "apis" / "_service.py")
        operations = declared_operations(listed(services), models)
        service = {**service_facts(common, models), "tags": tag_descriptions(services)} if common else {}
    if common and common.__doc__:
        service["description"] = inspect.cleandoc(common.__doc__).strip()
    known = Known(
        {key: entry["name"] for key, entry in operations.items()},
        {key: entry["tags"][0] for key, entry in operations.items()},
        {tag_of(cls): cls.__name__ for cls in services},
        common.__name__ if common else None,
    )
    return Existing(Api(facts, operations, service), known)


def _modules(directory: Path) -> list[Path]:
    return [path for path in sorted(directory.glob("*.py")) if path.stem != "__init__"]


@contextlib.contextmanager
def _importable(root: Path, plan: Plan) -> typing.Generator[None]:
    """Make the directory *root* a package with another name, for a while; leave nothing behind."""
    package = types.ModuleType(_ALIAS)
    package.__path__ = [str(root)]
    sys.modules[_ALIAS] = package
    if plan.runtime.startswith("."):
        sys.modules.update({f"{_ALIAS}.{name}": sys.modules[f"flat_api.{name}"] for name in _RUNTIME})
    written, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    importlib.invalidate_caches()
    try:
        yield
    finally:
        sys.dont_write_bytecode = written
        for name in [name for name in sys.modules if name.partition(".")[0] == _ALIAS]:
            del sys.modules[name]


def _service(path: Path) -> type:
    """The class of operations in the module at *path*."""
    classes = own_services(_imported(path, "apis.tags"))
    if len(classes) != 1:
        there = ", ".join(cls.__name__ for cls in classes) or "none"
        raise DocumentError(str(path), f"should have one class of operations, and has {there}")
    return classes[0]


def _common_service(path: Path) -> type | None:
    """The class that the others derive from, if there is one."""
    if not path.exists():
        return None
    found = vars(_imported(path, "apis")).values()
    classes = [entry for entry in found if isinstance(entry, type) and issubclass(entry, api_client.Api)]
    own = [cls for cls in classes if cls.__module__ == f"{_ALIAS}.apis._service"]
    if len(own) != 1:
        raise DocumentError(str(path), "should have one class that derives from Api")
    return own[0]


def _imported(path: Path, package: str) -> types.ModuleType:
    """The module at *path*. Raises `DocumentError` when it can't be imported."""
    try:
        return importlib.import_module(f"{_ALIAS}.{package}.{path.stem}")
    except Exception as error:  # whatever somebody's module does wrong
        message = f"can't be imported, so what people wrote in it can't be kept: {type(error).__name__}: {error}"
        raise DocumentError(str(path), message) from error


def _models(path: Path) -> list[type[schemas.Schema]]:
    """The model class in the module at *path*: the one that the module is named after."""
    module = _imported(path, "model")
    own = [entry for entry in vars(module).values() if getattr(entry, "__module__", None) == module.__name__]
    classes = [entry for entry in own if isinstance(entry, type) and issubclass(entry, schemas.Schema)]
    return [cls for cls in classes if _names.snake(cls.__name__) == path.stem]
