"""Lists in pages: cursors, and the ``Link`` header that has them."""

from __future__ import annotations

import base64
import json
import typing
from collections.abc import Callable, Iterable, Sequence
from urllib.parse import parse_qsl, urlencode

from ._context import Answer, Call
from ._database import Entry
from ._errors import HttpError

Json = typing.Any
Key = tuple[str, int]

USUAL = 25
"""Items on a page where nobody says how many."""

COLLECTION_SORTS = ("creationDate", "title")
SCORE_SORTS = ("creationDate", "modificationDate", "title")
RESOURCE_SORTS = ("creationDate", "updateDate", "title")


class Cursor(typing.NamedTuple):
    """A place in a list: the *key* of the item there, and how the list is sorted.

    What is added or removed meanwhile moves no other item to another page.
    """

    sort: str
    direction: str
    key: Key

    def __str__(self) -> str:
        return base64.urlsafe_b64encode(json.dumps(self).encode()).decode().rstrip("=")

    @classmethod
    def read(cls, text: str, name: str) -> Cursor:
        """Return the cursor that *text*, the value of the parameter *name*, stands for. Raises HttpError."""
        try:
            padded = text.encode("ascii") + b"=" * (-len(text) % 4)
            found: Json = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
            sort, direction, (value, number) = found
            if [type(part) for part in (sort, direction, value, number)] == [str, str, str, int]:
                return cls(sort, direction, (value, number))
        except (ValueError, TypeError, RecursionError):
            pass
        raise HttpError(400, "INVALID_CURSOR", f"{name} is no cursor out of a Link header.", name)


def paged(
    call: Call,
    entries: Iterable[Entry],
    show: Callable[[Entry], Json],
    sorts: Sequence[str] = ("",),
    usual: int = USUAL,
) -> Answer:
    """Return the page of *entries* that *call* asks for, with the links to those beside it.

    *show* returns what is told of an entry. *sorts* are the ways to sort, each one or more properties with commas
    between them; the first of them is the usual one.
    """
    given = [name for name in ("next", "previous") if call.get(name)]
    if len(given) > 1:
        raise HttpError(400, "INVALID_CURSOR", "A page begins at next or ends at previous, not both.", "previous")
    cursor = Cursor.read(call[given[0]], given[0]) if given else None
    if cursor is not None and (cursor.sort not in sorts or cursor.direction not in ("asc", "desc")):
        raise HttpError(400, "INVALID_CURSOR", f"{given[0]} is the cursor of another list.", given[0])
    sort = cursor.sort if cursor else stated_sort(call) or sorts[0]
    direction = cursor.direction if cursor else str(call.get("direction") or "asc")
    items = [(entry.seq, show(entry)) for entry in entries]
    keyed = [((_sort_key(item, sort), seq), item) for seq, item in items]
    keyed.sort(key=lambda pair: pair[0], reverse=direction == "desc")
    first, last = _bounds([key for key, _ in keyed], cursor, given == ["previous"], int(call.get("limit", usual)))
    targets: dict[str, Key] = {}
    if first < last < len(keyed):
        targets["next"] = keyed[last - 1][0]
    if 0 < first < last:
        targets["previous"] = keyed[first][0]
    links = [_link(call, name, Cursor(sort, direction, key)) for name, key in targets.items()]
    return Answer([item for _, item in keyed[first:last]], {"Link": ", ".join(links)} if links else {})


def stated_sort(call: Call) -> str:
    """Return what *call* wants a list sorted by: properties with commas between them."""
    stated: str | list[str] = call.get("sort", "")
    return stated if isinstance(stated, str) else ",".join(stated)


def _sort_key(item: Json, sort: str) -> str:
    return "\0".join(str(item.get(name, "")).casefold() for name in sort.split(","))


def _bounds(keys: list[Key], cursor: Cursor | None, backwards: bool, limit: int) -> tuple[int, int]:
    """Return where the page begins and ends in a list with these *keys*."""
    if cursor is None:
        return 0, min(limit, len(keys))
    is_up = cursor.direction == "asc"
    before = sum(1 for key in keys if (key < cursor.key if is_up else key > cursor.key))
    if backwards:
        return max(0, before - limit), before
    first = before + (cursor.key in keys)
    return first, min(first + limit, len(keys))


def _link(call: Call, name: str, cursor: Cursor) -> str:
    pairs = parse_qsl(call.query, keep_blank_values=True)
    kept = [(key, value) for key, value in pairs if key not in ("next", "previous")]
    return f'<{call.url}?{urlencode([*kept, (name, str(cursor))])}>; rel="{name}"'
