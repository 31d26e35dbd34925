"""How objects show themselves to people: in a repr, in rich and in IPython."""

from __future__ import annotations

import typing

from frozendict import frozendict

from ._masking import shown_text
from ._primitives import is_array
from ._secrets import hidden, shown_items

LONGEST_TEXT = 80
"""Characters of a string that rich and IPython show."""

MOST_ITEMS = 20
"""Items of an array that rich and IPython show."""


class Brief:
    """Stands for the end of something long; its repr says what is missing."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return self.text


def brief(value: typing.Any) -> typing.Any:
    """*value*, or something shorter that looks like it: long texts and long arrays lose their ends."""
    if isinstance(value, str):
        text = shown_text(str.__str__(value))
        return text if len(text) <= LONGEST_TEXT else _brief_text(text)
    if isinstance(value, bytes):
        short = len(value) <= LONGEST_TEXT
        return bytes(value) if short else Brief(f"{value[:LONGEST_TEXT]!r}… ({len(value):,} bytes)")
    if is_array(value):
        more = len(value) - MOST_ITEMS
        shown = [brief(item) for item in value[:MOST_ITEMS]]
        return [*shown, Brief(f"… {more:,} more")] if more > 0 else shown
    return value


def _brief_text(value: str) -> Brief:
    return Brief(f"{value[:LONGEST_TEXT]!r}… ({len(value):,} characters)")


def text_of(node: frozendict[str, typing.Any]) -> str:
    """Return the repr of an object: its class around its items, whole but for secrets."""
    try:
        return f"{type(node).__name__}({hidden(node)!r})"
    except RecursionError:
        return f"{type(node).__name__}({{...}})"


def fields(node: frozendict[str, typing.Any]) -> typing.Iterator[tuple[str, typing.Any]]:
    """The keys and the short values of an object, as ``__rich_repr__`` yields them."""
    for key, value in shown_items(node):
        yield key, brief(value)


def pretty(node: frozendict[str, typing.Any], printer: typing.Any, cycle: bool) -> None:
    """Write an object to the pretty *printer* of IPython."""
    name = type(node).__name__
    if cycle:
        printer.text(f"{name}(…)")
        return
    with printer.group(len(name) + 2, f"{name}({{", "})"):
        for index, (key, value) in enumerate(fields(node)):
            if index:
                printer.text(",")
                printer.breakable()
            printer.pretty(key)
            printer.text(": ")
            printer.pretty(value)
