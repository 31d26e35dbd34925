"""Modules that are computed when they are imported, rather than read from files: the historic paths of operations.

For the import system they are like any other module, found by one more finder in `sys.meta_path`. It is there before
there are the packages of these modules, since a thread may look into a package while another is still importing it.
The packages have an entry in their ``__path__`` by which `pkgutil` lists them.
"""

from __future__ import annotations

import importlib
import sys
import typing

if typing.TYPE_CHECKING:
    from importlib.machinery import ModuleSpec
    from types import ModuleType

_METHODS = "flat_api.paths"
"""A package of packages, one for each path; in these are modules."""

_CLASSES = "flat_api.apis.paths"
"""A package of modules, one for each path."""

_ENTRY = f"{__name__}:"
_ORIGIN = "computed"


def search_path(package: str) -> list[str]:
    """Return what *package* has in its ``__path__`` for its computed modules."""
    return [_ENTRY + package]


class ComputedFinder:
    """Finds computed modules by their full names, whatever the search path is.

    The import system lets no other thread find anything meanwhile, so that an import in here could wait forever for
    one of them. So the finder goes by the form of a name, and it is the loader that knows whether there is the module.
    """

    def find_spec(
        self, fullname: str, path: typing.Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The spec of the module *fullname*; None if no computed module is called like that."""
        package, _, name = fullname.rpartition(".")
        is_method = package.rpartition(".")[0] == _METHODS
        if name.startswith("_") or not (is_method or package in (_METHODS, _CLASSES)):
            return None
        from importlib.machinery import ModuleSpec

        loader: typing.Any = ComputedLoader()
        spec = ModuleSpec(fullname, loader, origin=_ORIGIN)
        if package == _METHODS:
            spec.submodule_search_locations = search_path(fullname)
        return spec


class ComputedLoader:
    """Fills a new module with the names that are computed for it."""

    def create_module(self, spec: ModuleSpec) -> None:
        """None, as an ordinary module will do. Raises ModuleNotFoundError if there is no such module to compute."""
        package, _, name = spec.name.rpartition(".")
        if name not in _path_modules().modules_of(package):
            raise ModuleNotFoundError(f"No module named {spec.name!r}", name=spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Give *module* its names, and a file in name only: what is said of a name that it lacks would be vague."""
        vars(module).update(_path_modules().names_of(module.__name__), __file__=f"<{_ORIGIN}>")


class ComputedListing:
    """Lists the modules of the package that *entry* of a search path stands for; ImportError for other entries."""

    def __init__(self, entry: str) -> None:
        if not entry.startswith(_ENTRY):
            raise ImportError(f"{entry!r} holds no computed modules")
        self._package = entry.removeprefix(_ENTRY)

    def find_spec(self, fullname: str, target: ModuleType | None = None) -> None:
        """None: the finder has the modules."""

    def iter_modules(self, prefix: str = "") -> typing.Iterator[tuple[str, bool]]:
        """The names of the modules behind *prefix*, and whether each is a package."""
        for name in _path_modules().modules_of(self._package):
            yield prefix + name, self._package == _METHODS


def _path_modules() -> typing.Any:
    return importlib.import_module("flat_api.apis._path_modules")


sys.meta_path.append(ComputedFinder())
sys.path_hooks.append(ComputedListing)
