"""Origins, which tell whom a secret may be told."""

from __future__ import annotations

from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

from .exceptions import ApiValueError

__all__ = ["origin"]

_PORTS = {"http": 80, "https": 443}


def origin(url: str) -> tuple[str | None, str | None, int | None]:
    """Scheme, host and port of *url* (RFC 6454).

    They are what urllib3 will make of it: two ways to read a URL are a way around a check. Raises ApiValueError for
    what is not a URL.
    """
    try:
        parts = parse_url(url)
    except LocationParseError:  # which quotes it, with the password that may be in it
        raise ApiValueError("The URL can't be read") from None
    return parts.scheme, parts.host, parts.port or _PORTS.get(parts.scheme or "")
