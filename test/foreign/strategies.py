"""Values near what a described schema takes: mostly right, with something wrong now and then."""

from __future__ import annotations

import ast
from typing import Any

from hypothesis import strategies as st

from .models import MODELS
from .printer import LEFT, Ref, Shape

DEEPEST = 3

WORDS = st.sampled_from(
    ["", "a", "cheese", "2020-01-02", "2020-01-02T03:04:05Z", "Cat", "Cage", "12.5", "eur", "placed"]
)
NUMBERS = st.sampled_from([0, 1, 9, 10, 12.5, 15, 65.0, -1, 2**40, 1.5, 1e30])
SCALARS = st.one_of(WORDS, NUMBERS, st.booleans(), st.none())
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["a", "species", "name"]), inner, max_size=2)
    ),
    max_leaves=4,
)

BY_TYPE: dict[str | None, st.SearchStrategy[Any]] = {
    "string": WORDS,
    "integer": NUMBERS,
    "number": NUMBERS,
    "boolean": st.booleans(),
    "null": st.none(),
    None: ANYTHING,
}


def near(shape: Shape | Ref, depth: int = 0) -> st.SearchStrategy[Any]:
    """Values near *shape*; beyond `DEEPEST` levels anything goes."""
    if isinstance(shape, Ref):
        return st.deferred(lambda: near(MODELS[shape.model], depth + 1)) if depth < DEEPEST else ANYTHING
    found = [_typed(shape, depth)] * 6 + [ANYTHING]
    for branches in (shape.one_of, shape.any_of, shape.all_of):
        found += [_both(near(branch, depth), shape, depth) for branch in branches or ()]
    if shape.nullable:
        found.append(st.none())
    return st.one_of(found)


def _typed(shape: Shape, depth: int) -> st.SearchStrategy[Any]:
    if shape.enum:
        values = [ast.literal_eval(key.replace(LEFT, "")) for key in shape.enum if not key.startswith("schemas.")]
        return st.sampled_from(values or [True, None])
    if shape.type == "array":
        return st.lists(ANYTHING if shape.items is None else near(shape.items, depth + 1), max_size=3)
    if shape.type == "object" or shape.properties is not None:
        return _object(shape, depth)
    return BY_TYPE[shape.type]


def _object(shape: Shape, depth: int) -> st.SearchStrategy[Any]:
    members = {key: near(member, depth + 1) for key, member in (shape.properties or {}).items()}
    if shape.discriminator:
        members[shape.discriminator] = st.sampled_from([*shape.mapping, "nobody"])
    wanted = {key: members.pop(key) for key in shape.required if key in members}
    extra = ANYTHING if isinstance(shape.additional, bool) else near(shape.additional, depth + 1)
    names = st.dictionaries(st.sampled_from(["extra", "more"]), extra, max_size=1)
    declared = st.fixed_dictionaries(wanted, optional=members)
    return st.builds(lambda one, other: {**other, **one}, declared, names) if shape.additional else declared


def _both(branch: st.SearchStrategy[Any], shape: Shape, depth: int) -> st.SearchStrategy[Any]:
    """A value near a branch, with what the composed schema says of its own members."""
    own = _object(shape, depth) if shape.properties or shape.discriminator else st.just({})
    return st.builds(lambda one, other: {**one, **other} if isinstance(one, dict) else one, branch, own)
