"""Where two schemas differ, and which of them accepts more there."""

from __future__ import annotations

import decimal
import json
import typing

from ._json import is_array, is_object, same
from ._normal import COMPOSITION, LIMITS, LOWER, UPPER, Facts, bare, without_null

Components = typing.Mapping[str, Facts]

DOCUMENT, DECLARED, BOTH = "document", "declared", "both"
"""Which side has more, or accepts more; `BOTH` where each has what the other lacks."""

_TURNED = {DOCUMENT: DECLARED, DECLARED: DOCUMENT, BOTH: BOTH}
_LIMITS = tuple(dict.fromkeys(word for words in LIMITS.values() for word in words))
_WIDER = {"integer": "number", "int32": "int64", "float": "double"}
"""The type or format that the values of another one have as well."""


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


class Comparison:
    """Compares schemas that refer to the components *document* with schemas that refer to the components *declared*."""

    def __init__(self, document: Components, declared: Components) -> None:
        self._sides = document, declared
        self._known: dict[tuple[int, int], bool] = {}
        self._kept: list[tuple[Facts, Facts]] = []  # so that no id in `_known` is given away again
        self._turned = self

    def rows(self, document: Facts, declared: Facts, place: str = "") -> typing.Iterator[Row]:
        """Return the differences between the schemas *document* and *declared*, which stand at *place*."""
        if "ref" in document and document.get("ref") == declared.get("ref"):
            return
        types = {document.get("type"), declared.get("type")}
        numbers = types == {"integer", "number"}
        if "ref" in document or "ref" in declared or (len(types) > 1 and not numbers):
            wider = self._wider(document, declared)
            if wider:
                yield Row(place, "type", kind(document), kind(declared), wider)
            return
        if numbers:
            wider = DOCUMENT if document["type"] == "number" else DECLARED
            yield Row(place, "type", kind(document), kind(declared), wider)
        yield from _limits(place, document, declared)
        yield from _enum(place, document, declared)
        yield from self._properties(place, document, declared)
        yield from self._single(place, document, declared)
        yield from self._composition(place, document, declared)
        yield from _discriminator(place, document, declared)

    def _wider(self, document: Facts, declared: Facts) -> str:
        """The side that accepts more; empty where both accept the same."""
        theirs_in_ours, ours_in_theirs = self.accepts(document, declared), self.turned().accepts(declared, document)
        if theirs_in_ours and ours_in_theirs:
            return ""
        return DECLARED if theirs_in_ours else DOCUMENT if ours_in_theirs else BOTH

    def turned(self) -> Comparison:
        """Return the comparison that has the two sides change places."""
        if self._turned is self:
            self._turned = Comparison(*self._sides[::-1])
            self._turned._turned = self
        return self._turned

    def accepts(self, document: Facts, declared: Facts) -> bool:
        """Return whether *declared* accepts every value that *document* does, as far as their words tell.

        Schemas that contain themselves are compared once on each way: on the second, they are taken for alike.
        """
        key = id(document), id(declared)
        if key not in self._known:
            self._known[key] = True
            self._kept.append((document, declared))
            self._known[key] = self._accepts(document, declared)
        return self._known[key]

    def _accepts(self, document: Facts, declared: Facts) -> bool:
        if "ref" in document:
            return self.accepts(self._sides[0][document["ref"]], declared)
        if "ref" in declared:
            return self.accepts(document, self._sides[1][declared["ref"]])
        if not bare(declared) or bare(document) == {"not": {}}:
            return True
        for options in (_options(document), _options(document, null=True)):
            if options and all(self.accepts(option, declared) for option in options):
                return True
        options = _options(declared)
        if options and any(self.accepts(document, option) for option in options):
            return True
        if document.get("type") == "null" and (declared.get("nullable") or "type" not in declared):
            return "enum" not in declared or None in declared["enum"]
        if options or declared.get("type") not in (None, document.get("type"), _WIDER.get(document.get("type", ""))):
            return False
        if "type" in document:  # a schema without a type allows null
            null = declared.get("nullable", "type" not in declared)
            declared = {**declared, "type": document["type"], "nullable": null}
        return not any(row.hurts and row.wider != DECLARED for row in self.rows(document, declared))

    def _properties(self, place: str, document: Facts, declared: Facts) -> typing.Iterator[Row]:
        theirs, ours = document.get("properties", {}), declared.get("properties", {})
        for key in dict.fromkeys([*theirs, *ours]):
            where = f"{place}.{key}" if place else key
            needed = key in document.get("required", ()), key in declared.get("required", ())
            if key in theirs and key in ours:
                yield from unequal(where, "required", *needed, DECLARED if needed[0] else DOCUMENT)
                yield from self.rows(theirs[key], ours[key], where)
                continue
            text = f"{kind(theirs.get(key) or ours[key])}{', required' if any(needed) else ''}"
            if key in theirs:
                rejected = not self.accepts(theirs[key], _inner(declared, "additionalProperties"))
                yield presence(where, "property", text, True, hurts=rejected, needed=needed[0])
            else:
                row = presence(where, "property", text, False)
                yield row._replace(wider=DOCUMENT, hurts=True) if needed[1] else row

    def _single(self, place: str, document: Facts, declared: Facts) -> typing.Iterator[Row]:
        """Differences in what there is one of: items, further properties, what is ruled out."""
        for word, ending in (("items", "[]"), ("additionalProperties", "{}")):
            theirs, ours = document.get(word), declared.get(word)
            if is_object(theirs) and is_object(ours):
                yield from self.rows(theirs, ours, place + ending)
            elif theirs != ours:
                pair = _inner(document, word), _inner(declared, word)
                yield Row(place, word, _part(theirs), _part(ours), self._wider(*pair) or BOTH)
        theirs, ours = document.get("not"), declared.get("not")
        if (theirs and bare(theirs)) != (ours and bare(ours)):
            yield Row(place, "not", kind(theirs or {}), kind(ours or {}), _missing(theirs, ours))

    def _composition(self, place: str, document: Facts, declared: Facts) -> typing.Iterator[Row]:
        for word in COMPOSITION:
            branches = document.get(word, []), declared.get(word, [])
            theirs, ours = _unpaired(*branches)
            if len(theirs) == len(ours):
                for (index, one), (_, other) in zip(theirs, ours):
                    yield from self.rows(one, other, f"{place}<{word} {index}>")
            else:
                wider = self._wider(*({word: found} if found else {} for found in branches)) or BOTH
                yield Row(place, word, _listed(branches[0]), _listed(branches[1]), wider)


