r"""From a tree to the source of an expression of `re` that means the same, where `re` can say it."""

from __future__ import annotations

import typing

from ._expressions import (
    LAST,
    Anchor,
    Backreference,
    Chars,
    Choice,
    Group,
    Look,
    Node,
    Property,
    Ranges,
    Repeat,
    Sequence,
    Tree,
    complement,
    is_known,
    ranges_of,
)


class Unsayable(Exception):
    """The expression means something that `re` has no words for; the argument says what."""


def check(tree: Tree) -> None:
    """Raise `Unsayable` where `regex` would."""
    _Check(tree).node(tree.root, ())


def regex(tree: Tree) -> str:
    """Return the source of the expression of `re`, without flags, for *tree*. Raises `Unsayable`."""
    check(tree)
    return _Writer().text(tree.root)


def children(node: Node) -> tuple[Node, ...]:
    """Return the nodes right below *node*."""
    if isinstance(node, Sequence):
        return node.parts
    if isinstance(node, Choice):
        return node.branches
    return (node.part,) if isinstance(node, (Repeat, Group, Look)) else ()


def width(node: Node) -> int | None:
    """Return how many characters *node* matches, or None where that depends on the text."""
    if isinstance(node, Chars):
        return 1
    if isinstance(node, (Anchor, Look)):
        return 0
    if isinstance(node, Repeat):
        inner = width(node.part)
        return None if inner is None or node.least != node.most else inner * node.least
    if isinstance(node, Backreference):
        return None
    widths = [width(child) for child in children(node)]
    if None in widths:
        return None
    known = typing.cast("list[int]", widths)
    if isinstance(node, Choice):
        return known[0] if len(set(known)) == 1 else None
    return sum(known)


Path = tuple[Node, ...]
"""The nodes around a node, from the outermost to itself."""


class _Check:
    """A walk over a tree that raises `Unsayable`, and finds out where groups and references stand."""

    def __init__(self, tree: Tree) -> None:
        self.groups: dict[int, Path] = {}
        self._find(tree.root, ())

    def _find(self, node: Node, above: Path) -> None:
        path = (*above, node)
        if isinstance(node, Group):
            self.groups[node.number] = path
        for child in children(node):
            self._find(child, path)

    def node(self, node: Node, above: Path) -> None:
        """Check *node* and all below it."""
        path = (*above, node)
        if isinstance(node, Chars):
            unknown = [item for item in node.items if isinstance(item, Property) and not is_known(item.name)]
            if unknown:
                raise Unsayable(f"the property {unknown[0].name}")
        elif isinstance(node, Look) and not node.ahead:
            if any(width(branch) is None for branch in _branches(node.part)):
                raise Unsayable("a look behind of no fixed length")
        elif isinstance(node, Backreference):
            self._reference(node, path)
        for child in children(node):
            self.node(child, path)

    def _reference(self, node: Backreference, path: Path) -> None:
        """Raise where `re` may remember another capture than ECMA 262, which forgets those of earlier repetitions."""
        group = self.groups[node.number]
        shared = _shared(path, group)
        repeated = [entry for entry in group if isinstance(entry, Repeat) and entry.most != 1]
        for repeat in repeated:
            inside = group[_index(group, repeat) + 1 : -1]
            if repeat in shared:
                sure = all(_is_sure(entry) for entry in inside if entry not in shared)
            else:
                sure = all(isinstance(entry, (Sequence, Group)) for entry in inside)
            if not sure:
                raise Unsayable("a reference to a group that not all repetitions pass")
        optional = any(isinstance(entry, Repeat) and entry not in shared for entry in group)
        if optional and any(isinstance(entry, Look) for entry in group):
            raise Unsayable("a reference to a group in a look around that may be left out")


def _shared(path: Path, group: Path) -> list[Node]:
    """The nodes, by identity, that *path* and *group* begin with."""
    return [first for first, second in zip(path, group, strict=False) if first is second]


def _index(path: Path, node: Node) -> int:
    return next(index for index, entry in enumerate(path) if entry is node)


