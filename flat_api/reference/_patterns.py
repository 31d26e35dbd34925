"""Regular expressions of Python in the form that documents share with ECMAScript."""

from __future__ import annotations

import re

_FLAGS = (("a", re.ASCII), ("i", re.IGNORECASE), ("m", re.MULTILINE), ("s", re.DOTALL), ("x", re.VERBOSE))
_OWN_FLAGS = re.compile(r"\(\?[aimsux]+\)")
_GROUPS = re.compile(
    r"""(?P<literal> \\. | \[\^?\]?(?:\\.|[^\]])*\] )  # what only looks like a group
      | \(\?P<(?P<group>\w+)>
      | \(\?P=(?P<again>\w+)\)""",
    re.VERBOSE | re.DOTALL,
)


def shared_pattern(source: str, flags: int) -> str:
    r"""The regular expression *source* with its *flags* written into it, and with numbers for the names of groups.

    JSON has no other place for flags, and names of groups are spelt differently from language to language.

    >>> shared_pattern("^(?P<sign>[+-])a(?P=sign)$", re.IGNORECASE)
    '(?i:^([+-])a\\1$)'
    """
    letters = "".join(letter for letter, flag in _FLAGS if flags & flag)
    body = _numbered(_OWN_FLAGS.sub("", source, 1) if _OWN_FLAGS.match(source) else source, flags)
    return f"(?{letters}:{body})" if letters else body


def _numbered(source: str, flags: int) -> str:
    numbers = re.compile(source, flags).groupindex

    def plain(found: re.Match[str]) -> str:
        if found["again"] is not None:
            return rf"\{numbers[found['again']]}"
        return found["literal"] or "("

    return _GROUPS.sub(plain, source)
