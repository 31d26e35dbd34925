"""What is in the modules of `flat_api.paths` and `flat_api.apis.paths`: classes with the operations of one path."""

from __future__ import annotations

import importlib
import typing

from ._method_modules import MethodModule
from ._paths import PATHS, Methods, PathValues, class_name

METHODS_PACKAGE = "flat_api.paths"
CLASSES_PACKAGE = "flat_api.apis.paths"

Names = dict[str, typing.Any]


def modules_of(package: str) -> list[str]:
    """The names of the modules in *package*: those of the paths, or of the methods of one path."""
    if package in (METHODS_PACKAGE, CLASSES_PACKAGE):
        return [path.name.lower() for path in PathValues]
    return list(_methods(package.rpartition(".")[2]))


def names_of(fullname: str) -> Names:
    """Return what is in the module *fullname*, which there must be."""
    package, _, name = fullname.rpartition(".")
    if package == METHODS_PACKAGE:
        return _package(name)
    if package == CLASSES_PACKAGE:
        return _class_module(name)
    return _method_module(package.rpartition(".")[2], name)


def _path(module: str) -> typing.Any:
    """The member of `PathValues` that belongs to the module of a path."""
    return PathValues[module.upper()]


def _methods(module: str) -> Methods:
    return PATHS[_path(module)]


def _package(module: str) -> Names:
    path = _path(module)
    about = f"The operations of ``{path.value}``, in a module for each method."
    return {"__doc__": about, "PathValues": PathValues, "path": path}


def _method_module(module: str, method: str) -> Names:
    place = f"{METHODS_PACKAGE}.{module}.{method}"
    return MethodModule(place, _path(module), method, _methods(module)[method]).members()


def _class_module(module: str) -> Names:
    """The class that derives from the classes of all methods, as in ``class TasksTask(ApiForget)``."""
    package = f"{METHODS_PACKAGE}.{module}"
    names = {method: f"ApiFor{method}" for method in _methods(module)}
    bases = {name: getattr(importlib.import_module(f"{package}.{method}"), name) for method, name in names.items()}
    about = f"The operations of ``{_path(module).value}``, under the names of their methods."
    facts = {"__module__": f"{CLASSES_PACKAGE}.{module}", "__doc__": about}
    return {"__doc__": about, **bases, class_name(module): type(class_name(module), tuple(bases.values()), facts)}
