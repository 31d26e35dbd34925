"""Modules that are computed when they are imported, rather than read from files.

A package gets them by one more entry in its ``__path__``, which `search_path` makes. The import system asks the hooks
in `sys.path_hooks` who can search an entry, and gets a `ComputedFinder` for such a one. So everything works that works
with files: all forms of import, `importlib.import_module`, `pkgutil.iter_modules`, pickles of the classes, and imports
by several threads, for which the import system keeps its locks.
"""

from __future__ import annotations

import sys
import types
import typing
from dataclasses import dataclass
from importlib.abc import Loader, PathEntryFinder
from importlib.machinery import ModuleSpec

Names = dict[str, typing.Any]


@dataclass(frozen=True)
class Computed:
    """A module: *names* computes what is in it, and *modules* the modules in it if it is a package."""

    names: typing.Callable[[], Names]
    modules: Modules | None = None


Modules = typing.Callable[[], typing.Mapping[str, Computed]]
"""Computes the modules of a package by their names in it."""

_packages: dict[str, Modules] = {}
"""The packages with computed modules, by the entry in their ``__path__``."""


def search_path(package: str, modules: Modules) -> list[str]:
    """What the ``__path__`` of *package* needs to find *modules*, which are computed when one is first looked for."""
    entry = f"{__name__}:{package}"
    _packages[entry] = modules
    return [entry]


class ComputedFinder(PathEntryFinder):
    """Finds the modules that the package of *entry* computes. Raises ImportError for any other entry."""

    def __init__(self, entry: str) -> None:
        if entry not in _packages:
            raise ImportError(f"{entry!r} computes no modules")
        self._modules = _packages[entry]

    def find_spec(self, fullname: str, target: types.ModuleType | None = None) -> ModuleSpec | None:
        """The spec of the module *fullname*; None if there is no such module."""
        found = self._modules().get(fullname.rpartition(".")[2])
        if found is None:
            return None
        spec = ModuleSpec(fullname, ComputedLoader(found), origin="computed")
        if found.modules is not None:
            spec.submodule_search_locations = search_path(fullname, found.modules)
        return spec

    def iter_modules(self, prefix: str = "") -> typing.Iterator[tuple[str, bool]]:
        """The names of the modules behind *prefix*, and whether each is a package, for `pkgutil`."""
        for name, module in self._modules().items():
            yield prefix + name, module.modules is not None


class ComputedLoader(Loader):
    """Fills a new module with the names that are computed for it."""

    def __init__(self, computed: Computed) -> None:
        self._computed = computed

    def create_module(self, spec: ModuleSpec) -> None:
        """None: an ordinary module will do."""

    def exec_module(self, module: types.ModuleType) -> None:
        """Give *module* its names."""
        vars(module).update(self._computed.names())


sys.path_hooks.append(ComputedFinder)
