"""Where two sets of components differ."""

from __future__ import annotations

import json
import typing

from ._json import is_array, is_object, same
from ._normal import COMPOSITION, LIMITS, Facts

Components = typing.Mapping[str, Facts]
_LIMITS = tuple(dict.fromkeys(word for words in LIMITS.values() for word in words))


class Difference(typing.NamedTuple):
    """One difference: in which *schema*, at which *property* (empty: the schema itself), *what* differs.

    *document* and *declared* are what the two sides have, as text; `"-"` is nothing.
    """

    schema: str
    property: str
    what: str
    document: str
    declared: str


def differences(document: Components, declared: Components) -> list[Difference]:
    """Everything in which the two sides differ, in the order of the document."""
    found: list[Difference] = []
    for name in dict.fromkeys([*document, *declared]):
        if name in document and name in declared:
            found += schema_differences(name, "", document[name], declared[name])
        else:
            found.append(Difference(name, "", "model", *_there(name in document, name in declared)))
    return found


def schema_differences(name: str, path: str, document: Facts, declared: Facts) -> typing.Iterator[Difference]:
    """The differences of the schemas at *path* in the component *name*."""
    kinds = kind(document), kind(declared)
    if kinds[0] != kinds[1]:
        yield Difference(name, path, "type", *kinds)
        if set(kinds) != {"integer", "number"}:  # the rest has nothing in common
            return
    for word in ("format", "nullable", "extensible", *_LIMITS):
        if not same(document.get(word), declared.get(word)):
            yield Difference(name, path, word, _limit(document.get(word)), _limit(declared.get(word)))
    yield from _enum(name, path, document, declared)
    yield from _properties(name, path, document, declared)
    yield from _single(name, path, document, declared)
    yield from _composition(name, path, document, declared)
    yield from _discriminator(name, path, document, declared)


def kind(facts: Facts) -> str:
    """What sort of schema *facts* describe: its type, or the component that it refers to."""
    return str(facts["ref"]) if "ref" in facts else str(facts.get("type", "any"))


def _enum(name: str, path: str, document: Facts, declared: Facts) -> typing.Iterator[Difference]:
    ours, theirs = declared.get("enum"), document.get("enum")
    if ours is None or theirs is None:
        if ours is not theirs:
            yield Difference(name, path, "enum", _values(theirs), _values(ours))
        return
    for value in theirs:
        if not any(same(value, other) for other in ours):
            yield Difference(name, path, "enum value", _value(value), "-")
    for value in ours:
        if not any(same(value, other) for other in theirs):
            yield Difference(name, path, "enum value", "-", _value(value))


def _properties(name: str, path: str, document: Facts, declared: Facts) -> typing.Iterator[Difference]:
    theirs, ours = document.get("properties", {}), declared.get("properties", {})
    for key in dict.fromkeys([*theirs, *ours]):
        place = f"{path}.{key}" if path else key
        if key not in theirs or key not in ours:
            text = kind(theirs.get(key) or ours[key])
            yield Difference(name, place, "property", text if key in theirs else "-", text if key in ours else "-")
            continue
        needed = ["yes" if key in side.get("required", ()) else "no" for side in (document, declared)]
        if needed[0] != needed[1]:
            yield Difference(name, place, "required", *needed)
        yield from schema_differences(name, place, theirs[key], ours[key])


def _single(name: str, path: str, document: Facts, declared: Facts) -> typing.Iterator[Difference]:
    """Differences in what there is one of: items, further properties, what is ruled out."""
    for word, ending in (("items", "[]"), ("additionalProperties", "{}"), ("not", "!")):
        theirs, ours = document.get(word), declared.get(word)
        if is_object(theirs) and is_object(ours):
            yield from schema_differences(name, path + ending, theirs, ours)
        elif theirs != ours:
            yield Difference(name, path, word, _part(theirs), _part(ours))


def _composition(name: str, path: str, document: Facts, declared: Facts) -> typing.Iterator[Difference]:
    for word in COMPOSITION:
        theirs, ours = document.get(word, []), declared.get(word, [])
        if len(theirs) != len(ours):
            yield Difference(name, path, word, _listed(theirs), _listed(ours))
            continue
        for index, pair in enumerate(zip(theirs, ours)):
            yield from schema_differences(name, f"{path}<{word} {index}>", *pair)


def _discriminator(name: str, path: str, document: Facts, declared: Facts) -> typing.Iterator[Difference]:
    theirs, ours = (_mapped(side.get("discriminator")) for side in (document, declared))
    if theirs != ours:
        yield Difference(name, path, "discriminator", theirs, ours)


def _mapped(discriminator: Facts | None) -> str:
    if discriminator is None:
        return "-"
    entries = ", ".join(f"{value}={kind(facts)}" for value, facts in sorted(discriminator["mapping"].items()))
    return f"{discriminator['property']}: {entries}"


def _there(*present: bool) -> list[str]:
    return ["yes" if entry else "-" for entry in present]


def _part(facts: typing.Any) -> str:
    """A schema that only one side has."""
    return "any" if facts is None else "none" if facts is False else kind(facts)


def _listed(branches: list[Facts]) -> str:
    return ", ".join(map(kind, branches)) or "-"


def _limit(value: typing.Any) -> str:
    if is_array(value):
        return ", ".join(map(str, value))
    return "-" if value is None else "yes" if value is True else str(value)


def _values(values: list[typing.Any] | None) -> str:
    return "-" if values is None else ", ".join(map(_value, values))


def _value(value: typing.Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
