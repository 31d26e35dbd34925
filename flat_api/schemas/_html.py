"""Objects and arrays as tables of HTML, for notebooks: everything escaped, secrets hidden, the size limited."""

from __future__ import annotations

import html
import typing
from itertools import islice

from ..exceptions import cut, visible
from ._display import LONGEST_TEXT, Brief, brief
from ._plain import shallow
from ._primitives import class_of, is_array, is_object
from ._secrets import shown_items

MOST_ROWS = 100
MOST_COLUMNS = 20

MOST_MEMBERS = 8
"""Members of an object or array inside a cell that are shown there."""

LONGEST_CELL = 200
"""Characters of a cell that holds an object or an array."""

_LEFT = ' style="text-align: left"'  # notebooks align cells to the right otherwise

Object = dict[str, object]
Array = tuple[object, ...] | list[object]


def table(node: object) -> str | None:
    """Return an object or array as a table; None for other values, which look the same in plain text."""
    if is_object(node):
        return _object_table(node)
    return _array_table(node) if is_array(node) else None


def _object_table(node: Object) -> str:
    """Return an object as a table with a row for each key."""
    rows = ((_header(key), _cell(_value(item))) for key, item in islice(shown_items(node), MOST_ROWS))
    return _table([_name(node), *_beyond(len(node), MOST_ROWS, "keys")], (), rows)


def _array_table(node: Array) -> str:
    """Return an array as a table: of objects the keys with plain values as columns, of others the values."""
    items = node[:MOST_ROWS]
    title = [_name(node) + _of(items), *(_beyond(len(node), MOST_ROWS, "items") or [_counted(len(node), "items")])]
    objects = list(filter(is_object, items))
    if not items or len(objects) < len(items):
        return _table(title, (), ((_header(index), _cell(_value(item))) for index, item in enumerate(items)))
    columns, nested = _columns(objects)
    shown = columns[:MOST_COLUMNS]
    title += [*_beyond(len(columns), MOST_COLUMNS, "columns"), *_left_out(nested)]
    rows = (
        (_header(index), *[_cell(_value(item[key]) if key in item else "") for key in shown])
        for index, item in enumerate(dict(shown_items(item)) for item in objects)
    )
    return _table(title, ("", *shown), rows)


def _columns(objects: list[Object]) -> tuple[list[str], list[str]]:
    """Return the keys that have plain values in all *objects*, and those that have others, as they first come."""
    keys = dict.fromkeys(key for item in objects for key in item)
    nested = {key for item in objects for key, value in item.items() if isinstance(value, (dict, tuple))}
    return [key for key in keys if key not in nested], [key for key in keys if key in nested]


def _left_out(nested: list[str]) -> list[str]:
    if not nested:
        return []
    names = cut(", ".join(_text(key) for key in nested[:MOST_MEMBERS]), LONGEST_CELL)
    return [f"without {names}{', …' if len(nested) > MOST_MEMBERS else ''} (nested)"]


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what if count != 1 else what[:-1]}"


def _beyond(count: int, most: int, what: str) -> list[str]:
    return [f"the first {most} of {count:,} {what}"] if count > most else []


def _of(items: Array) -> str:
    """Return what *items* are called together, where all are of one class that has a name of its own."""
    classes = {class_of(item) for item in items}
    named = len(classes) == 1 and not all(cls.__module__.startswith(f"{__package__}.") for cls in classes)
    return f" of {_name(items[0])}" if named else ""


def _name(node: object) -> str:
    return _text(class_of(node).__name__)


# Values as text, not yet escaped


def _value(value: object) -> str:
    return cut(_members(value), LONGEST_CELL) if is_object(value) or is_array(value) else _text(value)


def _members(value: Object | Array) -> str:
    """Return the members of an object or array, those that have members themselves as no more than their number."""
    more = ["…"] if len(value) > MOST_MEMBERS else []
    if isinstance(value, dict):
        members = [f"{_text(key)}: {_member(item)}" for key, item in islice(shown_items(value), MOST_MEMBERS)]
        return ", ".join([*members, *more])
    return ", ".join([*map(_member, value[:MOST_MEMBERS]), *more])


def _member(value: object) -> str:
    if is_object(value):
        return f"{{{_counted(len(value), 'keys')}}}"
    return f"[{_counted(len(value), 'items')}]" if is_array(value) else _text(value)


def _text(value: object) -> str:
    """Return a plain value as text on one line, without its end where it is long."""
    short = brief(value)
    plain = short if isinstance(short, (Brief, str)) else shallow(value)
    text = repr(plain) if isinstance(plain, bytes) else str(plain)
    return visible(cut(text, 2 * LONGEST_TEXT))


# HTML


def _cell(text: str) -> str:
    return f"<td{_LEFT}>{html.escape(text)}</td>"


def _header(text: object) -> str:
    return f"<th{_LEFT}>{html.escape(_text(text))}</th>"


def _table(
    title: typing.Iterable[str], columns: typing.Iterable[str], rows: typing.Iterable[typing.Iterable[str]]
) -> str:
    """Return a table of *rows*, cells that are escaped already, under the texts of *title* and *columns*."""
    name, *others = title
    caption = f"<b>{html.escape(name)}</b>" + "".join(f", {html.escape(text)}" for text in others)
    head = "".join(map(_header, columns))
    return "\n".join(
        [
            "<table>",
            f"<caption{_LEFT}>{caption}</caption>",
            *([f"<thead><tr>{head}</tr></thead>"] if head else []),
            "<tbody>",
            *(f"<tr>{''.join(cells)}</tr>" for cells in rows),
            "</tbody>",
            "</table>",
        ]
    )
