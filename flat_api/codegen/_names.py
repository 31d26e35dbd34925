"""Names in a document turned into Python names: modules, classes, enum members, attributes."""

from __future__ import annotations

import keyword
import re
import typing
import unicodedata

from .. import schemas

_WORDS = ["Property", "all_of", "any_of", "list_of", "map_of", "nullable", "one_of", "optional", "ref", "required"]
_PARTS = [name for name in dir(schemas) if name.endswith(("Schema", "Base", "Mixin"))]
VOCABULARY = frozenset([*_WORDS, *_PARTS, "value", "typing", "frozendict"])
"""What a declaration may be written with; nothing in a document gets one of these names."""

INTERNAL = frozenset(["MetaOapg", "_anonymous", "_declaration", "_format", "_runtime", "_singles"])
"""Names that the metaclass of schema classes keeps for itself, beside those that all of them have."""

_DEVICES = frozenset(["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))])


_LONGEST = 180
"""How many bytes the name of a module may have: file systems take 255, with what is put around it."""


def normal(text: str) -> str:
    """Return the form of an identifier that Python knows it by, NFKC; a file must be called like that too."""
    return unicodedata.normalize("NFKC", text)


def _fits(character: str) -> bool:
    """Return whether *character* may be part of an identifier."""
    return f"a{character}".isidentifier()


def spelled(name: str) -> str:
    """*name* in characters of identifiers, with underscores for the rest."""
    return "".join(character if _fits(character) else "_" for character in normal(name))


def apart(name: str) -> str:
    """Return *name* with an underscore between an abbreviation and the word behind it: ``HTTPServer``, ``HTTP_Server``.

    Looking around takes time in proportion to the name; one group for the abbreviation would take the square of it.
    """
    return re.sub(r"(?<=[A-Z])(?=[A-Z][a-z]{2})", "_", name)


def snake(name: str) -> str:
    """The name of the module of a class: ``GoogleClassroomCoursework`` is in ``google_classroom_coursework``."""
    text = apart(name)
    text = normal(re.sub(r"([a-z\d])([A-Z])", r"\1_\2", text).lower())
    return f"{text}_" if keyword.iskeyword(text) or text in _DEVICES else text


def camel(name: str) -> str:
    """A class name for *name*: ``googleClassroom`` gives ``GoogleClassroom``, ``1st-place`` gives ``N1stPlace``."""
    words = [word for word in spelled(name).split("_") if word]
    text = spelled("".join(word[0].upper() + word[1:] for word in words)) or "Unnamed"
    if keyword.iskeyword(text):  # None, True and False
        return f"{text}Value"
    text = text if text.isidentifier() else normal(f"N{text}")
    while (excess := len(snake(text).encode()) - _LONGEST) > 0:
        text = text[: -(1 + excess // 4)]  # a character may be four bytes
    return text


def singular(name: str) -> str | None:
    """The name of one of *name*, where English forms it by rule: ``Instruments`` gives ``Instrument``."""
    for ending, one in (("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh")):
        if name.endswith(ending):
            return name.removesuffix(ending) + one
    irregular = name.endswith(("ss", "us", "is", "series", "news")) or len(name) < 4
    return name[:-1] if name.endswith("s") and not irregular else None


def unique(wanted: str, taken: typing.Container[str]) -> str:
    """Return *wanted*, with a number behind it where that is needed to make it free."""
    joint = "_" if wanted[-1].isdigit() else ""
    return first_free(lambda number: wanted if number == 1 else f"{wanted}{joint}{number}", taken.__contains__)


def first_free(name: typing.Callable[[int], str], is_taken: typing.Callable[[str], bool]) -> str:
    """Return the *name* for the first number from 1 on whose name is free, in few steps however many are taken.

    Where names were taken with gaps between the numbers, it may be that of a later number.
    """
    taken, free = 0, 1
    while is_taken(name(free)):
        taken, free = free, 2 * free
    while free - taken > 1:
        middle = (taken + free) // 2
        taken, free = (middle, free) if is_taken(name(middle)) else (taken, middle)
    return name(free)


def class_names(components: typing.Iterable[str]) -> dict[str, str]:
    """The class name of each component. Those that can keep their name do, whatever the others are called."""
    chosen: dict[str, str] = {}
    modules: set[str] = set()
    for component in sorted(components, key=lambda name: (camel(name) != name, name)):
        wanted = camel(component)
        name = unique(f"{wanted}Model" if wanted in VOCABULARY else wanted, _Taken(modules))
        chosen[component] = name
        modules.add(snake(name))
    return chosen


class _Taken:
    """Class names that are taken: words of declarations, and those whose module is there."""

    def __init__(self, modules: set[str]) -> None:
        self.modules = modules

    def __contains__(self, name: object) -> bool:
        return name in VOCABULARY or snake(str(name)) in self.modules


def attribute(key: str, taken: typing.Container[str]) -> str:
    """The Python name of the property *key*: the key itself where that works, else with an underscore behind it."""
    text = spelled(key)
    if text.startswith("__"):  # a class body renames such names
        text = text.strip("_")
    text = text or ("sign" if key else "empty")
    if not text.isidentifier():
        text = normal(f"n{text}")
    free = text == key and not keyword.iskeyword(text) and text not in INTERNAL and text not in taken
    return text if free else unique(text if text.endswith("_") else f"{text}_", taken)


def member(value: typing.Any) -> str:
    """The name of an enum member, by the rules of the generator whose clients this package replaces.

    >>> [member(value) for value in ("newScore", "cc-by", "edu.admin", "math/arts", -1, 1.5, True, None, "")]
    ['NEW_SCORE', 'CCBY', 'EDU_ADMIN', 'MATH_ARTS', 'NEGATIVE_1', 'POSITIVE_1_PT_5', 'TRUE', 'NONE', 'EMPTY']
    """
    text = {"None": "null"}.get(str(value), str(value))
    if text in ("", "null"):
        return "NONE" if text else "EMPTY"
    if re.fullmatch(r"[-+]?\d+(\.\d+)?", text):
        sign = "NEGATIVE_" if text.startswith("-") else "POSITIVE_"
        return sign + text.lstrip("+-").replace(".", "_PT_")
    text = re.sub(r"^[^\w]|^\d", "", re.sub(r"\s+", "_", normal(text)))
    text = re.sub(r"([a-z])([A-Z]+)", r"\1_\2", re.sub(r"[/.]", "_", text))
    letters = "".join(filter(_fits, text))
    return _as_member(letters.upper(), str(value))


def _as_member(text: str, value: str) -> str:
    """*text* as an identifier; one without letters is spelled out, ``<=`` as ``LESS_THAN_SIGN_EQUALS_SIGN``."""
    if not text.strip("_"):
        names = (unicodedata.name(character, f"U{ord(character):X}") for character in value)
        text = "_".join(re.sub(r"\W", "_", name) for name in names)
    return normal(text if text.isidentifier() and not text.startswith("__") else f"VALUE_{text.lstrip('_')}")
