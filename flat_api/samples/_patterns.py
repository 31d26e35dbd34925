"""Texts that match a regular expression.

rstr would do that, but for at most a hundred repetitions, and a sharing key has 128 digits.
"""

from __future__ import annotations

import importlib
import random
import string
import typing

MORE = 8
"""How many repetitions more than needed there are at most."""

_parse: typing.Callable[[str, int], typing.Any] = importlib.import_module("re._parser").parse

_PRINTABLE = string.digits + string.ascii_letters + string.punctuation + " "
_CATEGORIES = {
    "CATEGORY_DIGIT": string.digits,
    "CATEGORY_WORD": string.ascii_letters + string.digits + "_",
    "CATEGORY_SPACE": " ",
}


def matching(pattern: str, flags: int, chance: random.Random) -> str:
    """Return a text in which *pattern* is likely to be found; what the pattern looks around at is left to luck.

    >>> matching("^[a-f]{3}-[0-9]{4,}$", 0, random.Random(1))
    'eac-...'
    """
    return _Writer(chance).text(_parse(pattern, flags))


class _Writer:
    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.groups: dict[int, str] = {}

    def text(self, parsed: typing.Iterable[tuple[typing.Any, typing.Any]]) -> str:
        return "".join(self._part(str(code), value) for code, value in parsed)

    def _part(self, code: str, value: typing.Any) -> str:
        if code == "LITERAL":
            return chr(value)
        if code in ("NOT_LITERAL", "ANY"):
            return self._one_of([kept for kept in _PRINTABLE if code == "ANY" or ord(kept) != value])
        if code == "IN":
            return self._in(value)
        if code == "BRANCH":
            return self.text(self.chance.choice(value[1]))
        if code == "SUBPATTERN":
            found = self.text(value[3])
            self.groups[value[0]] = found
            return found
        if code == "ATOMIC_GROUP":
            return self.text(value)
        if code == "GROUPREF":
            return self.groups.get(value, "")
        if code == "GROUPREF_EXISTS":
            group, there, absent = value
            return self.text((there if group in self.groups else absent) or ())
        if code.endswith("REPEAT"):
            least, most, inner = value
            count = self.chance.randint(least, min(int(most), least + MORE))
            return "".join(self.text(inner) for _ in range(count))
        return ""  # the start, the end, and what is looked at without being taken

    def _in(self, members: list[tuple[typing.Any, typing.Any]]) -> str:
        found = "".join(_characters(str(code), value) for code, value in members)
        if str(members[0][0]) == "NEGATE":
            found = "".join(sorted(set(_PRINTABLE) - set(found)))
        return self._one_of(found)

    def _one_of(self, characters: typing.Sequence[str]) -> str:
        return self.chance.choice(characters) if characters else ""


def _characters(code: str, value: typing.Any) -> str:
    if code == "LITERAL":
        return chr(value)
    if code == "RANGE":
        low, high = value
        return "".join(map(chr, range(low, min(high, low + 200) + 1)))
    name = str(value)
    if code != "CATEGORY":
        return ""
    if "_NOT_" in name:
        return "".join(sorted(set(_PRINTABLE) - set(_CATEGORIES[name.replace("_NOT_", "_")])))
    return _CATEGORIES[name]
