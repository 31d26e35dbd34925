"""What options and arguments accept, checked before anything is done."""

from __future__ import annotations

import math
import sys
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import click

from ._profiles import is_name
from ._text import STDOUT

if TYPE_CHECKING:
    ParamType = click.ParamType[Any]
else:
    ParamType = click.ParamType  # which older releases of click can't be asked for what it makes

__all__ = ["FILE", "IDENTIFIER", "NEW_FILE", "PROFILE", "TEXT", "URL", "Checked", "Seconds"]


class Checked(ParamType):
    """The base of types that are text. A subclass says in `fault` what is wrong with a value, None where nothing is."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        fault = "it is empty" if value == "" else self.fault(value)
        return value if fault is None else self.fail(fault, param, ctx)

    def fault(self, value: str) -> str | None:
        """Return what is wrong with *value*."""
        raise NotImplementedError


class _Text(Checked):
    name = "text"

    def fault(self, value: str) -> str | None:
        """Bytes of an argument that are not UTF-8 are surrogates in it, which can't be sent."""
        return None if value.isascii() or value.encode(errors="ignore").decode() == value else "it is not text in UTF-8"


class _Identifier(_Text):
    name = "identifier"

    def fault(self, value: str) -> str | None:
        if value in (".", ".."):
            return "it is not an identifier"
        if any(ord(char) < 32 or ord(char) == 127 for char in value):
            return "it holds a line break or another control character"
        return super().fault(value)


class _File(Checked):
    name = "file"

    def fault(self, value: str) -> str | None:
        return None


class _NewFile(Checked):
    name = "file"

    def fault(self, value: str) -> str | None:
        if value == STDOUT and sys.stdout.isatty():
            return "standard output is a terminal: redirect it, or name a file"
        return None


class _Url(Checked):
    name = "url"

    def fault(self, value: str) -> str | None:
        return None if _is_base_url(value) else f"expected a URL such as https://api.flat.io/v2, got {value!r}"


def _is_base_url(value: str) -> bool:
    try:
        parts = urlsplit(value)
        is_place = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is none, half an IPv6 address
        return False
    is_plain = value.isprintable() and not any(char in value for char in " ?#\\")
    return is_place and is_plain and "" not in str(parts.hostname).rstrip(".").split(".")


class _Profile(Checked):
    name = "profile"

    def fault(self, value: str) -> str | None:
        return None if is_name(value) else "expected letters, digits, dots, hyphens and underscores, 64 at most"


class Seconds(ParamType):
    """A number of seconds that can be waited for, more than none unless *or_none*."""

    name = "seconds"
    MOST = 1e9  # some 30 years, and less than a socket can wait

    def __init__(self, *, or_none: bool = False) -> None:
        self._or_none = or_none

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            seconds = float(value)
        except ValueError:
            seconds = math.nan
        if 0 < seconds <= self.MOST or (seconds == 0 and self._or_none):
            return seconds
        least = "from 0" if self._or_none else "more than 0"
        self.fail(f"expected seconds, {least} and up to {self.MOST:.0f}, such as 0.5, got {value!r}", param, ctx)


TEXT, IDENTIFIER, FILE, NEW_FILE, URL, PROFILE = _Text(), _Identifier(), _File(), _NewFile(), _Url(), _Profile()