def _is_sure(node: Node) -> bool:
    """Return whether what is in *node* is passed whenever *node* is."""
    return isinstance(node, (Sequence, Group)) or (isinstance(node, Repeat) and node.least > 0)


def _branches(node: Node) -> tuple[Node, ...]:
    return node.branches if isinstance(node, Choice) else (node,)


_LINE_END = r"[\n\r\u2028\u2029]"
_ANCHORS = {
    "^": r"\A",
    "$": r"\Z",
    "^m": rf"(?:\A|(?<={_LINE_END}))",
    "$m": rf"(?:\Z|(?={_LINE_END}))",
    r"\b": r"(?a:\b)",
    r"\B": r"(?!(?a:\b))",
}
_COUNTS: dict[tuple[int, int | None], str] = {(0, None): "*", (1, None): "+", (0, 1): "?"}


class _Writer:
    """Writes nodes in their order; *closed* are the groups that may have captured something by then."""

    def __init__(self) -> None:
        self.closed: set[int] = set()

    def text(self, node: Node) -> str:
        """The source for *node*."""
        if isinstance(node, Chars):
            return f"(?i:{_class(ranges_of(node))})" if node.folded else _class(ranges_of(node))
        if isinstance(node, Sequence):
            return "".join([self._within(part, Choice) for part in node.parts])
        if isinstance(node, Choice):
            return "|".join([self.text(branch) for branch in node.branches])
        if isinstance(node, Repeat):
            return self._repeat(node)
        if isinstance(node, Group):
            inner = self.text(node.part)
            self.closed.add(node.number)
            return f"({inner})"
        if isinstance(node, Backreference):
            return self._reference(node)
        return _ANCHORS[node.kind] if isinstance(node, Anchor) else self._look(node)

    def _within(self, node: Node, *kinds: type) -> str:
        """The source for *node*, in a group that captures nothing where it is of one of *kinds*."""
        return f"(?:{self.text(node)})" if isinstance(node, kinds) else self.text(node)

    def _repeat(self, node: Repeat) -> str:
        inner = self._within(node.part, Choice, Sequence, Repeat, Backreference, Anchor, Look)
        if isinstance(node.part, Look):  # to look once is to look any number of times, and none will do for the rest
            return inner if node.least else inner + "{0}"
        counts = _COUNTS.get((node.least, node.most))
        if counts is None:
            counts = f"{{{node.least},{'' if node.most is None else node.most}}}"
        return f"{inner}{counts}{'?' if node.lazy else ''}"

    def _reference(self, node: Backreference) -> str:
        """A reference matches nothing, and does match, where its group has captured nothing."""
        if node.number not in self.closed:
            return "(?:)"
        again = f"(?i:\\{node.number})" if node.folded else f"\\{node.number}"
        return f"(?({node.number}){again}|)"

    def _look(self, node: Look) -> str:
        closed = set(self.closed)
        opening = {(True, False): "(?=", (True, True): "(?!", (False, False): "(?<=", (False, True): "(?<!"}
        start = opening[node.ahead, node.negative]
        branches = (node.part,) if node.ahead else _branches(node.part)  # each behind has a length of its own
        looks = [f"{start}{self.text(branch)})" for branch in branches]
        if node.negative:  # what was captured in it is forgotten
            self.closed = closed
            return "".join(looks)
        return looks[0] if len(looks) == 1 else f"(?:{'|'.join(looks)})"


def _class(ranges: Ranges) -> str:
    """A class of characters, or the only character in it."""
    if len(ranges) == 1 and ranges[0][0] == ranges[0][1]:
        return _character(ranges[0][0])
    inverse = bool(ranges) and ranges[0][0] == 0 and ranges[-1][1] == LAST and len(ranges) > 1
    shown = complement(ranges) if inverse or not ranges else ranges
    return f"[{'^' if inverse or not ranges else ''}{''.join(map(_range, shown))}]"


def _range(ends: tuple[int, int]) -> str:
    low, high = ends
    return _character(low) if low == high else f"{_character(low)}-{_character(high)}"


def _character(code: int) -> str:
    character = chr(code)
    if character.isascii() and (character.isalnum() or character in " _"):
        return character
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
