"""What modules a set of components needs, and which may import which."""

from __future__ import annotations

import typing

from . import _names
from ._errors import DocumentError, below
from ._normal import Facts, parts


class Plan:
    """The names of all modules and classes, and the references that would close a circle of imports.

    *runtime* is the module that the declarations import the schema classes from.
    """

    def __init__(self, components: typing.Mapping[str, Facts], runtime: str) -> None:
        self.components = components
        self.runtime = runtime
        self.classes = _names.class_names(components)
        self._targets = {name: set(_references(facts)) for name, facts in components.items()}
        self._reachable = {name: self._reached_from(name) for name in components}
        self._refuse_empty_aliases()

    def module(self, component: str) -> str:
        """The name of the module of *component*."""
        return _names.snake(self.classes[component])

    def is_cyclic(self, component: str, target: str) -> bool:
        """Whether *target*, to which *component* refers, leads back to it."""
        return component in self._reachable[target]

    def targets(self, component: str) -> set[str]:
        """The components that *component* refers to."""
        return self._targets.get(component, set())

    def _reached_from(self, start: str) -> set[str]:
        found: set[str] = set()
        fresh = {start}
        while fresh:
            fresh = {target for name in fresh for target in self._targets[name]} - found
            found |= fresh
        return found

    def _refuse_empty_aliases(self) -> None:
        for name in self.components:
            met = {name}
            facts = self.components[name]
            while "ref" in facts:
                if facts["ref"] in met:
                    place = below("#/components/schemas", name)
                    raise DocumentError(place, "a schema is wanted, but this $ref only leads back to itself")
                met.add(facts["ref"])
                facts = self.components[facts["ref"]]


def _references(facts: Facts) -> typing.Iterator[str]:
    """The components that *facts* mention."""
    if "ref" in facts:
        yield facts["ref"]
    for _, part in parts(facts):
        yield from _references(part)
