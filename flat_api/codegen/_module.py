"""The source of the module of one component."""

from __future__ import annotations

from . import _names, _text
from ._classes import ClassPrinter, kept_names
from ._normal import Facts
from ._plan import Plan


class Module:
    """One module under construction: what it imports, and what is in it."""

    def __init__(self, component: str, plan: Plan) -> None:
        self.component = component
        self.plan = plan
        self.name = plan.classes.get(component, "")
        self.models = {plan.classes[target] for target in plan.targets(component)} | {self.name}
        self._vocabulary: set[str] = set()
        self._eager: set[str] = set()
        self._lazy: set[str] = set()
        self.needs: set[str] = set()

    def use(self, name: str) -> str:
        """*name*, a word of the runtime, which will be imported."""
        self._vocabulary.add(name)
        return name

    def is_lazy(self, component: str) -> bool:
        """Return whether *component* must be referred to by name."""
        return self.plan.is_lazy(self.component, component)

    def reference(self, component: str, *, eager: bool = False) -> _text.Node:
        """Return the expression for *component*: its class, or a `ref` to it where it must be referred to by name."""
        name = self.plan.classes[component]
        if eager or not self.is_lazy(component):
            self._eager.add(component)
            return name
        path = name if component == self.component else f"{self.plan.module(component)}.{name}"
        return _text.call(self.use("ref"), _text.quoted(path))

    def type_name(self, component: str) -> str:
        """The class of *component* for an annotation; only type checkers import it."""
        if component != self.component:
            self._lazy.add(component)
        return self.plan.classes[component]

    def text(self, body: list[str]) -> str:
        """The source, with *body* below the imports."""
        head = [f'"""The model `{self.name}`."""', "", *self._imports(), "", ""]
        return "\n".join([*head, *body]) + "\n"

    def _imports(self) -> list[str]:
        standard = ["import typing"] if self._lazy or "typing" in self.needs else []
        runtime = imported(self.plan.runtime, self._vocabulary)
        local = [line for component in self._ordered(self._eager) for line in self._import(component)]
        third = ["from frozendict import frozendict"] if "frozendict" in self.needs else []
        foreign = not self.plan.runtime.startswith(".")
        sections = [standard, [*runtime, *third], local] if foreign else [standard, third, [*runtime, *local]]
        if self._lazy:
            lines = [line for component in self._ordered(self._lazy) for line in self._import(component)]
            sections.append(["if typing.TYPE_CHECKING:", *(_text.INDENT + line for line in lines)])
        return [line for section in sections if section for line in ("", *section)][1:]

    def _import(self, component: str) -> list[str]:
        return imported(f".{self.plan.module(component)}", {self.plan.classes[component]})

    def _ordered(self, components: set[str]) -> list[str]:
        return sorted(components, key=self.plan.module)


def imported(module: str, names: set[str]) -> list[str]:
    """The lines that import *names*, in the order in which import sorters want them."""
    ordered = sorted(names, key=lambda name: (name[0].islower(), name))
    line = f"from {module} import {', '.join(ordered)}"
    if len(line) <= _text.WIDTH or not ordered:
        return [line] if ordered else []
    return [f"from {module} import (", *(f"{_text.INDENT}{name}," for name in ordered), ")"]


def module_source(component: str, facts: Facts, plan: Plan) -> str:
    """The module that declares *component*.

    >>> plan = Plan({"Tag": {"type": "string", "maxLength": 30, "description": "A word"}}, "..schemas")
    >>> print(module_source("Tag", plan.components["Tag"], plan))
    \"\"\"The model `Tag`.\"\"\"
    <BLANKLINE>
    from ..schemas import StrSchema
    <BLANKLINE>
    <BLANKLINE>
    class Tag(StrSchema, max_length=30):
        \"\"\"A word\"\"\"
    <BLANKLINE>
    """
    module = Module(component, plan)
    printer = ClassPrinter(module, {*_names.VOCABULARY, *module.models}, set(kept_names(facts)))
    printer.define(module.name, facts)
    return module.text(printer.lines)
