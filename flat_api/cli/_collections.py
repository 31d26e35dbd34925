"""The folders of scores: `flat-api collections`."""

from __future__ import annotations

from typing import Any

from ._connection import Connection, opened
from ._exit import ExitCode
from ._hints import COLLECTION, looking_for
from ._listing import date, field, print_list

__all__ = ["list_collections"]

COLUMNS = (
    ("id", field("id")),
    ("title", field("title")),
    ("type", field("type")),
    ("privacy", field("privacy")),
    ("created", date("creationDate")),
)


def list_collections(parent: str | None, connection: Connection, *, as_json: bool) -> ExitCode:
    """Print the collections inside *parent*, page after page."""
    options: dict[str, Any] = {} if parent is None else {"parent": parent}
    with opened(connection) as link, looking_for(COLLECTION):
        found = link.flat.collections.list_collections.iterate(**options)
        print_list(found, COLUMNS, "There are no collections here.", as_json=as_json)
    return ExitCode.GOOD
