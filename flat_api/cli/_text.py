"""Text that came with the data, made fit for a terminal: nothing invisible, nothing endless."""

from __future__ import annotations

from ..exceptions import visible

__all__ = ["counted", "quoted", "shortened", "visible"]

LONGEST = 80
"""Characters that are shown of a long value."""


def quoted(text: str, longest: int | None = LONGEST) -> str:
    """*text* as a Python literal; beyond *longest* characters (None: no limit) it is cut and its length told.

    >>> print(quoted("abcdef", longest=3))
    'abc'... (6 characters)
    """
    if longest is None or len(text) <= longest:
        return repr(text)
    return f"{text[:longest]!r}... ({counted(len(text), 'character')})"


def shortened(text: str, longest: int | None = LONGEST) -> str:
    """Like `quoted` without the quotes, for text that is no string: a number, a key."""
    if longest is None or len(text) <= longest:
        return visible(text)
    return f"{visible(text[:longest])}... ({counted(len(text), 'character')})"


def counted(number: int, noun: str) -> str:
    """*number* and *noun*, in the plural where it belongs.

    >>> counted(1, "line"), counted(12000, "line")
    ('1 line', '12,000 lines')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
