"""Lists in pages: cursors, and the ``Link`` header that has them."""

from __future__ import annotations

import base64
import binascii
import json
import typing
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import parse_qsl, urlencode

from ._context import Answer, Call
from ._errors import HttpError

Json = typing.Any
Row = tuple[int, dict[str, Json]]
"""A number that stays with an item for good, and the item."""

Key = tuple[str, int]
Sort = Callable[[dict[str, Json]], str]

USUAL = 25
"""Items on a page where nobody says how many."""


def _dated(item: dict[str, Json]) -> str:
    return str(item.get("creationDate", ""))


def _changed(item: dict[str, Json]) -> str:
    return str(item.get("modificationDate", ""))


def _titled(item: dict[str, Json]) -> str:
    return str(item.get("title", "")).casefold()


def _updated(item: dict[str, Json]) -> str:
    return str(item.get("updateDate", ""))


COLLECTION_SORTS: Mapping[str, Sort] = {"creationDate": _dated, "title": _titled}
SCORE_SORTS: Mapping[str, Sort] = {"creationDate": _dated, "modificationDate": _changed, "title": _titled}
RESOURCE_SORTS: Mapping[str, Sort] = {"creationDate": _dated, "updateDate": _updated, "title": _titled}
"""The ways to sort collections, scores and resources of a library, by name."""


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
        """The cursor that *text*, the value of the parameter *name*, stands for. Raises HttpError."""
        try:
            padded = text.encode("ascii") + b"=" * (-len(text) % 4)
            found: Json = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
            sort, direction, (value, number) = found
            if [type(part) for part in (sort, direction, value, number)] == [str, str, str, int]:
                return cls(sort, direction, (value, number))
        except (ValueError, TypeError, binascii.Error, RecursionError):
            pass
        raise HttpError(400, "INVALID_CURSOR", f"{name} is no cursor out of a Link header.", name)


def paged(call: Call, rows: Sequence[Row], sorts: Mapping[str, Sort], usual: int = USUAL) -> Answer:
    """The page of *rows* that *call* asks for, with the links to those beside it.

    *sorts* are the ways to sort by name, the first of them the one where the call doesn't say.
    """
    given = [name for name in ("next", "previous") if call.get(name)]
    if len(given) > 1:
        raise HttpError(400, "INVALID_CURSOR", "A page begins at next or ends at previous, not both.", "previous")
    cursor = Cursor.read(call[given[0]], given[0]) if given else None
    if cursor is not None and (cursor.sort not in sorts or cursor.direction not in ("asc", "desc")):
        raise HttpError(400, "INVALID_CURSOR", f"{given[0]} is the cursor of another list.", given[0])
    sort = cursor.sort if cursor else str(call.get("sort") or next(iter(sorts)))
    direction = cursor.direction if cursor else str(call.get("direction") or "asc")
    keyed = [((sorts[sort](item), number), item) for number, item in rows]
    keyed.sort(key=lambda entry: entry[0], reverse=direction == "desc")
    first, last = _bounds([key for key, _ in keyed], cursor, given == ["previous"], int(call.get("limit", usual)))
    targets: dict[str, Key] = {}
    if first < last < len(keyed):
        targets["next"] = keyed[last - 1][0]
    if 0 < first < last:
        targets["previous"] = keyed[first][0]
    links = [_link(call, name, Cursor(sort, direction, key)) for name, key in targets.items()]
    return Answer([item for _, item in keyed[first:last]], {"Link": ", ".join(links)} if links else {})


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
    kept = [
        (key, value) for key, value in parse_qsl(call.query, keep_blank_values=True) if key not in ("next", "previous")
    ]
    return f'<{call.url}?{urlencode([*kept, (name, str(cursor))])}>; rel="{name}"'
