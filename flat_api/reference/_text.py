"""Text inside Markdown: what has to be escaped in a cell, a heading, a link, and the anchors of headings."""

from __future__ import annotations

import re

_CELL = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "'": "&#x27;",
        "`": "&#x60;",
        "=": "&#x3D;",
        "|": "&#124;",
    }
)
_RAW = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;"})
_PLAIN = re.compile(r"[A-Za-z0-9$]+(?:_+[A-Za-z0-9$]+)*")


def cell(text: str) -> str:
    """Prose in a table; the earlier pages escaped it as HTML, quotes and all."""
    return text.translate(_CELL)


def raw(text: str) -> str:
    """A literal value in a table: quotes stay as they are, only what would break the page is escaped."""
    return text.translate(_RAW)


def code(text: str) -> str:
    """*text* as a code span in a table, where entities mean nothing and a bar still ends the cell."""
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence, room = "`" * (longest + 1), " " if longest else ""
    return f"{fence}{room}{text}{room}{fence}".replace("|", r"\|")


def name(key: str) -> str:
    """The *key* of a property as text, also one that looks like markup."""
    if _PLAIN.fullmatch(key):
        return key
    return re.sub(r"([\\`*_{}\[\]#<>|~&])", r"\\\1", " ".join(key.split()))


def slug(heading: str) -> str:
    """The anchor that a heading gets where pages are read, before repeated ones are numbered."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


class Anchors:
    """Gives every heading of a page its anchor; those that are there already get a number."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def add(self, heading: str) -> str:
        """The anchor of the next heading of the page, spelt like the heading where that is possible."""
        wanted = heading if re.fullmatch(r"\w+", heading) else slug(heading)
        number, anchor = 0, wanted
        while anchor.lower() in self._taken:
            number += 1
            anchor = f"{wanted}-{number}"
        self._taken.add(anchor.lower())
        return anchor
