"""The stubs beside the models: their properties with descriptions, and what their constructors take."""

from __future__ import annotations

import importlib
import inspect
import keyword
import re
import typing
import unicodedata
from collections.abc import Iterable, Iterator
from types import NoneType

from frozendict import frozendict

from ..schemas import ListSchema, Property, Schema, declaration_of
from ._annotations import Arguments, any_mapping, is_anonymous, union, value_type
from ._printing import INDENT, Names, docstring, method, quoted, split

STUB_HEAD = '"""Printed by ``python -m flat_api.reference`` from the module beside it; don\'t edit it."""'

Argument = tuple[str, str]
"""A name and its annotation."""


def model_stub(module: str) -> str:
    """The text of the stub of *module*, which declares models.

    >>> print(*model_stub("flat_api.model.task").splitlines()[-2:], sep="\\n")
            errorHistory: Sequence[str] | Unset = ...,
        ) -> Self: ...
    """
    classes = list(_own_classes(vars(importlib.import_module(module))))
    names = Names(module, _taken(classes))
    printer = _Stub(names)
    body = [line for cls in classes for line in printer.of(cls)]
    text = "\n".join([STUB_HEAD, "", *names.imports(), *body]) + "\n"
    return re.sub(r"(?m)^( *class .*: \.\.\.\n)\n(?= *class .*: \.\.\.$)", r"\1", text)  # such classes stand together


def _own_classes(namespace: typing.Mapping[str, object], place: str = "") -> Iterator[type[Schema]]:
    """The schema classes that are defined in a module, or in the class at *place* of it."""
    module = namespace.get("__name__", namespace.get("__module__"))
    for name, found in list(namespace.items()):  # a declaration may be read meanwhile, and is put there
        if not isinstance(found, type) or not issubclass(found, Schema) or is_anonymous(found):
            continue
        if (found.__module__, found.__qualname__) == (module, f"{place}{name}"):
            yield found


def _inner_classes(cls: type) -> Iterator[type[Schema]]:
    return _own_classes(vars(cls), f"{cls.__qualname__}.")


def _own_properties(cls: type) -> list[Property[typing.Any]]:
    """The properties in the body of *cls* that have a Python name."""
    facts = declaration_of(cls).own
    properties: dict[str, Property[typing.Any]] = facts.get("properties", {})
    return [entry for entry in properties.values() if entry.attribute]


def _own_members(cls: type) -> dict[str, object]:
    """The members in the body of an enum class: their values by name."""
    facts = declaration_of(cls).own
    return {name: value for value, name in facts.get("enum_value_to_name", {}).items()}


def _taken(classes: Iterable[type]) -> Iterator[str]:
    """The names that *classes*, and those inside them, have or define."""
    for cls in classes:
        yield cls.__name__
        yield from (entry.attribute for entry in _own_properties(cls))
        yield from _own_members(cls)
        yield from _taken(_inner_classes(cls))


class _Stub:
    def __init__(self, names: Names) -> None:
        self._names = names
        self._arguments = Arguments(names)

    def of(self, cls: type, indent: str = "") -> Iterator[str]:
        """The lines of *cls*, with a blank one in front."""
        inner = indent + INDENT
        body = [*self._members(cls, inner), *self._classes(cls, inner), *self._properties(cls, inner)]
        methods = list(self._methods(cls, inner))
        about = list(docstring(inspect.cleandoc(cls.__dict__.get("__doc__") or ""), inner))
        bases = ", ".join(self._base(base, cls) for base in cls.__bases__)
        empty = not (about or body or methods)
        yield ""
        yield f"{indent}class {cls.__name__}({bases}):{' ...' if empty else ''}"
        yield from about
        yield from ([""] if about and (body or methods) and body[:1] != [""] else [])
        yield from (body if about else body[body[:1] == [""] :])
        yield from ([""] if body and methods else [])
        yield from methods

    def _base(self, base: type, cls: type) -> str:
        """Return the text for *base* in the header of *cls*; the items of an array may be stated by a keyword there."""
        items: typing.Any = declaration_of(cls).items
        if base is not ListSchema or items is None:
            return value_type(base, self._names)
        return f"{self._names.of(base)}[{value_type(items, self._names)}]"

    def _members(self, cls: type, indent: str) -> Iterator[str]:
        for name, constant in _own_members(cls).items():
            shown = quoted(constant) if isinstance(constant, str) else repr(constant)
            plain = isinstance(constant, (str, int, float, NoneType))
            yield f"{indent}{name} = {self._names.add('flat_api.schemas', 'value')}({shown if plain else '...'})"

    def _classes(self, cls: type, indent: str) -> Iterator[str]:
        for inner in _inner_classes(cls):
            yield from self.of(inner, indent)

    def _properties(self, cls: type, indent: str) -> Iterator[str]:
        own = _own_properties(cls)
        if own and any(_inner_classes(cls)):
            yield ""
        for entry in own:
            held = value_type(entry.schema, self._names)
            yield f"{indent}{entry.attribute}: {self._names.add('flat_api.schemas', 'Property')}[{held}]"
            yield from docstring(entry.description, indent)

    def _methods(self, cls: type, indent: str) -> Iterator[str]:
        """The constructor and `replace` of a class of objects that has properties."""
        declaration = declaration_of(cls)
        if declaration.types != frozenset({frozendict}) or not declaration.properties:
            return
        required, optional = self._keywords(cls)
        names = {name for name, _ in (*required, *optional)}
        this, data = _free("self", names), f"{_free('data', names)}: {any_mapping(self._names)}"
        setting = (f"_configuration: {self._names.add('flat_api.configuration', 'Configuration')} | None = ...",)
        settings = () if "_configuration" in names else setting
        loose = [f"{name}: {wanted} = ..." for name, wanted in required]
        strict = [f"{name}: {wanted}" for name, wanted in required]
        others = [f"{name}: {wanted} = ..." for name, wanted in optional]
        if required:
            overload = f"{indent}@{self._names.add('typing', 'overload')}"
            yield overload
            yield from method("__init__", [this, data, "/", "*", *loose, *others, *settings], "None", " ...", indent)
            yield overload
            yield from method("__init__", [this, "*", *strict, *others, *settings], "None", " ...", indent)
        else:
            yield from method("__init__", [this, f"{data} = ...", "/", "*", *others, *settings], "None", " ...", indent)
        yield from method("replace", [this, "*", *loose, *others], self._names.add("typing", "Self"), " ...", indent)

    def _keywords(self, cls: type) -> tuple[list[Argument], list[Argument]]:
        """The keywords of a call, those that must be there and the others, with what may be passed for them.

        A property whose key and Python name are both good for a keyword may be given under either, so neither of the
        two must be there.
        """
        required, optional = list[Argument](), list[Argument]()
        for key, entry in declaration_of(cls).properties.items():
            wanted = self._arguments.of(entry.schema)
            names = [name for name in dict.fromkeys((entry.attribute, key)) if _is_keyword(name)]
            if entry.required and not entry.read_only and len(names) == 1:
                required.append((names[0], wanted))
            else:
                unset = self._names.add("flat_api.schemas", "Unset")
                optional += [(name, union([*split(wanted, " | "), unset])) for name in names]
        return required, optional


def _is_keyword(name: str) -> bool:
    """Return whether a call can have a keyword of this *name*; Python normalizes those in source (NFKC)."""
    return name.isidentifier() and not keyword.iskeyword(name) and unicodedata.normalize("NFKC", name) == name


def _free(name: str, taken: set[str]) -> str:
    """*name*, for a parameter that is passed by its place, with underscores where a keyword is called like it."""
    while name in taken:
        name = f"_{name}"
    return name
