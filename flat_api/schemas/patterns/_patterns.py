"""Declared patterns of strings: expressions of ECMA 262, as JSON Schema has them, and of Python."""

from __future__ import annotations

import re
import typing
from functools import cache

from ...exceptions import PatternError

Search = typing.Callable[[str], object]
"""Returns something false where the pattern is not found in a text."""


class Pattern(typing.NamedTuple):
    """A declared pattern: its *source*, which is an expression of ECMA 262, or one of Python with *flags* of `re`."""

    source: str
    flags: int = 0
    is_python: bool = False

    def search(self, text: str) -> bool:
        """Return whether the pattern is found in *text*."""
        return bool(searcher(self)(text))

    @property
    def expression(self) -> str:
        """The pattern as an expression of `re`, to be used with `flags`. Raises `PatternError` where there is none."""
        from . import _engines

        return self.source if self.is_python else _engines.translated(self.source)

    @property
    def in_documents(self) -> str:
        r"""The pattern as the value of ``pattern`` in a JSON Schema.

        >>> python_pattern("^(?P<sign>[+-])a(?P=sign)$", re.IGNORECASE).in_documents
        '(?i:^([+-])a\\1$)'
        """
        return _shared(self.source, self.flags) if self.is_python else self.source

    def __str__(self) -> str:
        return f"`{self.source}` with flags=`{self.flags}`" if self.flags else f"`{self.source}`"


def ecma_pattern(source: str) -> Pattern:
    """Return the pattern *source*, an expression of ECMA 262. Raises `PatternError` where it can't be searched for."""
    if not _is_plain(source):
        from . import _engines  # slow to import, and few patterns need it before they are searched for

        _engines.refuse_unsearchable(source)
    return Pattern(source)


def _is_plain(source: str) -> bool:
    """Return whether *source* is a row of characters and classes, counted or not, that `re` can read.

    Such an expression has the same syntax in ECMA 262, such as ``^[a-f0-9]{8}$``.
    """
    try:
        return re.fullmatch(_PLAIN, source) is not None and bool(re.compile(source))
    except re.error:  # a range or a count that runs backwards
        return False


_PLAIN = r"\^?(?:(?:[\w /-]|\[(?:\w-\w|[^]\[\\^&|~-]){1,99}\])(?:[*+?]|\{\d{1,3}(?:,\d{1,3})?\})?){0,99}\$?"


def python_pattern(source: str, flags: int = 0) -> Pattern:
    """Return the pattern *source*, an expression of `re` with *flags*. Raises `PatternError` where it is none."""
    try:
        re.compile(source, flags)
    except (re.error, ValueError, OverflowError, RecursionError) as error:
        raise PatternError(source, f"it is not a regular expression of Python: {error}") from None
    return Pattern(source, int(flags), is_python=True)  # messages show the number


def printed_pattern(source: str, flags: int = 0) -> Pattern:
    """Return the pattern that a ``MetaOapg`` class states: an expression of Python.

    The earlier generator copied patterns from the document, so one that Python can't read is one of ECMA 262. Raises
    `PatternError` where it is neither.
    """
    try:
        return python_pattern(source, flags)
    except PatternError as error:
        try:
            return ecma_pattern(source)
        except PatternError:
            raise error from None


@cache
def searcher(pattern: Pattern) -> Search:
    """Return the function that searches for *pattern*, made once."""
    if pattern.is_python:
        return re.compile(pattern.source, pattern.flags).search
    if _is_direct(pattern.source):
        return re.compile(re.sub(r"\$$", r"\\Z", pattern.source)).search
    from . import _engines

    return _engines.ecma_search(pattern.source)


def _is_direct(source: str) -> bool:
    """Return whether `re` finds *source* in time that is linear in the text, with no other word than the last ``$``.

    It begins at the start of the text, and one of its parts at most is found a number of times that varies.
    """
    outside = re.sub(r"\[[^]]*\]", "", source)
    return source.startswith("^") and len(re.findall(r"[*+?]|\{\d+,", outside)) <= 1 and _is_plain(source)


_FLAGS = (("a", re.ASCII), ("i", re.IGNORECASE), ("m", re.MULTILINE), ("s", re.DOTALL), ("x", re.VERBOSE))
_OWN_FLAGS = r"\(\?[aimsux]+\)"
_GROUPS = r"""(?P<literal> \\. | \[\^?\]?(?:\\.|[^\]])*\] )  # what only looks like a group
      | \(\?P<(?P<group>\w+)>
      | \(\?P=(?P<again>\w+)\)"""


def _shared(source: str, flags: int) -> str:
    """An expression of Python with its *flags* written into it, and with numbers for the names of groups.

    JSON has no other place for flags, and names of groups are spelt differently from language to language.
    """
    letters = "".join(letter for letter, flag in _FLAGS if flags & flag)
    body = _numbered(re.sub(_OWN_FLAGS, "", source, count=1) if re.match(_OWN_FLAGS, source) else source, flags)
    return f"(?{letters}:{body})" if letters else body


def _numbered(source: str, flags: int) -> str:
    numbers = re.compile(source, flags).groupindex

    def plain(found: re.Match[str]) -> str:
        if found["again"] is not None:
            return rf"\{numbers[found['again']]}"
        return found["literal"] or "("

    return re.sub(_GROUPS, plain, source, flags=re.VERBOSE | re.DOTALL)
