"""Parsed JSON, told apart for type checkers."""

from __future__ import annotations

import math
import typing

Json = typing.Any
"""Parsed JSON: dict, list, str, int, float, bool or None."""


def is_object(value: Json) -> typing.TypeGuard[dict[str, Json]]:
    """Whether *value* is a JSON object."""
    return isinstance(value, dict)


def is_array(value: Json) -> typing.TypeGuard[list[Json]]:
    """Whether *value* is a JSON array."""
    return isinstance(value, list)


def same(one: Json, other: Json) -> bool:
    """Whether two values are equal in JSON, where ``1`` is not true."""
    if is_array(one) and is_array(other):
        return len(one) == len(other) and all(map(same, one, other))
    if is_object(one) and is_object(other):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    return isinstance(one, bool) == isinstance(other, bool) and one == other


def is_finite(value: Json) -> bool:
    """Whether no number in *value* is too large for a float, as ``1e400`` is."""
    inner: list[Json] = value if is_array(value) else list(value.values()) if is_object(value) else []
    return all(map(is_finite, inner)) and (not isinstance(value, float) or math.isfinite(value))


def brief(value: Json) -> str:
    """*value* as an error message shows it."""
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
