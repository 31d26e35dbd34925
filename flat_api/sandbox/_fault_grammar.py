"""Faults: what can go wrong on purpose, and how that is written in one line of text."""

from __future__ import annotations

import re
import typing
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from fnmatch import fnmatchcase
from importlib import resources

GRAMMAR = resources.files(__package__ or "").joinpath("data", "faults.txt").read_text("utf-8")
"""What there is: kinds, and options behind them."""

LONGEST_TEXT = 500
"""Characters of a fault at most."""

MOST_FAULTS = 100
"""Faults in one text at most."""

Value = int | float | str
Reader = Callable[[str], Value]
"""Returns the value that a text stands for. Raises FaultError, which goes on behind the name of the value."""


class FaultError(ValueError):
    """A fault that is written wrongly; the message says what there is."""


def _integer(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,12}", text):
        raise FaultError(f"is a whole number, not {text!r}")
    return int(text)


def _status(text: str) -> int:
    if not 400 <= _integer(text) <= 599:
        raise FaultError(f"is from 400 to 599, not {text}")
    return int(text)


def _number(most: float, unit: str) -> Reader:
    def read(text: str) -> float:
        if not re.fullmatch(r"[0-9]{1,12}(\.[0-9]{1,12})?", text):
            raise FaultError(f"is a number such as 0.5, not {text!r}")
        if float(text) > most:
            raise FaultError(f"is {unit}, not {text}")
        return float(text)

    return read


def _choice(*choices: str) -> Reader:
    def read(text: str) -> str:
        if text not in choices:
            raise FaultError(f"is one of {', '.join(choices)}, not {text!r}")
        return text

    return read


def _pattern(text: str) -> str:
    if not text.startswith(("/", "*")):
        raise FaultError(f"begins with a slash or a star, unlike {text!r}")
    return text


KINDS: dict[str, Reader] = {
    "status": _status,
    "delay": _number(3_600, "3,600 seconds at most"),
    "reset": _choice("before", "after"),
    "truncate": _integer,
    "rate-limit": _integer,
    "task": _choice("error", "canceled"),
}
_OPTIONS: dict[str, Reader] = {
    "times": _integer,
    "after": _integer,
    "method": _choice("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"),
    "path": _pattern,
    "on": _choice("api", "storage"),
    "chance": _number(1, "from 0 to 1"),
    "seed": _integer,
    "window": _number(366 * 86_400, "31,622,400 seconds at most"),
    "retry-after": _integer,
}
_ALONE = {"reset": "before"}
"""The kinds that need no value, each with the one that is meant then."""


@dataclass(frozen=True)
class Fault:
    """Something that is to go wrong. `Fault.parse` reads the text that ``str`` of a fault gives.

    *kind* is one of `KINDS`, *value* what stands behind it. The other fields are the options of the `GRAMMAR`.
    """

    kind: str
    value: Value
    times: int | None = None
    after: int = 0
    method: str = "*"
    path: str = "*"
    on: str = "api"
    chance: float = 1.0
    seed: int = 0
    window: float = 60.0
    retry_after: int | None = None

    @classmethod
    def parse(cls, text: str) -> Fault:
        """Return the fault that *text* stands for. Raises FaultError.

        >>> Fault.parse("status=503:times=2:path=/tasks/*")
        Fault.parse('status=503:times=2:path=/tasks/*')
        """
        if len(text) > LONGEST_TEXT:
            raise FaultError(f"{text[:40]!r}... is longer than {LONGEST_TEXT} characters")
        head, *options = text.strip().split(":")
        kind, equals, value = head.partition("=")
        if kind not in KINDS:
            raise FaultError(f"{text!r}: {kind!r} is no kind of fault; there are {', '.join(KINDS)}")
        if not equals and kind not in _ALONE:
            example = re.search(rf"{kind}=[^ ]+", GRAMMAR)
            raise FaultError(f"{text!r}: {kind} needs a value, as in {example[0] if example else kind}")
        fault = cls(kind, _read(text, kind, KINDS[kind], value if equals else _ALONE[kind]))
        given: dict[str, typing.Any] = {}
        for option in options:
            name, _, value = option.partition("=")
            if name not in _OPTIONS:
                raise FaultError(f"{text!r}: there is no option {name!r}; there are {', '.join(_OPTIONS)}")
            field = name.replace("-", "_")
            if field in given:
                raise FaultError(f"{text!r}: {name} is there twice")
            given[field] = _read(text, name, _OPTIONS[name], value)
        return replace(fault, **given)

    def is_for(self, method: str, path: str, on: str) -> bool:
        """Return whether the fault is one for requests like this."""
        return self.on == on and self.method in ("*", method) and fnmatchcase(path, self.path)

    def __str__(self) -> str:
        parts = [self.kind if _ALONE.get(self.kind) == self.value else f"{self.kind}={_written(self.value)}"]
        for field in fields(self)[2:]:
            value = getattr(self, field.name)
            if value != field.default:
                parts.append(f"{field.name.replace('_', '-')}={_written(value)}")
        return ":".join(parts)

    def __repr__(self) -> str:
        return f"Fault.parse({str(self)!r})"


def _read(text: str, name: str, reader: Reader, value: str) -> Value:
    try:
        return reader(value)
    except FaultError as error:
        raise FaultError(f"{text!r}: {name} {error}") from None


def _written(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) and f"{value:g}" == str(value).removesuffix(".0") else str(value)


Written = typing.Union["Fault", str]


def faults_of(written: Iterable[Written] | Written) -> list[Fault]:
    """Return the faults in *written*: one or several, as faults or as text, several in one text with commas between."""
    given = [written] if isinstance(written, (str, Fault)) else list(written)
    return [fault for entry in given for fault in ([entry] if isinstance(entry, Fault) else _faults_in(entry))]


def _faults_in(text: str) -> list[Fault]:
    if text.count(",") >= MOST_FAULTS:
        raise FaultError(f"{text[:40]!r}... has more than {MOST_FAULTS} faults")
    return [Fault.parse(part) for part in text.split(",") if part]
