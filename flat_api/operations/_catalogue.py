"""All operations of a package: what its classes in ``apis/tags`` declare."""

from __future__ import annotations

import keyword
import types
import typing

from ._operation import Operation


class Listed:
    """An *operation* of a package, with the *names* it has in its class and the *tags* of the classes it is in.

    The first tag is that of the class it is declared in.
    """

    def __init__(self, operation: Operation[typing.Any], names: tuple[str, ...], tags: tuple[str, ...]) -> None:
        self.operation = operation
        self.names = names
        self.tags = tags

    def __repr__(self) -> str:
        return f"<{self.operation.name} of {', '.join(self.tags)}>"


def operations(package: str = "flat_api") -> list[Listed]:
    """Each operation of *package* once, in the order in which its classes declare them. Imports all of the classes."""
    return listed(services(package))


def listed(classes: typing.Iterable[type]) -> list[Listed]:
    """Each operation of *classes* once."""
    found: dict[Operation[typing.Any], dict[type, list[str]]] = {}
    for cls in classes:
        for name, operation in own_operations(cls).items():
            found.setdefault(operation, {}).setdefault(cls, []).append(name)
    return [_listed(operation, names) for operation, names in found.items()]


def _listed(operation: Operation[typing.Any], names: dict[type, list[str]]) -> Listed:
    owner = operation.owner if operation.owner in names else next(iter(names))
    tags = (tag_of(cls) for cls in (owner, *(cls for cls in names if cls is not owner)))
    return Listed(operation, tuple(names[owner]), tuple(tags))


def services(package: str) -> list[type]:
    """The classes of operations in ``apis.tags`` of *package*, one in each module whose name ends in ``_api``.

    Raises ImportError where there is no such package.
    """
    import importlib
    import pkgutil

    tags = importlib.import_module(f"{package}.apis.tags")
    names = sorted(module.name for module in pkgutil.iter_modules(tags.__path__) if module.name.endswith("_api"))
    modules = [importlib.import_module(f"{tags.__name__}.{name}") for name in names]
    return [cls for module in modules for cls in own_services(module)]


def own_services(module: types.ModuleType) -> list[type]:
    """The classes of operations that *module* declares."""
    entries: list[typing.Any] = list(vars(module).values())
    classes = [entry for entry in entries if isinstance(entry, type)]
    return [cls for cls in classes if cls.__module__ == module.__name__ and own_operations(cls)]


def own_operations(cls: type) -> dict[str, Operation[typing.Any]]:
    """The operations in the body of *cls*, by their names there."""
    entries: list[tuple[str, typing.Any]] = list(cls.__dict__.items())
    return {name: entry for name, entry in entries if isinstance(entry, Operation)}


def tag_of(cls: type) -> str:
    """The tag that *cls* is about: its attribute ``tag``, or its name without what is not the tag's.

    >>> [tag_of(type(name, (), {})) for name in ("TaskApi", "ModelClassApi", "ModelApi")]
    ['Task', 'Class', 'Model']
    """
    stated = vars(cls).get("tag")
    if isinstance(stated, str):
        return stated
    name = cls.__name__.removesuffix("Api")
    plain = name.removeprefix("Model")
    return plain if keyword.iskeyword(plain.lower()) else name
