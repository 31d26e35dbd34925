r"""The grammar of regular expressions in ECMA 262: from the text of a pattern to a tree.

JSON Schema patterns are these (2020-12 Core, 6.4). What is read is the grammar of the flag ``u`` (ECMA 262, 22.2.1)
with what documents take from Annex B.1.2: ``[\w-.]``, braces that are not quantifiers, escaped punctuation.
"""

from __future__ import annotations

import typing

from ...exceptions import PatternError
from ._expressions import (
    DIGITS,
    LAST,
    LINE_ENDS,
    SPACE,
    WORD,
    Anchor,
    Backreference,
    Chars,
    Choice,
    Group,
    Item,
    Look,
    Node,
    Property,
    Ranges,
    Repeat,
    Sequence,
    Tree,
    complement,
)

LONGEST = 20_000
"""Characters of the longest pattern."""

DEEPEST = 50
"""Groups of a pattern that may be within each other."""

MOST_REPEATS = 2**31 - 1
"""The largest count in a quantifier that means something: no text is longer."""


def parse(source: str) -> Tree:
    """Return the tree of the pattern *source*. Raises `PatternError` where it is none of ECMA 262."""
    return _Parser(source).pattern()


_QUANTIFIERS: dict[str, tuple[int, int | None]] = {"*": (0, None), "+": (1, None), "?": (0, 1)}
_CONTROLS = {"t": 0x09, "n": 0x0A, "v": 0x0B, "f": 0x0C, "r": 0x0D}
_CLASSES: dict[str, tuple[Ranges, bool]] = {
    "d": (DIGITS, False), "D": (DIGITS, True), "s": (SPACE, False), "S": (SPACE, True), "w": (WORD, False),
    "W": (WORD, True),
}  # fmt: skip
_PYTHON = {
    "(?P": "names of groups are written (?<name>...) and \\k<name>",
    "(?#": "there are no comments",
    "(?>": "there are no atomic groups",
    "(?(": "there are no conditions",
}


