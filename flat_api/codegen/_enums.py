"""The ``enum`` of a schema object as facts."""

from __future__ import annotations

from ._errors import DocumentError
from ._json import Json, is_finite, same
from ._normal import Facts

_TYPES: dict[type, str] = {
    bool: "boolean",
    int: "number",
    float: "number",
    str: "string",
    list: "array",
    dict: "object",
    type(None): "null",
}


def enum_facts(values: list[Json], facts: Facts, place: str) -> Facts:
    """*facts* of a schema, with its *values*: those that its type rules out are left out, a type they imply is named.

    Null is possible where it is one of the values, and comes last. Raises `DocumentError` at *place* where there is no
    value, or an infinite one.
    """
    if not values or not is_finite(values):
        raise DocumentError(place, "finite numbers are wanted" if values else "at least one value is wanted")
    different = _different(values)
    typed = facts if "type" in facts else {**facts, **_implied(different)}
    possible = _possible(different, typed)
    if not possible:
        return {"not": {}}
    plain = {word: entry for word, entry in typed.items() if word != "nullable" or None in possible}
    if "type" not in plain and _mixes(possible):
        return {"anyOf": [{**plain, "enum": group} for group in _groups(possible)]}
    return {**plain, "enum": possible}


def _different(values: list[Json]) -> list[Json]:
    """*values* without repetitions, null last."""
    found: list[Json] = []
    for value in values:
        if not any(same(value, other) for other in found):
            found.append(value)
    return [value for value in found if value is not None] + [None] * (None in values)


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
    """Whether a boolean and a number are among *values* that Python takes for the same."""
    return len({*map(bool, _booleans(values))} & {value for value in values if type(value) in (int, float)}) > 0


def _booleans(values: list[Json]) -> list[bool]:
    return [value for value in values if isinstance(value, bool)]


def _groups(values: list[Json]) -> list[list[Json]]:
    """*values* in two groups, of which no two values are equal in Python."""
    return [[value for value in values if not isinstance(value, bool)], list(_booleans(values))]
