"""Words that samples are made of: what a property of some name is likely to hold; ``words.json`` has them."""

from __future__ import annotations

import json
import random
import re
import typing
import uuid
from functools import cache
from importlib import resources


@cache
def _table() -> dict[str, typing.Any]:
    """Return words by their kinds, and patterns of names with the kind of each: the first that is found decides."""
    found: dict[str, typing.Any] = json.loads(
        resources.files(__package__ or "").joinpath("words.json").read_text("utf-8")
    )
    return found


def _word(kind: str, chance: random.Random) -> str:
    return str(chance.choice(_table()["words"][kind]))


def _date_time(chance: random.Random) -> str:
    day = f"{chance.randint(2023, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    time = f"{chance.randrange(24):02}:{chance.randrange(60):02}:{chance.randrange(60):02}"
    return f"{day}T{time}.{chance.randrange(1000):03}Z"


def _id(chance: random.Random) -> str:
    return f"{chance.getrandbits(96):024x}"


_MADE: dict[str, typing.Callable[[random.Random], str]] = {
    "id": _id,
    "uuid": lambda chance: str(uuid.UUID(int=chance.getrandbits(128), version=4)),
    "link": lambda chance: f"https://flat.io/{_id(chance)}",
    "email": lambda chance: f"{_word('first', chance)}.{_word('last', chance)}@example.org".lower(),
    "username": lambda chance: f"{_word('first', chance)}{chance.randrange(100)}".lower(),
    "name": lambda chance: f"{_word('first', chance)} {_word('last', chance)}",
    "code": lambda chance: "".join(chance.choices("abcdefghjkmnpqrstuvwxyz", k=8)),
    "date-time": _date_time,
    "date": lambda chance: _date_time(chance)[:10],
    "decimal": lambda chance: str(chance.randrange(1000)),
}

_FORMATS = ("date-time", "date", "uuid", "decimal")


def text_of(format: str, name: str, chance: random.Random) -> str:
    """Return a text of *format*; without one that is known, a text for the property *name*."""
    lower = name.lower()
    named = (kind for pattern, kind in _table()["names"] if re.search(pattern, lower))
    kind = format if format in _FORMATS else next(named)
    return _MADE[kind](chance) if kind in _MADE else _word(kind, chance)


def number_for(name: str, chance: random.Random) -> int:
    """Return a number for the property *name*."""
    lower = name.lower()
    if "percent" in lower or "grade" in lower:
        return chance.randrange(101)
    if "tempo" in lower:
        return chance.choice((60, 72, 90, 108, 120))
    return chance.randrange(1, 20)