class _Parser:
    """One run through a pattern; *flags* are those of the modifiers in force, of ``i``, ``m`` and ``s``."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.depth = 0
        self.groups = 0
        self.names: dict[str, int] = {}
        self.flags: frozenset[str] = frozenset()
        self.references: list[tuple[int, str | int]] = []

    def pattern(self) -> Tree:
        """Read all of the pattern."""
        if len(self.source) > LONGEST:
            raise self.error(f"it has more than {LONGEST:,} characters")
        self._collect_names()
        root = self._choice()
        if self.at < len(self.source):
            raise self.error("a ) without its (")
        for place, number in self.references:
            if isinstance(number, int) and number > self.groups:
                self.at = place
                raise self.error(f"there is no group {number}")
        return Tree(root, self.groups)

    def error(self, why: str) -> PatternError:
        """The error about this pattern, at the present place."""
        return PatternError(self.source, why, self.at)

    def _collect_names(self) -> None:
        """Number the named groups, since a reference may stand before its group."""
        within, number, at = False, 0, 0
        source = self.source
        while at < len(source):
            character = source[at]
            if character == "\\":
                at += 1
            elif character in "[]":
                within = character == "["
            elif character == "(" and not within:
                named = source.startswith("(?<", at) and source[at + 3 : at + 4] not in ("=", "!")
                if named or source[at + 1 : at + 2] != "?":
                    number += 1
                if named:
                    self._name(source[at + 3 :].partition(">")[0], number, at)
            at += 1

    def _name(self, name: str, number: int, at: int) -> None:
        self.at = at
        if not name.replace("$", "_").isidentifier():
            raise self.error(f"{name[:20]!r} is not the name of a group")
        if name in self.names:
            raise self.error(f"two groups are named {name!r}")
        self.names[name] = number
        self.at = 0

    # From the outside to the inside

    def _choice(self) -> Node:
        branches = [self._sequence()]
        while self._accept("|"):
            branches.append(self._sequence())
        return branches[0] if len(branches) == 1 else Choice(tuple(branches))

    def _sequence(self) -> Node:
        parts: list[Node] = []
        while self.at < len(self.source) and self.source[self.at] not in "|)":
            parts.append(self._term())
        return parts[0] if len(parts) == 1 else Sequence(tuple(parts))

    def _term(self) -> Node:
        atom = self._atom()
        start = self.at
        counts = self._counts()
        if counts is None:
            return atom
        if isinstance(atom, Anchor) or (isinstance(atom, Look) and not atom.ahead):
            self.at = start
            raise self.error("nothing to repeat")
        lazy = self._accept("?")
        if self.source[self.at : self.at + 1] in (*"*+?",) or self._braces() is not None:
            raise self.error("a quantifier behind a quantifier")
        return Repeat(atom, *counts, lazy)

    def _counts(self) -> tuple[int, int | None] | None:
        """Read a quantifier; None where there is none."""
        character = self.source[self.at : self.at + 1]
        if character in _QUANTIFIERS:
            self.at += 1
            return _QUANTIFIERS[character]
        found = self._braces()
        if found is None:
            return None
        least, most, self.at = found
        if most is not None and most < least:
            raise self.error("the counts of a quantifier are out of order")
        return least, most

    def _braces(self) -> tuple[int, int | None, int] | None:
        """The counts of the quantifier in braces that is next, and the place behind it; None where there is none."""
        if self.source[self.at : self.at + 1] != "{":
            return None
        inside, closed, _ = self.source[self.at + 1 : self.at + 1 + 1000].partition("}")
        least, comma, most = inside.partition(",")
        if not closed or not _is_number(least) or (most and not _is_number(most)):
            return None
        counts = (_count(least), _count(most) if most else None if comma else _count(least))
        return *counts, self.at + len(inside) + 2

    def _atom(self) -> Node:
        character = self.source[self.at]
        self.at += 1
        if character == "(":
            return self._parenthesis()
        if character == "[":
            return self._class()
        if character == "\\":
            return self._escape()
        if character in "^$":
            return Anchor(character + "m" if "m" in self.flags else character)
        if character == ".":
            return self._chars(() if "s" in self.flags else LINE_ENDS, True)
        self.at -= 1
        if character in "*+?" or self._braces() is not None:
            raise self.error("nothing to repeat")
        self.at += 1
        return self._chars(_one(ord(character)))

    def _chars(self, items: typing.Iterable[Item], negated: bool = False) -> Chars:
        return Chars(tuple(items), negated, "i" in self.flags)

    # Groups

    def _parenthesis(self) -> Node:
        self.depth += 1
        if self.depth > DEEPEST:
            raise self.error(f"groups are nested deeper than {DEEPEST} levels")
        flags = self.flags
        node = self._group()
        if not self._accept(")"):
            raise self.error("a ( without its )")
        self.flags = flags
        self.depth -= 1
        return node

    def _group(self) -> Node:
        for opening, ahead, negative in (("?=", True, False), ("?!", True, True), ("?<=", False, False)):
            if self._accept(opening):
                return Look(self._choice(), ahead, negative)
        if self._accept("?<!"):
            return Look(self._choice(), ahead=False, negative=True)
        if self._accept("?:"):
            return self._choice()
        if self.source.startswith("?<", self.at):
            self.at = self.source.index(">", self.at) + 1
        elif self._accept("?"):
            return self._modified()
        self.groups += 1
        number = self.groups
        return Group(self._choice(), number)

    def _modified(self) -> Node:
        """Read a group with modifiers, as ``(?i:...)`` or ``(?-s:...)``; ``(?`` is read."""
        start = self.at
        for opening, why in _PYTHON.items():
            if self.source.startswith(opening, start - 2):
                raise self.error(why)
        modifiers, colon, _ = self.source[start : start + 10].partition(":")
        added, minus, removed = modifiers.partition("-")
        known = set(added + removed) <= set("ims") and len(set(added + removed)) == len(added + removed)
        if not colon or not known or (not added and not removed) or (minus and not removed and not added):
            raise self.error("there is no such group" if ":" in self.source[start:] else "flags stand in (?i:...)")
        self.at = start + len(modifiers) + 1
        self.flags = self.flags.union(added).difference(removed)
        return self._choice()

    # Escapes

    def _escape(self) -> Node:
        r"""Read an escape outside of a class; the backslash is read."""
        letter = self.source[self.at : self.at + 1]
        if letter in ("b", "B"):
            self.at += 1
            return Anchor("\\" + letter)
        if letter == "k":
            return self._named_reference()
        if letter.isascii() and letter.isdigit() and letter != "0":
            return self._numbered_reference()
        return self._chars(self._character_or_class())

    def _named_reference(self) -> Node:
        name = self.source[self.at + 2 :].partition(">")[0]
        if not self.source.startswith("k<", self.at) or name not in self.names:
            raise self.error(f"there is no group {name[:20]!r}")
        self.at += len(name) + 3
        return Backreference(self.names[name], "i" in self.flags)

    def _numbered_reference(self) -> Node:
        start = self.at
        while self.source[self.at : self.at + 1] in (*"0123456789",):
            self.at += 1
        number = _count(self.source[start : self.at])
        self.references.append((start, number))
        return Backreference(number, "i" in self.flags)

    def _character_or_class(self) -> tuple[Item, ...]:
        r"""Read what may be escaped inside and outside of a class; the backslash is read."""
        if self.at >= len(self.source):
            raise self.error("a backslash at the end")
        letter = self.source[self.at]
        self.at += 1
        if letter in _CLASSES:
            ranges, negated = _CLASSES[letter]
            return complement(ranges) if negated else ranges
        if letter in "pP":
            return (self._property(negated=letter == "P"),)
        if letter in _CONTROLS:
            return _one(_CONTROLS[letter])
        following = self.source[self.at : self.at + 1]
        if letter == "c" and following.isascii() and following.isalpha():
            self.at += 1
            return _one(ord(following) % 32)
        if letter == "0" and not following.isdigit():
            return _one(0)
        if letter in "xu":
            return _one(self._code_point(letter))
        if letter.isascii() and letter.isalnum():
            self.at -= 1
            raise self.error(f"\\{letter} means nothing")
        return _one(ord(letter))

    def _code_point(self, letter: str) -> int:
        if letter == "u" and self._accept("{"):
            digits, closed, _ = self.source[self.at : self.at + 1000].partition("}")
            if closed and _is_hexadecimal(digits) and int(digits, 16) <= LAST:
                self.at += len(digits) + 1
                return int(digits, 16)
            raise self.error("\\u{...} takes a code point in hexadecimal")
        first = self._hexadecimal(2 if letter == "x" else 4)
        if 0xD800 <= first < 0xDC00 and self.source.startswith("\\u", self.at):
            start = self.at
            self.at += 2
            second = self._hexadecimal(4) if self.source[self.at : self.at + 1] != "{" else 0
            if 0xDC00 <= second < 0xE000:
                return 0x10000 + (first - 0xD800) * 0x400 + second - 0xDC00
            self.at = start
        return first

    def _hexadecimal(self, count: int) -> int:
        digits = self.source[self.at : self.at + count]
        if len(digits) < count or not _is_hexadecimal(digits):
            raise self.error(f"{count} hexadecimal digits are missing")
        self.at += count
        return int(digits, 16)

    def _property(self, *, negated: bool) -> Property:
        name, closed, _ = self.source[self.at + 1 : self.at + 100].partition("}")
        if not self.source.startswith("{", self.at) or not closed or not name.replace("=", "_").isidentifier():
            raise self.error("\\p takes the name of a property in braces")
        self.at += len(name) + 2
        return Property(name, negated)

    # Classes

    def _class(self) -> Node:
        """Read a character class; its bracket is read."""
        negated = self._accept("^")
        items: list[Item] = []
        while not self._accept("]"):
            low = self._member()
            if self._accept("-"):
                self._range(items, low)
            else:
                items += low
        return self._chars(items, negated)

    def _range(self, items: list[Item], low: tuple[Item, ...]) -> None:
        """Read the end of a range; where there is none, or a class at either end, the minus is a character."""
        if self.source[self.at : self.at + 1] == "]":
            items += (*low, *_one(ord("-")))
            return
        high = self._member()
        first, last = _single(low), _single(high)
        if first is None or last is None:
            items += (*low, *_one(ord("-")), *high)
        elif last < first:
            raise self.error("a range is out of order")
        else:
            items.append((first, last))

    def _member(self) -> tuple[Item, ...]:
        if self.at >= len(self.source):
            raise self.error("a [ without its ]")
        character = self.source[self.at]
        self.at += 1
        if character != "\\":
            return _one(ord(character))
        if self._accept("b"):
            return _one(0x08)
        return self._character_or_class()

    def _accept(self, text: str) -> bool:
        if not self.source.startswith(text, self.at):
            return False
        self.at += len(text)
        return True


def _one(code: int) -> Ranges:
    return ((code, code),)


def _single(items: tuple[Item, ...]) -> int | None:
    """The code point that *items* are, or None where they are more than one."""
    if len(items) != 1 or isinstance(items[0], Property):
        return None
    low, high = items[0]
    return low if low == high else None


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _is_hexadecimal(text: str) -> bool:
    return 0 < len(text) <= 8 and all(character in "0123456789abcdefABCDEF" for character in text)


def _count(digits: str) -> int:
    """The number in *digits*; what is larger than any text is long is cut."""
    return min(int(digits), MOST_REPEATS) if len(digits) <= 20 else MOST_REPEATS
