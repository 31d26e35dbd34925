"""Regular expressions as trees, whatever language they were written in; and sets of characters."""

from __future__ import annotations

import typing
import unicodedata
from functools import cache

LAST = 0x10FFFF
"""The last code point."""

Ranges = tuple[tuple[int, int], ...]
"""Code points, from the first to the last of each range."""

DIGITS: Ranges = ((0x30, 0x39),)
WORD: Ranges = ((0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A))
LINE_ENDS: Ranges = ((0x0A, 0x0A), (0x0D, 0x0D), (0x2028, 0x2029))
SPACE: Ranges = (
    (0x09, 0x0D), (0x20, 0x20), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A), (0x2028, 0x2029), (0x202F, 0x202F),
    (0x205F, 0x205F), (0x3000, 0x3000), (0xFEFF, 0xFEFF),
)  # fmt: skip
"""WhiteSpace and LineTerminator (ECMA 262, 12.2 and 12.3)."""


class Property(typing.NamedTuple):
    r"""A Unicode property, as ``\p{Lu}`` or ``\P{Script=Greek}`` (*negated*) names it."""

    name: str
    negated: bool


Item = tuple[int, int] | Property
"""What a class of characters lists: a range of code points or a property."""


class Chars(typing.NamedTuple):
    """One character that is in *items* (ranges of code points and properties), or in none of them if *negated*.

    *folded* ignores case.
    """

    items: tuple[Item, ...]
    negated: bool = False
    folded: bool = False


class Sequence(typing.NamedTuple):
    """All *parts*, one after the other."""

    parts: tuple[Node, ...]


class Choice(typing.NamedTuple):
    """Any of *branches*."""

    branches: tuple[Node, ...]


class Repeat(typing.NamedTuple):
    """*part* from *least* to *most* times (None: any number), few of them first if *lazy*."""

    part: Node
    least: int
    most: int | None
    lazy: bool


class Group(typing.NamedTuple):
    """*part*, captured as *number*."""

    part: Node
    number: int


class Backreference(typing.NamedTuple):
    """What the group *number* captured; nothing where it captured nothing."""

    number: int
    folded: bool


class Anchor(typing.NamedTuple):
    r"""A place: of *kind* ``^ $ \b \B``, or ``^m $m`` at every line."""

    kind: str


class Look(typing.NamedTuple):
    """A look *ahead*, or behind, for *part*, or for its absence if *negative*."""

    part: Node
    ahead: bool
    negative: bool


Node = Chars | Sequence | Choice | Repeat | Group | Backreference | Anchor | Look


class Tree(typing.NamedTuple):
    """An expression as a tree, with the number of its groups."""

    root: Node
    groups: int


def merged(ranges: typing.Iterable[tuple[int, int]]) -> Ranges:
    """Return *ranges* in order, with those that touch each other as one."""
    found: list[tuple[int, int]] = []
    for low, high in sorted(ranges):
        if found and low <= found[-1][1] + 1:
            found[-1] = found[-1][0], max(found[-1][1], high)
        else:
            found.append((low, high))
    return tuple(found)


def complement(ranges: typing.Iterable[tuple[int, int]]) -> Ranges:
    """Return the ranges of all code points that are not in *ranges*."""
    found: list[tuple[int, int]] = []
    start = 0
    for low, high in merged(ranges):
        if low > start:
            found.append((start, low - 1))
        start = max(start, high + 1)
    return (*found, (start, LAST)) if start <= LAST else tuple(found)


_CATEGORIES = {
    "Other": "C", "Control": "Cc", "Format": "Cf", "Unassigned": "Cn", "Private_Use": "Co", "Surrogate": "Cs",
    "Letter": "L", "Cased_Letter": "LC", "Lowercase_Letter": "Ll", "Modifier_Letter": "Lm", "Other_Letter": "Lo",
    "Titlecase_Letter": "Lt", "Uppercase_Letter": "Lu", "Mark": "M", "Combining_Mark": "M", "Spacing_Mark": "Mc",
    "Enclosing_Mark": "Me", "Nonspacing_Mark": "Mn", "Number": "N", "Decimal_Number": "Nd", "digit": "Nd",
    "Letter_Number": "Nl", "Other_Number": "No", "Punctuation": "P", "punct": "P", "Connector_Punctuation": "Pc",
    "Dash_Punctuation": "Pd", "Close_Punctuation": "Pe", "Final_Punctuation": "Pf", "Initial_Punctuation": "Pi",
    "Other_Punctuation": "Po", "Open_Punctuation": "Ps", "Symbol": "S", "Currency_Symbol": "Sc",
    "Modifier_Symbol": "Sk", "Math_Symbol": "Sm", "Other_Symbol": "So", "Separator": "Z", "Line_Separator": "Zl",
    "Paragraph_Separator": "Zp", "Space_Separator": "Zs", "cntrl": "Cc",
}  # fmt: skip
"""The values of General_Category by their long names (ECMA 262, table 68)."""

_SHORT = frozenset(_CATEGORIES.values())
_MEMBERS = {"LC": ("Lu", "Ll", "Lt")}
_FIXED: dict[str, Ranges] = {"Any": ((0, LAST),), "ASCII": ((0, 0x7F),)}


def is_known(name: str) -> bool:
    """Return whether the standard library tells which characters have the property *name*."""
    return name in _FIXED or name == "Assigned" or _category(name) is not None


def ranges_of(chars: Chars) -> Ranges:
    """Return the code points that *chars* stands for, case aside. Raises KeyError for a property that is not known."""
    found: list[tuple[int, int]] = []
    for item in chars.items:
        if not isinstance(item, Property):
            found.append(item)
        else:
            found += complement(_having(item.name)) if item.negated else _having(item.name)
    return complement(found) if chars.negated else merged(found)


@cache
def _having(name: str) -> Ranges:
    """The code points that have the property *name*."""
    if name in _FIXED:
        return _FIXED[name]
    if name == "Assigned":
        return complement(_having("Cn"))
    category = _category(name) or ""
    wanted = _MEMBERS.get(category, (category,))
    return merged([found for code, ranges in _by_category().items() if code.startswith(wanted) for found in ranges])


def _category(name: str) -> str | None:
    """The short name of a general category, or None."""
    label, equals, value = name.partition("=")
    if equals and label not in ("General_Category", "gc"):
        return None
    value = value if equals else label
    return value if value in _SHORT else _CATEGORIES.get(value)


@cache
def _by_category() -> dict[str, list[tuple[int, int]]]:
    """All code points by their general category; to look at them all takes a tenth of a second."""
    found: dict[str, list[tuple[int, int]]] = {}
    category_of = unicodedata.category
    start, current = 0, category_of("\0")
    for code, category in enumerate(map(category_of, map(chr, range(LAST + 1)))):
        if category != current:
            found.setdefault(current, []).append((start, code - 1))
            start, current = code, category
    found.setdefault(current, []).append((start, LAST))
    return found
