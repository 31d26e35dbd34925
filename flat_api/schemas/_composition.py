"""The plain walk through a composition: discriminator, allOf, oneOf, anyOf, not."""

from __future__ import annotations

import typing

from frozendict import frozendict

from ..exceptions import Path, shown
from ._build import Found, Match
from ._cast import excerpt
from ._declaration import Declaration, declaration_of
from ._primitives import primitive_of

if typing.TYPE_CHECKING:
    from ._explain import Walk

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

    def examine(self, match: Match) -> None:
        """Add what the other schemas find to *match*, and their problems to the walk."""
        if self.declaration.discriminator is not None and primitive_of(self.value) is frozendict:
            before = len(self.walk.problems)
            self._follow_discriminator(match)
            if len(self.walk.problems) > before:
                return  # the data say what they want to be, and are not that: the others have nothing to add
        for cls in self.declaration.all_of:
            if cls not in self.entered:
                match.merged(self.walk.examine(cls, self.value, self.path, self.entered))
        if self.declaration.declares("one_of"):
            self._examine_one_of(match)
        if self.declaration.declares("any_of"):
            self._examine_any_of(match)
        if self.declaration.not_schema is not None:
            self._examine_not(self.declaration.not_schema)

    def _follow_discriminator(self, match: Match) -> None:
        name, mapping = typing.cast("tuple[str, dict[str, typing.Any]]", self.declaration.discriminator)
        if name not in self.value:
            return self._refuse("discriminator.missing", key=name)
        chosen = chosen_class(self.declaration, name, self.value[name])
        if chosen is None:
            path = (*self.path, name)
            facts = {"name": self.declaration.cls.__name__, "key": name, "wanted": sorted(mapping)}
            return self.walk.refuse("discriminator", path, **facts)
        if chosen not in self.entered:
            self.chosen_class = chosen
            match.merged(self.walk.examine(chosen, self.value, self.path, self.entered))

    def _try(self, classes: typing.Iterable[typing.Any]) -> tuple[list[tuple[typing.Any, Found | None]], list[str]]:
        """Those of *classes* that take the value, with their matches; and why the others don't."""
        matches: list[tuple[typing.Any, Found | None]] = []
        reasons: list[str] = []
        for cls in classes:
            if cls in self.entered or cls is self.chosen_class:
                matches.append((cls, None))
                continue
            match, reason = self.walk.trial(cls, self.value, self.path, self.entered)
            if match is None:
                reasons.append(shown(f"{cls.__name__}: {reason}"))
            else:
                matches.append((cls, match))
        return matches, reasons

    def _examine_one_of(self, match: Match) -> None:
        matches, reasons = self._try(self.declaration.one_of)
        if len(matches) > 1:
            return self._refuse("oneOf.several", names=shown([cls for cls, _ in matches]))
        if not matches:
            return self._refuse("oneOf", reasons=_told(reasons))
        match.merged(matches[0][1])

    def _examine_any_of(self, match: Match) -> None:
        matches, reasons = self._try(self.declaration.any_of)
        if not matches:
            return self._refuse("anyOf", reasons=_told(reasons))
        for _, found in matches:
            match.merged(found)

    def _examine_not(self, cls: typing.Any) -> None:
        match, _ = self.walk.trial(cls, self.value, self.path, self.entered)
        if match is not None:
            name = self.declaration.cls.__name__
            found = excerpt(self.value, primitive_of(self.value))
            self.walk.refuse("not", self.path, found=found, name=name, wanted=cls.__name__)

    def _refuse(self, kind: str, **facts: object) -> None:
        self.walk.refuse(kind, self.path, name=self.declaration.cls, **facts)


def chosen_class(
    declaration: Declaration, name: str, value: object, entered: frozenset[typing.Any] = frozenset()
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


def _told(reasons: list[str]) -> str:
    """Why no branch took the value, in brackets."""
    more = f"; and {len(reasons) - REASONS_SHOWN} more" if len(reasons) > REASONS_SHOWN else ""
    return f" ({'; '.join(reasons[:REASONS_SHOWN])}{more})"
