"""Facts as expressions: what stands between the brackets of ``optional(...)``."""

from __future__ import annotations

import abc
import re
import typing

from . import _names, _text
from ._normal import CLASSES, COMPOSITION, FORMATS, LIMITS, Facts, bare, without_null

if typing.TYPE_CHECKING:
    from ._module import Module

_WORDS = tuple(dict.fromkeys(word for words in LIMITS.values() for word in words))
_CHOICES = {"allOf": "Part", "oneOf": "Option", "anyOf": "Option"}


def snake_word(word: str) -> str:
    """A word of JSON Schema as our keyword: ``maxLength`` is ``max_length``."""
    return re.sub(r"(?<=[a-z])([A-Z])", r"_\1", word).lower()


def base_name(facts: Facts) -> str:
    """The schema class of the runtime that *facts* start from."""
    if "type" not in facts:
        return "ComposedSchema" if is_composed(facts) else "AnyTypeSchema"
    return FORMATS.get(facts["type"], {}).get(facts.get("format", ""), CLASSES[facts["type"]])


def is_composed(facts: Facts) -> bool:
    """Return whether other schemas have a say."""
    return any(word in facts for word in (*COMPOSITION, "not", "discriminator"))


def item_name(name: str) -> str:
    """Return what the class of the items of a list called *name* is called."""
    return _names.singular(name) or f"{name}Item"


class Expressions(abc.ABC):
    """Writes facts as expressions; the classes that these name are added to the scope."""

    def __init__(self, module: Module) -> None:
        self.module = module

    @abc.abstractmethod
    def add(self, wanted: str, facts: Facts) -> str:
        """Define a class in this scope, and return its name."""

    def has_class(self, facts: Facts) -> bool:
        """Return whether *facts* need a class statement: those with members or properties do.

        So do those that allow null and other schemas together: `nullable` would let null past the other schemas.
        """
        null = facts.get("nullable", False) and is_composed(facts)
        return "ref" not in facts and ("enum" in facts or "properties" in facts or null)

    def expression(self, facts: Facts, wanted: str) -> _text.Node:
        """The expression for *facts*. A class that it needs is called *wanted* if that name is free."""
        if "ref" in facts:
            return self.module.reference(facts["ref"])
        if facts.get("nullable") and not is_composed(facts):
            return _text.call(self.module.use("nullable"), self.expression(without_null(facts), wanted))
        return self.add(wanted, facts) if self.has_class(facts) else self._inline(facts, wanted)

    def annotation(self, facts: Facts) -> str | None:
        """The type of values where a `ref` would hide it from type checkers; None where it doesn't."""
        if "ref" in facts:
            return self.module.type_name(facts["ref"]) if self.module.is_lazy(facts["ref"]) else None
        items = self.annotation(facts["items"]) if facts.get("type") == "array" and "items" in facts else None
        if items is None:
            return None
        null = f" | {self.module.use('NoneSchema')}" if facts.get("nullable") else ""
        return f"{self.module.use('ListSchema')}[{items}]{null}"

    def _inline(self, facts: Facts, wanted: str) -> _text.Node:
        if bare(facts) == {"not": {}}:
            return self.module.use("NotAnyTypeSchema")
        keywords = self.keywords(facts, wanted)
        if facts.get("type") == "array":
            items = keywords.pop("items", None) or self.module.use("AnyTypeSchema")
            return _text.call(self.module.use("list_of"), items, **keywords)
        if facts.get("type") == "object" and isinstance(facts.get("additionalProperties"), dict):
            return _text.call(self.module.use("map_of"), keywords.pop("additional"), **keywords)
        for word in COMPOSITION:
            if word in facts and "type" not in facts:
                branches = typing.cast(_text.Call, keywords.pop(snake_word(word))).parts
                return _text.call(self.module.use(snake_word(word)), *(part.node for part in branches), **keywords)
        base = self.module.use(base_name(facts))
        return _text.call(f"{base}.where", **keywords) if keywords else base

    def keywords(self, facts: Facts, wanted: str) -> dict[str, _text.Node]:
        """The limits of *facts*, and the other schemas they mention, as class keywords."""
        found: dict[str, _text.Node] = {
            snake_word(word): _limit(facts[word], word) for word in _WORDS if word in facts
        }
        if "extensible" in facts or "extensible" in facts.get("discriminator", {}):
            found["extensible"] = "True"
        if "default" in facts:
            found["default"] = _text.literal(facts["default"])
        if "items" in facts:
            found["items"] = self.expression(facts["items"], item_name(wanted))
        if "additionalProperties" in facts:
            extra = facts["additionalProperties"]
            found["additional"] = "False" if extra is False else self.expression(extra, f"{wanted}Value")
        for word in COMPOSITION:
            if word in facts:
                found[snake_word(word)] = self._branches(facts[word], f"{wanted}{_CHOICES[word]}")
        if "not" in facts:
            found["not_schema"] = self.expression(facts["not"], f"{wanted}Excluded")
        if "discriminator" in facts:
            found["discriminator"] = self._discriminator(facts["discriminator"], f"{wanted}Option")
        return found

    def _branches(self, branches: list[Facts], wanted: str) -> _text.Node:
        return _text.display(*(self.expression(entry, f"{wanted}{n}") for n, entry in enumerate(branches, 1)))

    def _discriminator(self, facts: Facts, wanted: str) -> _text.Node:
        mapping = {value: self.expression(entry, wanted) for value, entry in facts["mapping"].items()}
        return _text.mapping({facts["property"]: _text.mapping(mapping)})


def _limit(limit: typing.Any, word: str) -> str:
    return _text.quoted(limit[0], raw=True) if word == "pattern" else repr(limit)
