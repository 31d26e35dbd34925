"""One difference between two schemas: where it is, and which side accepts more there, word by word."""

from __future__ import annotations

import decimal
import json
import typing

from ._json import common, is_array, same
from ._normal import LIMITS, LOWER, UPPER, Facts

DOCUMENT, DECLARED, BOTH = "document", "declared", "both"
"""Which side has more, or accepts more; `BOTH` where each has what the other lacks."""

WIDER = {"integer": "number", "int32": "int64", "float": "double"}
"""The type or format that the values of another one have as well."""

_TURNED = {DOCUMENT: DECLARED, DECLARED: DOCUMENT, BOTH: BOTH}
_LIMITS = tuple(dict.fromkeys(word for words in LIMITS.values() for word in words))


class Row(typing.NamedTuple):
    """One difference: at which *place* in a schema or operation, *what* differs, and what the two sides have, as text.

    *wider* is the side that has more. *hurts* tells whether values of that side are rejected by the other; *needed*,
    whether the document wants something that the declarations don't know of.
    """

    place: str
    what: str
    document: str
    declared: str
    wider: str
    hurts: bool = True
    needed: bool = False


def presence(place: str, what: str, text: str, in_document: bool, *, hurts: bool = False, needed: bool = False) -> Row:
    """Return the row for something, shown as *text*, that only one side has."""
    if in_document:
        return Row(place, what, text, "-", DOCUMENT, hurts, needed)
    return Row(place, what, "-", text, DECLARED, hurts, needed)


def unequal(place: str, what: str, theirs: bool, ours: bool, wider: str) -> list[Row]:
    """Return the row for something that is either so or not, where it is on one side only; *wider* has more there."""
    if theirs == ours:
        return []
    return [Row(place, what, "yes" if theirs else "no", "yes" if ours else "no", wider)]


def kind(facts: Facts) -> str:
    """Return what sort of schema *facts* describe: a type, the component that it refers to, or several of them."""
    if "ref" in facts or "type" in facts:
        return str(facts.get("ref", facts.get("type")))
    branches: list[Facts] = facts.get("oneOf") or facts.get("anyOf") or []
    return " or ".join(dict.fromkeys(map(kind, branches))) or "any"


def limits(place: str, document: Facts, declared: Facts) -> typing.Iterator[Row]:
    if bool(document.get("nullable")) != bool(declared.get("nullable")):
        yield presence(place, "nullable", "yes", bool(document.get("nullable")), hurts=True)
    for word in ("format", *_LIMITS):
        theirs, ours = document.get(word), declared.get(word)
        if not same(theirs, ours):
            yield Row(place, word, _limit(theirs), _limit(ours), _looser(word, theirs, ours))


def _looser(word: str, theirs: typing.Any, ours: typing.Any) -> str:
    """The side whose limit, named *word*, accepts more."""
    if theirs is None or ours is None:
        return missing(theirs, ours)
    if word in UPPER or word in LOWER:
        return DOCUMENT if (theirs > ours) == (word in UPPER) else DECLARED
    if word == "multipleOf":
        one, other = (abs(decimal.Decimal(str(value))) for value in (theirs, ours))
        return DECLARED if other and not one % other else DOCUMENT if one and not other % one else BOTH
    if word == "pattern":
        return DECLARED if set(ours) < set(theirs) else DOCUMENT if set(theirs) < set(ours) else BOTH
    if word == "format":
        return DECLARED if WIDER.get(theirs) == ours else DOCUMENT if WIDER.get(ours) == theirs else BOTH
    return BOTH


def missing(theirs: typing.Any, ours: typing.Any) -> str:
    """The side without a limit."""
    return DOCUMENT if theirs is None else DECLARED if ours is None else BOTH


def enum(place: str, document: Facts, declared: Facts) -> typing.Iterator[Row]:
    theirs, ours = document.get("enum"), declared.get("enum")
    if (theirs is None) != (ours is None):
        closed = not (declared if theirs is None else document).get("extensible")
        row = presence(place, "enum", _values(theirs or ours or []), ours is None)
        yield row._replace(wider=_TURNED[row.wider], hurts=True) if closed else row
    elif theirs is not None and ours is not None:
        open_sides = document.get("extensible", False), declared.get("extensible", False)
        yield from unequal(place, "extensible", *open_sides, DOCUMENT if open_sides[0] else DECLARED)
        new, gone = common(theirs, ours, is_common=False), common(ours, theirs, is_common=False)
        if "type" in document:  # where null is possible, `nullable` has told it
            new, gone = ([value for value in values if value is not None] for values in (new, gone))
        yield from (presence(place, "enum value", _value(value), True, hurts=not open_sides[1]) for value in new)
        yield from (presence(place, "enum value", _value(value), False) for value in gone)


def discriminators(place: str, document: Facts, declared: Facts) -> typing.Iterator[Row]:
    theirs, ours = document.get("discriminator"), declared.get("discriminator")
    if _mapped(theirs) == _mapped(ours):
        return
    wider = missing(theirs, ours)
    if theirs and ours and theirs["property"] == ours["property"]:
        one, other = ({*side["mapping"], *_others(side)} for side in (theirs, ours))
        wider = DECLARED if one < other else DOCUMENT if other < one else BOTH
    yield Row(place, "discriminator", _mapped(theirs), _mapped(ours), wider)


def _mapped(discriminator: Facts | None) -> str:
    if discriminator is None:
        return "-"
    entries = [f"{value}={kind(facts)}" for value, facts in sorted(discriminator["mapping"].items())]
    return f"{discriminator['property']}: {', '.join([*entries, *_others(discriminator)])}"


def _others(discriminator: Facts) -> list[str]:
    """An ellipsis, where values are possible that are not in the mapping."""
    return ["..."] if discriminator.get("extensible") else []


def _limit(value: typing.Any) -> str:
    if is_array(value):
        return ", ".join(map(str, value))
    return "-" if value is None else "yes" if value is True else str(value)


def _values(values: list[typing.Any]) -> str:
    return ", ".join(map(_value, values))


def _value(value: typing.Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
