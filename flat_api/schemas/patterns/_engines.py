r"""The engines that search for patterns of ECMA 262, and which of them searches for which.

A pattern is searched for by `re` in the words of Python, or by an automaton where backtracking could take longer than
in proportion to the text. What neither can say (a look behind of no fixed length, scripts, a few references) is left to
the package `regress`, if that is installed.

Not bounded is the time for patterns with several quantifiers that have a reference, a look around or ``(?i:`` as well,
for those that are left to `regress`, and for expressions of Python.
"""

from __future__ import annotations

import re
import typing

from ...exceptions import PatternError
from ._ecma import parse
from ._expressions import Anchor, Choice, Group, Node, Repeat, Sequence
from ._regex import Unsayable, check, children, regex
from ._regress import regress_search


def refuse_unsearchable(source: str) -> None:
    """Raise `PatternError` unless *source* is an expression of ECMA 262 that can be searched for here."""
    try:
        check(parse(source))
    except Unsayable as error:
        regress_search(source, str(error))


def translated(source: str) -> str:
    """Return *source*, an expression of ECMA 262, as one of `re`. Raises `PatternError` where there is none."""
    try:
        return regex(parse(source))
    except Unsayable as error:
        raise PatternError(source, f"Python's re has no {error}") from None


def ecma_search(source: str) -> typing.Callable[[str], object]:
    """Return the function that searches for *source*, an expression of ECMA 262."""
    tree = parse(source)
    try:
        expression = regex(tree)
    except Unsayable as error:
        return regress_search(source, str(error))
    if _steps(tree.root) + (not _is_anchored(tree.root)) > 1:
        return _linear_search(tree.root) or re.compile(expression).search
    return re.compile(expression).search


def _linear_search(node: Node) -> typing.Callable[[str], object] | None:
    """Return a search in time proportional to the text, or None where there is none for *node*."""
    from ._automaton import Automaton, TooLarge, is_regular  # few patterns need it, and only when they are searched for

    try:
        return Automaton(node).search if is_regular(node) else None
    except TooLarge:
        return None


def _steps(node: Node) -> float:
    """Return how the ways through *node* grow with the text: with its length to this power, at most."""
    inner = [_steps(child) for child in children(node)]
    if isinstance(node, Sequence):
        return sum(inner)
    if isinstance(node, Choice):
        return max(inner) + 1
    if isinstance(node, Repeat) and node.most != 1 and inner[0]:
        return float("inf")
    return max(inner, default=0) + (isinstance(node, Repeat) and node.least != node.most)


def _is_anchored(node: Node) -> bool:
    """Return whether *node* can match at the start of a text only."""
    if isinstance(node, Sequence):
        return bool(node.parts) and _is_anchored(node.parts[0])
    if isinstance(node, Choice):
        return all(map(_is_anchored, node.branches))
    return _is_anchored(node.part) if isinstance(node, Group) else isinstance(node, Anchor) and node.kind == "^"