def kind(facts: Facts) -> str:
    """Return what sort of schema *facts* describe: a type, the component that it refers to, or several of them."""
    if "ref" in facts or "type" in facts:
        return str(facts.get("ref", facts.get("type")))
    branches: list[Facts] = facts.get("oneOf") or facts.get("anyOf") or []
    return " or ".join(dict.fromkeys(map(kind, branches))) or "any"


def _options(facts: Facts, *, null: bool = False) -> list[Facts]:
    """The schemas of which a value needs to fit one only, where nothing else is said; with *null*, null by itself."""
    if null:
        return [without_null(facts), {"type": "null"}] if facts.get("nullable") else []
    for word in ("oneOf", "anyOf"):
        if set(bare(facts)) - {"discriminator"} == {word}:
            return list(facts[word])
    return []


def _inner(facts: Facts, word: str) -> Facts:
    """The schema of the items of *facts*, or of the keys that they don't declare, as *word* says."""
    found = facts.get(word, {})
    return {"not": {}} if found is False else typing.cast(Facts, found)


def _limits(place: str, document: Facts, declared: Facts) -> typing.Iterator[Row]:
    if bool(document.get("nullable")) != bool(declared.get("nullable")):
        yield presence(place, "nullable", "yes", bool(document.get("nullable")), hurts=True)
    for word in ("format", *_LIMITS):
        theirs, ours = document.get(word), declared.get(word)
        if not same(theirs, ours):
            yield Row(place, word, _limit(theirs), _limit(ours), _looser(word, theirs, ours))


