"""Facts as class definitions: headers, enum members, properties."""

from __future__ import annotations

import typing

from .. import schemas
from . import _names, _text
from ._expressions import Expressions, base_name, is_composed, item_name
from ._normal import DIRECTIONS, Facts, bare, parts

if typing.TYPE_CHECKING:
    from ._module import Module

_MIXINS = {
    "string": "NoneStrMixin",
    "number": "NoneDecimalMixin",
    "integer": "NoneDecimalMixin",
    "boolean": "NoneBoolMixin",
    "array": "NoneTupleMixin",
    "object": "NoneFrozenDictMixin",
}


class ClassPrinter(Expressions):
    """Writes the classes of one scope, a module or a class body, into `lines`.

    *taken* are the names that mean something else there, *kept* those that people gave to classes of this scope.
    """

    def __init__(self, module: Module, taken: set[str], kept: set[str], indent: str = "") -> None:
        super().__init__(module)
        self.lines: list[str] = []
        self._taken = taken
        self._kept = kept
        self._indent = indent

    def add(self, wanted: str, facts: Facts) -> str:
        """Define a class in this scope, and return its name: what it was called before, or *wanted*, made free."""
        name = str(facts.get("class") or wanted)
        if name in self._taken or ("class" not in facts and name in self._kept):
            name = _names.unique(f"{name}Schema", self._taken | self._kept)
        self._taken.add(name)
        self.define(name, facts)
        return name

    def define(self, name: str, facts: Facts) -> None:
        """Write the class *name*."""
        header = self._header(name, facts)  # may write classes that the header needs
        if self.lines:
            self.lines += [""] if self._indent else ["", ""]
        self.lines += _text.laid_out(f"class {name}", header, ":", self._indent)
        inner = self._indent + _text.INDENT
        text = _text.docstring(facts["description"], inner) if facts.get("description") else []
        body = self._body(facts, inner)
        self.lines += [*text, *([""] if text and body else []), *body] or [f"{inner}pass"]

    def _header(self, name: str, facts: Facts) -> _text.Node:
        """The bases and keywords of a class, in brackets."""
        if "ref" in facts:
            return _text.call("", self.module.reference(facts["ref"], eager=True))
        bases = [self.module.use(base) for base in _bases(facts)]
        if facts.get("type") != "array" or "nullable" in facts:
            return _text.call("", *bases, **self.keywords(facts, name))
        items = facts.get("items", {})
        bases[-1] += f"[{self._item(items, name)}]"
        lazy = "ref" in items and self.module.is_lazy(items["ref"])
        return _text.call("", *bases, **self.keywords(facts if lazy else _without_items(facts), name))

    def _item(self, facts: Facts, name: str) -> str:
        """Return the name of the class of items of the list *name*; ``ListSchema[...]`` takes a name alone."""
        if "ref" in facts and self.module.is_lazy(facts["ref"]):
            self.module.needs.add("typing")
            return "typing.Any"
        if "ref" in facts or (set(bare(facts)) <= {"type", "format"} and facts.get("type") != "array"):
            return _text.flat(self.expression(facts, name))
        return self.add(item_name(name), facts)

    def _body(self, facts: Facts, indent: str) -> list[str]:
        members = self._enum(facts, indent) if "enum" in facts else []
        return members + (self._properties(facts, indent) if "properties" in facts else [])

    def _properties(self, facts: Facts, indent: str) -> list[str]:
        attributes = self._attributes(facts)
        taken = {*self._outer_names(facts), *attributes.values()}
        scope = ClassPrinter(self.module, taken, set(kept_names(facts)), indent)
        required = facts.get("required", ())
        # The earlier generator put required properties first, though only in components.
        ordered = sorted(facts["properties"], key=lambda key: not self._indent and key not in required)
        properties = [
            line
            for key in ordered
            for line in scope.property_lines(key, attributes[key], facts["properties"][key], key in required)
        ]
        return [*scope.lines, *([""] if scope.lines else []), *properties]

    def _outer_names(self, facts: Facts) -> set[str]:
        """The names that nothing in the body of a class may have."""
        # An object may be nullable where it is used, so it leaves the names of nullable ones free.
        bases: list[type] = [getattr(schemas, base_name(facts)), schemas.DictSchema, schemas.NoneBase]
        inherited = {name for base in bases for name in (*dir(base), *dir(type(base)))}  # those of the metaclass too
        return {*inherited, *_names.VOCABULARY, *self.module.models}

    def _attributes(self, facts: Facts) -> dict[str, str]:
        """The Python name of each property: what it was called before, or the first that is free."""
        taken = self._outer_names(facts)
        attributes: dict[str, str] = {}
        known = {key: entry["attribute"] for key, entry in facts["properties"].items() if "attribute" in entry}
        plain = {key for key in facts["properties"] if _names.attribute(key, taken) == key}
        for key in sorted(facts["properties"], key=lambda key: (key not in known, key not in plain)):
            attributes[key] = known.get(key) or _names.attribute(key, taken)
            taken.add(attributes[key])
        return attributes

    def property_lines(self, key: str, attribute: str, facts: Facts, required: bool) -> list[str]:
        """The declaration of one property, and before it in this scope the classes it needs."""
        facts, default = default_apart(facts)
        directions = {name: "True" for word, name in DIRECTIONS.items() if word in facts}
        facts = {word: entry for word, entry in facts.items() if word not in DIRECTIONS}
        node = self.expression(facts, _names.camel(key))
        said = facts.get("about") or ("" if self.has_class(facts) else facts.get("description"))
        description = [_text.Text(said)] if said else []
        named = _text.quoted(key) if attribute != key else None
        word = self.module.use("required" if required else "optional")
        annotation = self.annotation(facts)
        typed = f': {self.module.use("Property")}["{annotation}"]' if annotation else ""
        known = None if required else default
        statement = _text.call(word, node, *description, key=named, default=known, **directions)
        return _text.laid_out(f"{attribute}{typed} = ", statement, "", self._indent)

    def _enum(self, facts: Facts, indent: str) -> list[str]:
        known: list[str | None] = facts.get("members") or [None] * len(facts["enum"])
        taken = {name for name in known if name}
        lines: list[str] = []
        for value, name in zip(facts["enum"], known):
            name = name or _names.unique(_names.member(value), taken)
            taken.add(name)
            source = _text.literal(value)
            self.module.needs.update({"frozendict"} if "frozendict[" in source else ())
            lines.append(f"{indent}{name} = {self.module.use('value')}({source})")
        return lines


def default_apart(facts: Facts) -> tuple[Facts, str | None]:
    """*facts* without their default, and the default as source, None where there is none."""
    rest = {word: entry for word, entry in facts.items() if word != "default"}
    return rest, _text.literal(facts["default"]) if "default" in facts else None


def kept_names(facts: Facts) -> typing.Iterator[str]:
    """The names that people gave to the classes that belong into the scope of *facts*."""
    for part in parts(facts).values():
        if "class" in part:
            yield part["class"]
        else:
            yield from kept_names(part)


def _without_items(facts: Facts) -> Facts:
    return {word: entry for word, entry in facts.items() if word != "items"}


def _bases(facts: Facts) -> list[str]:
    """The names of the bases of a class."""
    front = ["EnumBase"] if "enum" in facts else ["ComposedBase"] if is_composed(facts) and "type" in facts else []
    if not facts.get("nullable"):
        return [*front, base_name(facts)]
    parts = [base.__name__ for base in getattr(schemas, base_name(facts)).__mro__]
    kept = [name for name in parts if name.endswith("Base") and name != "ValidatorBase"]
    return [*front, *kept, "NoneBase", "Schema", _MIXINS[facts["type"]]]
