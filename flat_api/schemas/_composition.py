"""The plain walk through a composition: discriminator, allOf, oneOf, anyOf, not."""

from __future__ import annotations

import typing

from frozendict import frozendict

from ..exceptions import Path, shown
from ._cast import excerpt
from ._declaration import Declaration, Declared, declaration_of
from ._findings import Finding
from ._instances import Found, Match
from ._primitives import primitive_of

if typing.TYPE_CHECKING:
    from ._walk import Walk

Reasons = list[tuple[str, Finding | None]]
"""Why the branches of a composition reject a value: the name of each, and the first thing it finds wrong."""

REASONS_SHOWN = 5
"""Branches of a oneOf or anyOf whose first problem is told."""


class Composition:
    """What other schemas say of one value: discriminator, allOf, oneOf, anyOf, not."""

    def __init__(
        self, walk: Walk, declaration: Declaration, value: typing.Any, path: Path, entered: frozenset[type]
    ) -> None:
        self.walk = walk
        self.declaration = declaration
        self.value = value
        self.path = path
        self.entered = entered | {declaration.cls}
        self.chosen_class: type | None = None

    def examine(self, match: Match) -> bool:
        """Add what the other schemas find to *match*, and their problems to the walk.

        Return whether they agree on what the value is; in a lenient walk they may and still have problems with it.
        """
        if self.declaration.discriminator is not None and primitive_of(self.value) is frozendict:
            before = len(self.walk.problems)
            is_chosen = self._follow_discriminator(match)
            if len(self.walk.problems) > before:
                return is_chosen  # the data say what they want to be, and are not that: the others have nothing to add
        agreed = [self._add(match, cls) for cls in self.declaration.all_of if cls not in self.entered]
        if self.declaration.declares("one_of"):
            agreed.append(self._examine_one_of(match))
        if self.declaration.declares("any_of"):
            agreed.append(self._examine_any_of(match))
        if self.declaration.not_schema is not None:
            agreed.append(self._examine_not(self.declaration.not_schema))
        return all(agreed)

    def _add(self, match: Match, cls: type) -> bool:
        """Add to *match* what *cls*, which has to take the value, finds."""
        found = self.walk.examine(cls, self.value, self.path, self.entered)
        match.merged(found)
        return found is not None

    def _follow_discriminator(self, match: Match) -> bool:
        name, mapping = typing.cast("tuple[str, dict[str, typing.Any]]", self.declaration.discriminator)
        chosen = chosen_class(self.declaration, name, self.value.get(name))
        if chosen is None and self.declaration.extensible:
            return True
        if name not in self.value:
            return self._refuse("discriminator.missing", key=name)
        if chosen is None:
            path = (*self.path, name)
            facts = {"name": self.declaration.cls.__name__, "key": name, "wanted": sorted(mapping)}
            self.walk.refuse("discriminator", path, self.value.get(name), **facts)
            return False
        if chosen in self.entered:
            return True
        self.chosen_class = chosen
        return self._add(match, chosen)

    def _try(self, classes: typing.Iterable[type]) -> tuple[list[tuple[type, Found | None]], Reasons]:
        """Those of *classes* that take the value, with their matches; and why the others don't."""
        matches: list[tuple[type, Found | None]] = []
        reasons: Reasons = []
        for cls in classes:
            if cls in self.entered or cls is self.chosen_class:
                matches.append((cls, None))
                continue
            match, reason = self.walk.trial(cls, self.value, self.path, self.entered)
            if match is None:
                reasons.append((cls.__name__, reason))
            else:
                matches.append((cls, match))
        return matches, reasons

    def _examine_one_of(self, match: Match) -> bool:
        matches, reasons = self._try(self.declaration.one_of)
        if len(matches) > 1:
            return self._refuse("oneOf.several", names=shown([cls for cls, _ in matches]))
        if not matches:
            self._refuse("oneOf", reasons=_told(reasons))
            return self._add_only_candidate(match, self.declaration.one_of)
        match.merged(matches[0][1])
        return True

    def _examine_any_of(self, match: Match) -> bool:
        matches, reasons = self._try(self.declaration.any_of)
        if not matches:
            self._refuse("anyOf", reasons=_told(reasons))
            return self._add_only_candidate(match, self.declaration.any_of)
        for _, found in matches:
            match.merged(found)
        return True

    def _add_only_candidate(self, match: Match, branches: typing.Iterable[type]) -> bool:
        """In a lenient walk, let the branch speak that alone knows the JSON type: what is not null is the object."""
        primitive = primitive_of(self.value)
        candidates = [cls for cls in branches if primitive in declared_types(declaration_of(cls))]
        if not self.walk.lenient or len(candidates) != 1:
            return False
        found, _ = self.walk.trial(candidates[0], self.value, self.path, self.entered, lenient=True)
        match.merged(found)
        return found is not None

    def _examine_not(self, cls: type) -> bool:
        match, _ = self.walk.trial(cls, self.value, self.path, self.entered)
        if match is None:
            return True
        name = self.declaration.cls.__name__
        found = excerpt(self.value, primitive_of(self.value))
        self.walk.refuse("not", self.path, self.value, found=found, name=name, wanted=cls.__name__)
        return False

    def _refuse(self, kind: str, **facts: object) -> bool:
        self.walk.refuse(kind, self.path, self.value, name=self.declaration.cls, **facts)
        return False


def declared_types(declaration: Declaration, entered: frozenset[Declared] = frozenset()) -> frozenset[type]:
    """Return the primitives that *declaration* and the schemas composed in it have a place for."""
    types = declaration.types
    if declaration.cls in entered:
        return types
    entered = entered | {declaration.cls}
    for cls in declaration.all_of:
        types &= declared_types(declaration_of(cls), entered)
    for name, branches in (("one_of", declaration.one_of), ("any_of", declaration.any_of)):
        if declaration.declares(name):
            types &= frozenset().union(*(declared_types(declaration_of(cls), entered) for cls in branches))
    return types


def chosen_class(
    declaration: Declaration, name: str, value: object, entered: frozenset[Declared] = frozenset()
) -> typing.Any:
    """The class that the value of the discriminator *name* names, here or in the schemas composed; or None."""
    if declaration.cls in entered:
        return None
    found = declaration.discriminator
    if found is not None and found[0] == name and isinstance(value, str) and value in found[1]:
        return found[1][value]
    entered = entered | {declaration.cls}
    branches = (*declaration.all_of, *declaration.one_of, *declaration.any_of)
    chosen = (chosen_class(declaration_of(branch), name, value, entered) for branch in branches)
    return next((cls for cls in chosen if cls is not None), None)


def _told(reasons: Reasons) -> tuple[Reasons, int]:
    """The reasons that are told of all those why no branch took the value, and how many there are."""
    return reasons[:REASONS_SHOWN], len(reasons)
