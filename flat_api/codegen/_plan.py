"""What modules a set of components needs, and which may import which."""

from __future__ import annotations

import typing

from . import _names
from ._errors import DocumentError, below
from ._normal import Facts, references

_CHAIN = 40
"""How many modules may import each other in a row before one refers to the next by name; Python bears about 150."""


class Plan:
    """The names of all modules and classes, and the references by name: those that would close a circle of imports.

    *runtime* is the module that the declarations import the schema classes from.
    """

    def __init__(self, components: typing.Mapping[str, Facts], runtime: str) -> None:
        self.components = components
        self.runtime = runtime
        self.classes = _names.class_names(components)
        self._targets = {name: references(facts) for name, facts in components.items()}
        self._refuse_empty_aliases()
        self._by_name = self._named_targets()

    def module(self, component: str) -> str:
        """The name of the module of *component*."""
        return _names.snake(self.classes[component])

    def is_lazy(self, component: str, target: str) -> bool:
        """Return whether *component* must refer to *target*, one of its targets, by name."""
        return target in self._by_name[component]

    def targets(self, component: str) -> set[str]:
        """The components that *component* refers to."""
        return self._targets.get(component, set())

    def _named_targets(self) -> dict[str, set[str]]:
        """The targets that each component must refer to by name: those that lead back to it, and the ends of chains."""
        found: dict[str, set[str]] = {}
        heights: dict[str, int] = {}
        for circle in _circles(self._targets):
            for name in circle:
                targets = self._targets[name]
                found[name] = {target for target in targets if target in circle or heights[target] >= _CHAIN}
            for name in circle:
                eager = (self._targets[name] - found[name]) | {*self._base(name)}
                heights[name] = 1 + max((heights.get(target, 0) for target in eager), default=0)
        return found

    def _base(self, component: str) -> list[str]:
        """The component that *component* is another name of, whose class it derives from."""
        facts = self.components[component]
        return [facts["ref"]] if "ref" in facts else []

    def _refuse_empty_aliases(self) -> None:
        for name in self.components:
            place = below("#/components/schemas", name)
            met = [name]
            while base := self._base(met[-1]):
                met += base
                if met[-1] in met[:-1]:
                    raise DocumentError(place, "a schema is wanted, but this $ref only leads back to itself")
                if len(met) > _CHAIN:
                    raise DocumentError(place, f"leads to a schema through more than {_CHAIN} others")


def _circles(targets: typing.Mapping[str, set[str]]) -> typing.Iterator[set[str]]:
    """The components that lead to each other, as sets, each after those that it leads to (Tarjan's algorithm)."""
    numbers: dict[str, int] = {}
    lowest: dict[str, int] = {}
    path: list[str] = []
    places: dict[str, int] = {}
    for start in targets:
        steps: list[tuple[str, typing.Iterator[str]]] = [] if start in numbers else [(start, iter(()))]
        while steps:
            name, rest = steps[-1]
            if name not in numbers:
                numbers[name] = lowest[name] = len(numbers)
                places[name] = len(path)
                path.append(name)
                rest = iter(sorted(targets[name]))
                steps[-1] = name, rest
            for target in rest:
                if target not in numbers:
                    steps.append((target, iter(())))
                    break
                lowest[name] = min(lowest[name], lowest[target])
            else:
                steps.pop()
                if steps:
                    lowest[steps[-1][0]] = min(lowest[steps[-1][0]], lowest[name])
                if lowest[name] == numbers[name]:
                    circle = set(path[places[name] :])
                    del path[places[name] :]
                    lowest.update(dict.fromkeys(circle, len(targets)))
                    yield circle
