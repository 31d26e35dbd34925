"""A search in time proportional to the text, for expressions without references to groups and without a look around.

The expression becomes a program of small steps (Thompson's construction). A text is read once, character by character,
with all the places in the program that it may have led to; sets of places are kept with what follows them.
"""

from __future__ import annotations

import typing
from bisect import bisect_right

from ._expressions import (
    LINE_ENDS,
    WORD,
    Anchor,
    Backreference,
    Chars,
    Choice,
    Group,
    Look,
    Node,
    Ranges,
    Repeat,
    Sequence,
    ranges_of,
)

MOST_STEPS = 2_000
"""Steps of the largest program; each character of a text costs as many operations at most."""

MOST_KEPT = 20_000
"""Transitions that are kept; then all are forgotten, and found anew."""


class TooLarge(Exception):
    """The expression has a counted repetition, or several within each other, of too many steps."""


# Kinds of what is beside a place in a text.
EDGE, WORD_CHARACTER, LINE_END, OTHER = range(4)

_KINDS = {
    **{chr(code): WORD_CHARACTER for low, high in WORD for code in range(low, high + 1)},
    **{chr(code): LINE_END for low, high in LINE_ENDS for code in range(low, high + 1)},
}


def is_regular(node: Node) -> bool:
    """Return whether *node* has none of what an automaton can't do: references, looks around, ignoring case."""
    if isinstance(node, Chars):
        return not node.folded
    if isinstance(node, (Backreference, Look)):
        return False
    if isinstance(node, Sequence):
        return all(map(is_regular, node.parts))
    if isinstance(node, Choice):
        return all(map(is_regular, node.branches))
    return isinstance(node, Anchor) or is_regular(node.part)


class Read(typing.NamedTuple):
    """Go on at *then* with a character that is in *ranges*; *starts* are their first code points."""

    ranges: Ranges
    starts: list[int]
    then: int

    def accepts(self, code: int) -> bool:
        """Return whether the character *code* is in one of the ranges."""
        index = bisect_right(self.starts, code) - 1
        return index >= 0 and code <= self.ranges[index][1]


class Fork(typing.NamedTuple):
    """Go on at each of *places*."""

    places: tuple[int, ...]


class Check(typing.NamedTuple):
    """Go on at *then* where the anchor *kind* holds."""

    kind: str
    then: int


class Found(typing.NamedTuple):
    """The expression has been found."""


Step = Read | Fork | Check | Found


class _Program:
    """The steps of an expression, written from its end to its start."""

    def __init__(self, root: Node) -> None:
        self.steps: list[Step] = [Found()]
        self.start = self.write(root, 0)

    def add(self, step: Step) -> int:
        """Add a step; return its place."""
        if len(self.steps) >= MOST_STEPS:
            raise TooLarge
        self.steps.append(step)
        return len(self.steps) - 1

    def write(self, node: Node, then: int) -> int:
        """Add the steps of *node* that go on at *then*; return the place of the first one."""
        if isinstance(node, Chars):
            ranges = ranges_of(node)
            return self.add(Read(ranges, [low for low, _ in ranges], then))
        if isinstance(node, Sequence):
            for part in reversed(node.parts):
                then = self.write(part, then)
            return then
        if isinstance(node, Choice):
            return self.add(Fork(tuple([self.write(branch, then) for branch in node.branches])))
        if isinstance(node, Anchor):
            return self.add(Check(node.kind, then))
        if isinstance(node, Repeat):
            return self._repeat(node, then)
        assert isinstance(node, Group)
        return self.write(node.part, then)

    def _repeat(self, node: Repeat, then: int) -> int:
        if node.most is None:
            loop = self.add(Fork(()))  # filled below, when it is known where the part begins
            self.steps[loop] = Fork((self.write(node.part, loop), then))
            then = loop
        else:
            for _ in range(node.most - node.least):
                then = self.add(Fork((self.write(node.part, then), then)))
        for _ in range(node.least):
            size = len(self.steps)
            then = self.write(node.part, then)
            if len(self.steps) == size:  # nothing, any number of times
                break
        return then


class _State(dict[str, "_State"]):
    """What follows by character where a text has led to *places* of the program, behind one of the kind *before*."""

    __slots__ = ("automaton", "before", "places")

    def __init__(self, automaton: Automaton, places: frozenset[int], before: int) -> None:
        super().__init__()
        self.automaton = automaton
        self.places = places
        self.before = before

    def __missing__(self, character: str) -> _State:
        return self.automaton.follow(self, character)


class Automaton:
    """A searcher for the expression *root*. Raises `TooLarge` where that has too many steps."""

    def __init__(self, root: Node) -> None:
        program = _Program(root)
        self.steps = program.steps
        self.start = program.start
        self.states: dict[tuple[frozenset[int], int], _State] = {}
        self.kept = 0
        self.found = _State(self, frozenset(), OTHER)

    def search(self, text: str) -> bool:
        """Return whether the expression is found in *text*."""
        state, found = self.state(frozenset((self.start,)), EDGE), self.found
        for character in text:
            state = state[character]
            if state is found:
                return True
        return self.reached(state, EDGE) is None

    def state(self, places: frozenset[int], before: int) -> _State:
        """The state for *places*, made once."""
        key = (places, before)
        found = self.states.get(key)
        return self.states.setdefault(key, _State(self, places, before)) if found is None else found

    def follow(self, state: _State, character: str) -> _State:
        """The state that *character* leads to from *state*, noted there."""
        kind, code = _KINDS.get(character, OTHER), ord(character)
        reading = self.reached(state, kind)
        if reading is None:
            return self.found
        places = frozenset([step.then for step in reading if step.accepts(code)])
        self.kept += 1
        if self.kept > MOST_KEPT:
            for known in list(self.states.values()):
                known.clear()
            self.states.clear()
            self.kept = 0
        state[character] = following = self.state(places | {self.start}, kind)
        return following

    def reached(self, state: _State, after: int) -> list[Read] | None:
        """The steps that read, from *state* on before a character of the kind *after*; None if the end is reached."""
        waiting, seen = list(state.places), set(state.places)
        reading: list[Read] = []
        while waiting:
            step = self.steps[waiting.pop()]
            following: tuple[int, ...] = ()
            if isinstance(step, Read):
                reading.append(step)
            elif isinstance(step, Fork):
                following = step.places
            elif isinstance(step, Found):
                return None
            elif _holds(step.kind, state.before, after):
                following = (step.then,)
            for place in following:
                if place not in seen:
                    seen.add(place)
                    waiting.append(place)
        return reading


def _holds(kind: str, before: int, after: int) -> bool:
    """Return whether the anchor *kind* holds between characters of the kinds *before* and *after*."""
    if kind[0] == "^":
        return before == EDGE or (kind == "^m" and before == LINE_END)
    if kind[0] == "$":
        return after == EDGE or (kind == "$m" and after == LINE_END)
    return ((before == WORD_CHARACTER) != (after == WORD_CHARACTER)) is (kind == r"\b")
