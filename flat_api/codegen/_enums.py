"""The ``enum`` of a schema object as facts."""

from __future__ import annotations

import collections
import typing

from ._errors import DocumentError, Notes
from ._json import Json, identity, is_array, is_finite, is_object
from ._normal import Facts

EXTENSIBLE = "x-extensible-enum"
"""The keyword for values that are known where others are possible (Zalando's RESTful API guidelines, rule 112)."""

_TYPES: dict[type, str] = {
    bool: "boolean",
    int: "number",
    float: "number",
    str: "string",
    list: "array",
    dict: "object",
    type(None): "null",
}


def enum_facts(values: list[Json], facts: Facts, place: str, notes: Notes) -> Facts:
    """Return *facts* of a schema with its *values*: without those that its type rules out, with a type they imply.

    Null comes last. It is a value where ``nullable`` allows it, although OpenAPI 3.0.3 wants it among the values too:
    *notes* then says so. Raises `DocumentError` at *place* where there is no value, or an infinite one.
    """
    if not values or not is_finite(values):
        raise DocumentError(place, "finite numbers are wanted" if values else "at least one value is wanted")
    different = _different(values)
    typed = facts if "type" in facts else {**facts, **_implied(different)}
    possible = _possible(different, typed)
    if not possible:
        return {"not": {}}
    if typed.get("nullable") and None not in possible:
        notes.add(place, "null is not among the values, but nullable allows it: it is accepted")
        possible.append(None)
    if _mixes(possible):
        return {"anyOf": [{**typed, "enum": group} for group in _groups(possible)]}
    return {**typed, "enum": possible}


def extensible_facts(values: list[Json], facts: Facts, place: str, notes: Notes) -> Facts:
    """Return *facts* of a schema with a type, with the *values* that are known of it; others are possible too.

    Raises `DocumentError` as `enum_facts`.
    """
    found = enum_facts([*values, *([None] if facts.get("nullable") else [])], facts, place, notes)
    return {**found, "extensible": True} if "enum" in found else facts


def _different(values: list[Json]) -> list[Json]:
    """*values* without repetitions, null last."""
    found = {identity(value): value for value in reversed(values)}
    return [value for value in reversed(found.values()) if value is not None] + [None] * (None in values)


def _implied(values: list[Json]) -> Facts:
    """The type that all *values* have."""
    kinds = {_TYPES[type(value)] for value in values}
    single = kinds if len(kinds) == 1 else kinds - {"null"}
    if len(single) != 1:
        return {}
    return {"type": next(iter(single)), **({"nullable": True} if kinds != single else {})}


def _possible(values: list[Json], facts: Facts) -> list[Json]:
    if "type" not in facts:
        return values
    wanted = {{"integer": "number"}.get(facts["type"], facts["type"]), *(["null"] if facts.get("nullable") else [])}
    return [value for value in values if _TYPES[type(value)] in wanted]


def _mixes(values: list[Json]) -> bool:
    """Return whether a boolean and a number, in two of *values*, make Python take these for the same."""
    return len(set(map(_in_python, values))) < len(values)


def _in_python(value: Json) -> typing.Hashable:
    """Return what is equal for values that are equal in Python, where 1 is true."""
    if is_array(value):
        return ("array", *map(_in_python, value))
    if is_object(value):
        return frozenset((key, _in_python(entry)) for key, entry in value.items())
    return typing.cast(typing.Hashable, value)


def _groups(values: list[Json]) -> list[list[Json]]:
    """*values* in groups, of which no two values are equal in Python: booleans are in one of their own."""
    groups: list[list[Json]] = []
    for is_boolean in (False, True):
        some = [value for value in values if isinstance(value, bool) == is_boolean]
        first = len(groups)
        seen: collections.Counter[typing.Hashable] = collections.Counter()
        for value in some:
            key = _in_python(value)
            if first + seen[key] == len(groups):
                groups.append([])
            groups[first + seen[key]].append(value)
            seen[key] += 1
    return groups
