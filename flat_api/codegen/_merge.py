"""Schemas without ``allOf``: one schema that says what its parts say together, so that it can be compared."""

from __future__ import annotations

import typing

from ._json import common, is_object, same
from ._normal import LOWER, UPPER, Facts, Way, bare, mapped

_NOTHING: Facts = {"not": {}}
"""The facts of a schema that no value is valid for."""

_APART = frozenset(["type", "nullable", "extensible", "properties", "required"])
"""What two schemas say together depends on more than what each says with such a word."""


class _NotOne(Exception):
    """Two schemas whose conjunction can't be written as one."""


class Merger:
    """Merges the ``allOf`` of schemas that refer to *components*."""

    def __init__(self, components: typing.Mapping[str, Facts]) -> None:
        self._components = {name: bare(facts) for name, facts in components.items()}
        self._merged: dict[str, Facts] = {}
        self._open: set[str] = set()

    def component(self, name: str) -> Facts:
        """Return the facts of the component *name* without ``allOf``, where that is possible."""
        if name not in self._merged:
            self._open.add(name)
            self._merged[name] = self._written_out(self._components[name])
            self._open.remove(name)
        return self._merged[name]

    def schema(self, facts: Facts, way: Way = ()) -> Facts:
        """Return *facts* without ``allOf`` and what only people need, at any depth.

        An ``allOf`` stays where its parts can't be said in one schema.
        """
        return self._written_out(bare(facts))

    def _written_out(self, facts: Facts, way: Way = ()) -> Facts:
        found = mapped(facts, self._written_out)
        merged = {word: entry for word, entry in found.items() if word != "allOf"}
        try:
            for branch in found.get("allOf", ()):
                merged = self._both(merged, branch)
        except _NotOne:
            return found
        return merged

    def _resolved(self, facts: Facts) -> Facts:
        """*facts*, or those of the component that they refer to, without its discriminator, which chooses another."""
        if "ref" not in facts:
            return facts
        if facts["ref"] in self._open:
            raise _NotOne
        found = self._resolved(self.component(facts["ref"]))
        return {word: entry for word, entry in found.items() if word != "discriminator"}

    def _both(self, one: Facts, other: Facts) -> Facts:
        """The facts of a schema for what both *one* and *other* accept."""
        if not other or one in (other, _NOTHING):
            return one
        if not one or other == _NOTHING:
            return other
        return self._conjunction(self._resolved(one), self._resolved(other))

    def _conjunction(self, one: Facts, other: Facts) -> Facts:
        types = {side["type"] for side in (one, other) if "type" in side}
        kind = "integer" if types == {"integer", "number"} else next(iter(types), None)
        if len(types) > 1 and types != {"integer", "number"}:
            return _NOTHING
        found = {word: self._word(word, one, other) for word in dict.fromkeys([*one, *other]) if word not in _APART}
        found |= {} if kind is None else {"type": kind}
        found |= {"nullable": True} if types and _agree("nullable", "type", one, other) else {}
        if "enum" in found:
            null = "type" not in found or "nullable" in found
            found["enum"] = [value for value in found["enum"] if value is not None or null]
            found |= {"extensible": True} if _agree("extensible", "enum", one, other) else {}
        return {**found, **self._members(one, other)} if found.get("enum") != [] else _NOTHING

    def _word(self, word: str, one: Facts, other: Facts) -> typing.Any:
        """Return what the two sides say with *word* together; at least one of them has it."""
        mine: typing.Any = one.get(word, other.get(word))
        yours: typing.Any = other.get(word, mine)
        if same(mine, yours):
            return mine
        if word in UPPER or word in LOWER:
            return min(mine, yours) if word in UPPER else max(mine, yours)
        if word == "pattern":
            return [*mine, *(entry for entry in yours if entry not in mine)]
        if word == "enum":
            return _values(one, other)
        if word in ("items", "additionalProperties"):
            return self._both(mine, yours) if is_object(mine) and is_object(yours) else False
        raise _NotOne

    def _members(self, one: Facts, other: Facts) -> Facts:
        """Properties of objects: one that only one side declares is what the other allows for others."""
        mine, yours = one.get("properties", {}), other.get("properties", {})
        properties = {**mine, **yours}
        for name in properties if _extra(one) or _extra(other) else mine.keys() & yours.keys():
            properties[name] = self._both(mine.get(name, _extra(one)), yours.get(name, _extra(other)))
        found = {"properties": properties, "required": sorted({*one.get("required", ()), *other.get("required", ())})}
        return {word: entry for word, entry in found.items() if entry}


def _agree(word: str, beside: str, *sides: Facts) -> bool:
    """Return whether *word* is true on each of the *sides* that has the word *beside*."""
    return all(side.get(word) for side in sides if beside in side)


def _extra(facts: Facts) -> Facts:
    """The schema that *facts* have for keys that they don't declare."""
    extra = facts.get("additionalProperties", {})
    return _NOTHING if extra is False else typing.cast(Facts, extra)


def _values(one: Facts, other: Facts) -> list[typing.Any]:
    """The values of an enum that are in those of both sides; an extensible enum has any."""
    if one.get("extensible"):
        one, other = other, one
    if other.get("extensible"):
        return list(one["enum"])
    return common(one["enum"], other["enum"])
