"""Print an instance as a tree."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from ._nodes import Node
from ._text import LONGEST, counted, quoted, shortened

__all__ = ["print_tree"]

LEVEL = 4
"""Columns by which a level of the tree is indented."""


def print_tree(console: Console, nodes: Iterable[Node], *, full: bool = False) -> None:
    """Print *nodes*, as `describe` gives them, as a tree; values are cut unless *full*."""
    longest = None if full else LONGEST
    branches: list[Tree] = []
    deepest = 0
    for node in nodes:
        depth = len(node.path)
        branch = Tree(_label(node, longest), guide_style="dim")
        if depth:
            branches[depth - 1].children.append(branch)
        branches[depth:] = [branch]
        deepest = max(deepest, depth)
    if console.is_terminal:
        # Rich leaves no columns to the deepest values; line breaks of the terminal are the lesser evil.
        console.width = max(console.width, deepest * LEVEL + LONGEST)
    console.print(branches[0])


def _label(node: Node, longest: int | None) -> Text:
    label = Text()
    label.append(_key(node.path[-1]) if node.path else node.schema, "bold").append(": ")
    if not node.present:
        return label.append(f"absent  {node.type} ({node.schema})", "dim")
    label.append(_value(node, longest), "green" if node.size is None else "")
    label.append(f"  {node.type}", "cyan").append(f" ({node.schema})", "dim")
    if node.member:
        label.append(f"  = {node.schema}.{node.member}", "magenta")
    if node.parsed:
        label.append(f"  = {node.parsed}", "yellow")
    return label


def _key(key: str | int) -> str:
    """*key* as it is where that is clear, else quoted; an index in brackets."""
    if isinstance(key, int):
        return f"[{key}]"
    return key if key.isidentifier() and len(key) <= LONGEST else quoted(key)


def _value(node: Node, longest: int | None) -> str:
    if node.size is not None:
        return counted(node.size, "key" if isinstance(node.value, dict) else "item")
    if isinstance(node.value, str):
        return quoted(str.__str__(node.value), longest)
    return shortened(_literal(node), longest)


def _literal(node: Node) -> str:
    words = {"NoneClass": "None", "BoolClass": str(bool(node.value))}
    return words.get(node.type) or str(node.value)
