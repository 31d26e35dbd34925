"""Where two schemas differ, and which of them accepts more there."""

from __future__ import annotations

import typing

from ._json import is_object
from ._normal import COMPOSITION, DIRECTIONS, Facts, bare, without_null
from ._rows import BOTH, DECLARED, DOCUMENT, WIDER, Row, discriminators, enum, kind, limits, missing, presence, unequal

Components = typing.Mapping[str, Facts]


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
        yield from limits(place, document, declared)
        yield from enum(place, document, declared)
        yield from self._properties(place, document, declared)
        yield from self._single(place, document, declared)
        yield from self._composition(place, document, declared)
        yield from discriminators(place, document, declared)

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
        if options or declared.get("type") not in (None, document.get("type"), WIDER.get(document.get("type", ""))):
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
                for word in DIRECTIONS:
                    theirs_is, ours_is = word in theirs[key], word in ours[key]
                    yield from unequal(where, word, theirs_is, ours_is, DOCUMENT if theirs_is else DECLARED)
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
            yield Row(place, "not", kind(theirs or {}), kind(ours or {}), missing(theirs, ours))

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


def _listed(branches: list[Facts]) -> str:
    return ", ".join(map(kind, branches)) or "-"


def _part(facts: typing.Any) -> str:
    """A schema that only one side has."""
    return "any" if facts is None else "none" if facts is False else kind(facts)


