"""Faults: what can go wrong on purpose, and how that is written in one line of text."""

from __future__ import annotations

import re
import typing
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from fnmatch import fnmatchcase

GRAMMAR = """\
A fault is KIND or KIND=VALUE, with options behind it, each after a colon: status=503:times=2:path=/tasks/*

kinds:
  status=503        answer with this status, and do nothing; behind a 429 the limit is reset in a second
  delay=0.2         wait so many seconds before anything is done, an hour at most
  reset             reset the connection before anything is done; reset=after: when it is done, before the answer
  truncate=100      send so many bytes of the body, and close the connection
  rate-limit=5      let so many requests through, and refuse those that follow for a while (option window)
  task=error        let an export end in error, or task=canceled

options:
  times=2           only so many times; always if not given
  after=3           not for the first so many requests that it could be for
  method=POST       only for this method
  path=/tasks/*     only for paths, without the /v2 in front, that this pattern matches
  on=storage        on the server of finished files, rather than on the API
  chance=0.5        only now and then; seed=7 makes it the same requests in each run
  window=60         how many seconds a rate limit lasts, 60 if not given
  retry-after=1     a status with the header Retry-After
"""

LONGEST_DELAY = 3_600
"""Seconds that a request waits at most."""

LONGEST_WINDOW = 366 * 86_400
"""Seconds that a rate limit lasts at most."""

LONGEST_TEXT = 500
"""Characters of a fault at most."""

MOST_FAULTS = 100
"""Faults in one text at most."""

KINDS = ("status", "delay", "reset", "truncate", "rate-limit", "task")

_CHOICES: dict[str, tuple[str, ...]] = {"reset": ("before", "after"), "task": ("error", "canceled")}
_ALONE = {"reset": "before"}
_METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")


class FaultError(ValueError):
    """A fault that is written wrongly; the message says what there is."""


@dataclass(frozen=True)
class Fault:
    """Something that is to go wrong. `Fault.parse` reads the text that ``str`` of a fault gives.

    *kind* is one of `KINDS`, *value* what stands behind it. The other fields are the options of the `GRAMMAR`.
    """

    kind: str
    value: int | float | str
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
        """The fault that *text* stands for. Raises FaultError.

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
            raise FaultError(f"{text!r}: {kind} needs a value, as in {_EXAMPLES[kind]}")
        fault = cls(kind, _value(text, kind, value if equals else _ALONE[kind]))
        given: dict[str, typing.Any] = {}
        for option in options:
            name, _, value = option.partition("=")
            if name not in _OPTIONS:
                raise FaultError(f"{text!r}: there is no option {name!r}; there are {', '.join(_OPTIONS)}")
            if name in given:
                raise FaultError(f"{text!r}: {name} is there twice")
            given[name] = _OPTIONS[name](text, name, value)
        return replace(fault, **{name.replace("-", "_"): value for name, value in given.items()})

    def is_for(self, method: str, path: str, on: str) -> bool:
        """Return whether the fault is one for requests like this."""
        return self.on == on and self.method in ("*", method) and fnmatchcase(path, self.path)

    def __str__(self) -> str:
        head = self.kind if _ALONE.get(self.kind) == self.value else f"{self.kind}={_shown(self.value)}"
        given = [entry for entry in fields(self)[2:] if getattr(self, entry.name) != entry.default]
        return ":".join(
            [head, *(f"{entry.name.replace('_', '-')}={_shown(getattr(self, entry.name))}" for entry in given)]
        )

    def __repr__(self) -> str:
        return f"Fault.parse({str(self)!r})"


_EXAMPLES = {
    "status": "status=503",
    "delay": "delay=0.2",
    "truncate": "truncate=100",
    "rate-limit": "rate-limit=5",
    "task": "task=error",
}


def _shown(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) and f"{value:g}" == str(value).removesuffix(".0") else str(value)


def _value(text: str, kind: str, value: str) -> int | float | str:
    if kind in _CHOICES:
        return _choice(*_CHOICES[kind])(text, kind, value)
    if kind == "delay":
        return _seconds(LONGEST_DELAY)(text, kind, value)
    number = _whole(text, kind, value)
    if kind == "status" and not 400 <= number <= 599:
        raise FaultError(f"{text!r}: the status of a fault is from 400 to 599, not {number}")
    return number


def _whole(text: str, name: str, value: str) -> int:
    if not re.fullmatch(r"[0-9]{1,12}", value):
        raise FaultError(f"{text!r}: {name} is a whole number, not {value!r}")
    return int(value)


def _decimal(text: str, name: str, value: str) -> float:
    if not re.fullmatch(r"[0-9]{1,12}(\.[0-9]{1,12})?", value):
        raise FaultError(f"{text!r}: {name} is a number such as 0.5, not {value!r}")
    return float(value)


def _seconds(most: int) -> typing.Callable[[str, str, str], float]:
    def read(text: str, name: str, value: str) -> float:
        found = _decimal(text, name, value)
        if found > most:
            raise FaultError(f"{text!r}: {name} is {most:,} seconds at most, not {value}")
        return found

    return read


def _chance(text: str, name: str, value: str) -> float:
    found = _decimal(text, name, value)
    if found > 1:
        raise FaultError(f"{text!r}: {name} is from 0 to 1, not {value}")
    return found


def _choice(*choices: str) -> typing.Callable[[str, str, str], str]:
    def read(text: str, name: str, value: str) -> str:
        if value not in choices:
            raise FaultError(f"{text!r}: {name} is one of {', '.join(choices)}, not {value!r}")
        return value

    return read


def _pattern(text: str, name: str, value: str) -> str:
    if not value.startswith(("/", "*")):
        raise FaultError(f"{text!r}: {name} begins with a slash or a star, unlike {value!r}")
    return value


_OPTIONS: dict[str, typing.Callable[[str, str, str], typing.Any]] = {
    "times": _whole,
    "after": _whole,
    "method": _choice(*_METHODS),
    "path": _pattern,
    "on": _choice("api", "storage"),
    "chance": _chance,
    "seed": _whole,
    "window": _seconds(LONGEST_WINDOW),
    "retry-after": _whole,
}

Written = typing.Union["Fault", str]


def faults_of(written: Iterable[Written] | Written) -> list[Fault]:
    """The faults in *written*: one or several, as faults or as text, several in one text with commas between them."""
    given = [written] if isinstance(written, (str, Fault)) else list(written)
    return [fault for entry in given for fault in ([entry] if isinstance(entry, Fault) else _faults_in(entry))]


def _faults_in(text: str) -> list[Fault]:
    if text.count(",") >= MOST_FAULTS:
        raise FaultError(f"{text[:40]!r}... has more than {MOST_FAULTS} faults")
    return [Fault.parse(part) for part in text.split(",") if part]
