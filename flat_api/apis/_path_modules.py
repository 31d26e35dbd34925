"""What is in the modules of `flat_api.paths` and `flat_api.apis.paths`: classes with the operations of one path."""

from __future__ import annotations

import importlib
import typing
from functools import partial

from ..operations import ApiResponse, Operation
from ._computed import Computed, Names
from ._paths import PATHS, Methods, PathValues, class_name, module_name
from ._service import FlatApi

METHODS_PACKAGE = "flat_api.paths"
CLASSES_PACKAGE = "flat_api.apis.paths"


def method_packages() -> dict[str, Computed]:
    """The packages in `flat_api.paths`: one for each path, with a module for each method."""
    return {
        module_name(path): Computed(partial(_package, path), partial(_method_modules, path, methods))
        for path, methods in PATHS.items()
    }


def class_modules() -> dict[str, Computed]:
    """The modules in `flat_api.apis.paths`: one for each path, with a class of all its methods."""
    return {module_name(path): Computed(partial(_class_module, path, methods)) for path, methods in PATHS.items()}


def _package(path: str) -> Names:
    return {"__doc__": f"The operations of ``{path}``, in a module for each method.", "path": PathValues(path)}


def _method_modules(path: str, methods: Methods) -> dict[str, Computed]:
    return {method: Computed(partial(_method_module, path, method, operation)) for method, operation in methods.items()}


def _method_module(path: str, method: str, operation: Operation[typing.Any]) -> Names:
    """The operation under its own name, as in ``GetTask.get_task``, and under its method, as in ``ApiForget.get``."""
    module = f"{METHODS_PACKAGE}.{module_name(path)}.{method}"
    own_name = operation.id[0].upper() + operation.id[1:]
    statuses = [*operation.responses, *operation.errors, "Default"]
    return {
        "__doc__": operation.description,
        "path": PathValues(path),
        "_all_accept_content_types": operation.accepts,
        **{f"ApiResponseFor{status}": ApiResponse for status in statuses},
        own_name: _service(module, own_name, operation.name, operation),
        f"ApiFor{method}": _service(module, f"ApiFor{method}", method, operation),
    }


def _service(module: str, name: str, attribute: str, operation: Operation[typing.Any]) -> type[FlatApi]:
    facts = {"__module__": module, "__doc__": operation.description, attribute: operation}
    return type(name, (FlatApi,), facts)


def _class_module(path: str, methods: Methods) -> Names:
    """The class that derives from the classes of all methods, as in ``class TasksTask(ApiForget)``."""
    name = module_name(path)
    modules = {method: importlib.import_module(f"{METHODS_PACKAGE}.{name}.{method}") for method in methods}
    bases = {f"ApiFor{method}": getattr(module, f"ApiFor{method}") for method, module in modules.items()}
    about = f"The operations of ``{path}``, under the names of their methods."
    facts = {"__module__": f"{CLASSES_PACKAGE}.{name}", "__doc__": about}
    return {"__doc__": about, **bases, class_name(name): type(class_name(name), tuple(bases.values()), facts)}