def _looser(word: str, theirs: typing.Any, ours: typing.Any) -> str:
    """The side whose limit, named *word*, accepts more."""
    if theirs is None or ours is None:
        return _missing(theirs, ours)
    if word in UPPER or word in LOWER:
        return DOCUMENT if (theirs > ours) == (word in UPPER) else DECLARED
    if word == "multipleOf":
        one, other = (abs(decimal.Decimal(str(value))) for value in (theirs, ours))
        return DECLARED if other and not one % other else DOCUMENT if one and not other % one else BOTH
    if word == "pattern":
        return DECLARED if set(ours) < set(theirs) else DOCUMENT if set(theirs) < set(ours) else BOTH
    if word == "format":
        return DECLARED if _WIDER.get(theirs) == ours else DOCUMENT if _WIDER.get(ours) == theirs else BOTH
    return BOTH


def _missing(theirs: typing.Any, ours: typing.Any) -> str:
    """The side without a limit."""
    return DOCUMENT if theirs is None else DECLARED if ours is None else BOTH


def _enum(place: str, document: Facts, declared: Facts) -> typing.Iterator[Row]:
    theirs, ours = document.get("enum"), declared.get("enum")
    if (theirs is None) != (ours is None):
        closed = not (declared if theirs is None else document).get("extensible")
        row = presence(place, "enum", _values(theirs or ours or []), ours is None)
        yield row._replace(wider=_TURNED[row.wider], hurts=True) if closed else row
    elif theirs is not None and ours is not None:
        open_sides = document.get("extensible", False), declared.get("extensible", False)
        yield from unequal(place, "extensible", *open_sides, DOCUMENT if open_sides[0] else DECLARED)
        new, gone = _lacking(theirs, ours), _lacking(ours, theirs)
        if "type" in document:  # where null is possible, `nullable` has told it
            new, gone = ([value for value in values if value is not None] for values in (new, gone))
        yield from (presence(place, "enum value", _value(value), True, hurts=not open_sides[1]) for value in new)
        yield from (presence(place, "enum value", _value(value), False) for value in gone)


def _lacking(values: list[typing.Any], others: list[typing.Any]) -> list[typing.Any]:
    """The *values* that are not among the *others*."""
    return [value for value in values if not any(same(value, other) for other in others)]


def _discriminator(place: str, document: Facts, declared: Facts) -> typing.Iterator[Row]:
    theirs, ours = document.get("discriminator"), declared.get("discriminator")
    if _mapped(theirs) == _mapped(ours):
        return
    wider = _missing(theirs, ours)
    if theirs and ours and theirs["property"] == ours["property"]:
        one, other = ({*side["mapping"], *_others(side)} for side in (theirs, ours))
        wider = DECLARED if one < other else DOCUMENT if other < one else BOTH
    yield Row(place, "discriminator", _mapped(theirs), _mapped(ours), wider)


def _unpaired(theirs: list[Facts], ours: list[Facts]) -> tuple[list[tuple[int, Facts]], list[tuple[int, Facts]]]:
    """The branches of both sides, with their numbers, that are not literally on the other side too."""
    left = list(enumerate(ours))
    rest: list[tuple[int, Facts]] = []
    for number, branch in enumerate(theirs):
        twin = next((entry for entry in left if bare(entry[1]) == bare(branch)), None)
        if twin is None:
            rest.append((number, branch))
        else:
            left.remove(twin)
    return rest, left


def _mapped(discriminator: Facts | None) -> str:
    if discriminator is None:
        return "-"
    entries = [f"{value}={kind(facts)}" for value, facts in sorted(discriminator["mapping"].items())]
    return f"{discriminator['property']}: {', '.join([*entries, *_others(discriminator)])}"


def _others(discriminator: Facts) -> list[str]:
    """An ellipsis, where values are possible that are not in the mapping."""
    return ["..."] if discriminator.get("extensible") else []


def _listed(branches: list[Facts]) -> str:
    return ", ".join(map(kind, branches)) or "-"


def _part(facts: typing.Any) -> str:
    """A schema that only one side has."""
    return "any" if facts is None else "none" if facts is False else kind(facts)


def _limit(value: typing.Any) -> str:
    if is_array(value):
        return ", ".join(map(str, value))
    return "-" if value is None else "yes" if value is True else str(value)


def _values(values: list[typing.Any]) -> str:
    return ", ".join(map(_value, values))


def _value(value: typing.Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
