"""Words that samples are made of: what a property of some name is likely to hold."""

from __future__ import annotations

import random
import re
import typing
import uuid

Word = typing.Callable[[random.Random], str]

_FIRST = ("Ada", "Clara", "Fanny", "Florence", "Hildegard", "Johann", "Nadia", "Scott", "Wolfgang")
_LAST = ("Bach", "Boulanger", "Hensel", "Joplin", "Lovelace", "Mozart", "Price", "Schumann")
_TITLES = ("Autumn Leaves Fall", "Canon for Two", "Evening Song", "Little Waltz", "Morning Study", "Ragtime Sketch")
_INSTRUMENTS = ("flute", "violin", "piano", "clarinet", "trumpet", "acoustic-guitar")
_TEXTS = ("A first try, comments are welcome.", "For the concert in spring.", "Mind the repeat in measure eight.")


def _chosen(*words: str) -> Word:
    return lambda chance: chance.choice(words)


def _id(chance: random.Random) -> str:
    return f"{chance.getrandbits(96):024x}"


def _link(chance: random.Random) -> str:
    return f"https://flat.io/{_id(chance)}"


def _email(chance: random.Random) -> str:
    return f"{chance.choice(_FIRST)}.{chance.choice(_LAST)}@example.org".lower()


def _username(chance: random.Random) -> str:
    return f"{chance.choice(_FIRST)}{chance.randrange(100)}".lower()


def _name(chance: random.Random) -> str:
    return f"{chance.choice(_FIRST)} {chance.choice(_LAST)}"


def _code(chance: random.Random) -> str:
    return "".join(chance.choices("abcdefghjkmnpqrstuvwxyz", k=8))


def date_time(chance: random.Random) -> str:
    """A date and time of the years 2023 to 2025."""
    day = f"{chance.randint(2023, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    time = f"{chance.randrange(24):02}:{chance.randrange(60):02}:{chance.randrange(60):02}"
    return f"{day}T{time}.{chance.randrange(1000):03}Z"


def _date(chance: random.Random) -> str:
    return date_time(chance)[:10]


def _uuid(chance: random.Random) -> str:
    return str(uuid.UUID(int=chance.getrandbits(128), version=4))


def _decimal(chance: random.Random) -> str:
    return str(chance.randrange(1000))


# The first pattern that is found in the name of a property, in lower case, decides.
_BY_NAME: tuple[tuple[str, Word], ...] = (
    (r"uuid$", _uuid),
    (r"url$|picture|logo|link|thumbnail", _link),
    (r"email", _email),
    (r"firstname", _chosen(*_FIRST)),
    (r"lastname", _chosen(*_LAST)),
    (r"username", _username),
    (r"name$|composer|arranger|lyricist", _name),
    (r"title", _chosen(*_TITLES)),
    (r"instrument|sample", _chosen(*_INSTRUMENTS)),
    (r"tag|badge", _chosen("waltz", "beginner", "duet", "jazz")),
    (r"text|comment|description|bio|message|content", _chosen(*_TEXTS)),
    (r"date$", date_time),
    (r"code", _code),
    (r"theme|color", _chosen("blue", "green", "orange")),
    (r"type", _chosen("regular", "standard")),
    (r"format", _chosen("mp3", "wav")),
)

_BY_FORMAT: dict[str, Word] = {"date-time": date_time, "date": _date, "uuid": _uuid, "decimal": _decimal}


def word_for(name: str, chance: random.Random) -> str:
    """A text for the property *name*; an identifier where nothing better is known."""
    lower = name.lower()
    return next((word for pattern, word in _BY_NAME if re.search(pattern, lower)), _id)(chance)


def text_of(format: str, name: str, chance: random.Random) -> str:
    """A text of *format*; without one that is known, a text for the property *name*."""
    return _BY_FORMAT[format](chance) if format in _BY_FORMAT else word_for(name, chance)


def number_for(name: str, chance: random.Random) -> int:
    """A number for the property *name*."""
    lower = name.lower()
    if "percent" in lower or "grade" in lower:
        return chance.randrange(101)
    if "tempo" in lower:
        return chance.choice((60, 72, 90, 108, 120))
    return chance.randrange(1, 20)
