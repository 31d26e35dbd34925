"""The ``Link`` header (RFC 8288): where an answer says that more of it can be found."""

from __future__ import annotations

import re
import typing

_TARGET = re.compile(r"[ \t,]*<([^>]*)>")
_PARAMETER = re.compile(
    r"""[ \t]*;[ \t]*
    (?: ([^ \t=;,"]+)                                       # the name
        [ \t]*
        (?: =[ \t]* (?: "((?:[^"\\]|\\.)*)" | ([^ \t=;,"]*) ) )?   # the value, quoted or not
    )?""",
    re.VERBOSE,
)
_NOTHING = re.compile(r"[ \t,]*")
_END = re.compile(r"[ \t]*(?:,|\Z)")


class Link(typing.NamedTuple):
    """A link in a header: the URL it leads to, as it is written, and what is there in relation to the answer."""

    target: str
    relations: frozenset[str]


def links(header: str) -> list[Link]:
    """All links in *header*, several headers being joined by commas.

    Links from something else than the answer (``anchor``) are left out. Raises ValueError where the header can't be
    read to its end.

    >>> links('<https://api.flat.io/v2/collections?next=b>; rel="next last", </v2>; title="a, b; c"; REL=Start')
    [Link(target='https://api.flat.io/v2/collections?next=b', relations=frozenset({...})), Link(target='/v2', ...)]
    """
    found: list[Link] = []
    position = _after(_NOTHING, header, 0)
    while position < len(header):
        target = _TARGET.match(header, position)
        if target is None:
            raise ValueError(f"there is no link at character {position}")
        parameters, position = _parameters(header, target.end())
        position = _after(_NOTHING, header, _after(_END, header, position))
        if "anchor" not in parameters:
            found.append(Link(target[1].strip(), frozenset(parameters.get("rel", "").lower().split())))
    return found


def _parameters(header: str, position: int) -> tuple[dict[str, str], int]:
    """The parameters of a link by name, of several with one name the first, and where they end."""
    found: dict[str, str] = {}
    while match := _PARAMETER.match(header, position):
        name, quoted, plain = match.groups()
        if name is not None:
            value = plain or "" if quoted is None else re.sub(r"\\(.)", r"\1", quoted)
            found.setdefault(name.lower(), value)
        position = match.end()
    return found, position


def _after(pattern: re.Pattern[str], header: str, position: int) -> int:
    match = pattern.match(header, position)
    if match is None:
        raise ValueError(f"character {position} belongs to no link")
    return match.end()
