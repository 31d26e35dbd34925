"""Parsed JSON, told apart for type checkers."""

from __future__ import annotations

import math
import typing

Json = typing.Any
"""Parsed JSON: dict, list, str, int, float, bool or None."""

LEVELS = 90
"""How deeply values may be nested in a document: Python parses at most 200 brackets in each other."""

DIGITS = 1_000
"""How many digits an integer may have."""


def is_object(value: Json) -> typing.TypeGuard[dict[str, Json]]:
    """Return whether *value* is a JSON object."""
    return isinstance(value, dict)


def is_array(value: Json) -> typing.TypeGuard[list[Json]]:
    """Return whether *value* is a JSON array."""
    return isinstance(value, list)


def identity(value: Json) -> typing.Hashable:
    """Return what is equal for values that are equal in JSON, where ``1`` is ``1.0`` and not true."""
    if is_array(value):
        return ("array", *map(identity, value))
    if is_object(value):
        return frozenset((key, identity(entry)) for key, entry in value.items())
    return ("boolean", value) if isinstance(value, bool) else typing.cast(typing.Hashable, value)


def same(one: Json, other: Json) -> bool:
    """Return whether two values are equal in JSON."""
    return identity(one) == identity(other)


def common(values: list[Json], others: list[Json], *, is_common: bool = True) -> list[Json]:
    """Return the *values* that are among the *others* too; without *is_common*, those that are not."""
    known = set(map(identity, others))
    return [value for value in values if (identity(value) in known) == is_common]


def is_finite(value: Json) -> bool:
    """Return whether no number in *value* is too large for a float, as ``1e400`` is."""
    return all(map(is_finite, members(value))) and (not isinstance(value, float) or math.isfinite(value))


def integer(text: str) -> int:
    """Return the integer that *text* is; ``0o17`` and ``0x1F`` are those of YAML.

    Raises `ValueError` for one of more than `DIGITS` digits.
    """
    if len(text) > DIGITS:
        raise ValueError(f"the integer {text[:17]}... has more than {DIGITS:,} digits")
    return int(text, {"0o": 8, "0x": 16}.get(text[:2], 10))


def number(text: str) -> float:
    """Return the number that *text* is. Raises `ValueError` for one that no float can hold, such as ``1e400``."""
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(f"the number {text if len(text) <= 20 else f'{text[:17]}...'} is out of range")
    return value


def measured(value: Json, known: dict[int, tuple[int, int]]) -> tuple[int, int]:
    """Return how many levels *value* has, and how many values it is made of; what stands in two places counts twice.

    *known* remembers these for each object and list, by its id, and so has one entry for each in the end.
    """
    if not (is_object(value) or is_array(value)):
        return 0, 1
    if id(value) not in known:
        inner = [measured(entry, known) for entry in members(value)]
        known[id(value)] = 1 + max((levels for levels, _ in inner), default=0), 1 + sum(size for _, size in inner)
    return known[id(value)]


def members(value: Json) -> list[Json]:
    """Return the values in *value*, an object or list; none in another value."""
    return list(value.values()) if is_object(value) else value if is_array(value) else []


def containers(value: Json) -> int:
    """Return the number of objects and lists in *value*; one that stands in two places counts once."""
    seen: set[int] = set()
    waiting = [value]
    while waiting:
        entry = waiting.pop()
        if (is_object(entry) or is_array(entry)) and id(entry) not in seen:
            seen.add(id(entry))
            waiting += members(entry)
    return len(seen)


def brief(value: Json) -> str:
    """*value* as an error message shows it."""
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
