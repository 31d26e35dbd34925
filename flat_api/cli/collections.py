"""Collections, the folders of scores: `flat-api collections`."""

from __future__ import annotations

from typing import Any

import click

from ._connection import COLLECTION, Connection, looking_for, opened
from ._exit import EPILOG, ExitCode
from ._listing import date, field, print_list
from ._options import Group, connected, csv_options, json_option
from ._types import IDENTIFIER

__all__ = ["command"]

COLLECTIONS = (
    ("id", field("id")),
    ("title", field("title")),
    ("type", field("type")),
    ("privacy", field("privacy")),
    ("created", date("creationDate")),
)


@click.group("collections", cls=Group, epilog=EPILOG)
def command() -> None:
    """List collections, the folders of scores.

    \b
    Examples:
      flat-api collections list
    """


@command.command("list", epilog=EPILOG)
@click.option(
    "--parent", type=IDENTIFIER, metavar="ID", help="The collection to look into; the outermost if not given."
)
@csv_options
@json_option
@connected
def list_command(connection: Connection, parent: str | None, csv: str | None, as_json: bool) -> ExitCode:
    """List the collections inside another one, all pages.

    \b
    Examples:
      flat-api collections list
      flat-api collections list --parent 56ae21579a127715a02901a7
      flat-api collections list --json | jq -r .title
    """
    options: dict[str, Any] = {} if parent is None else {"parent": parent}
    with opened(connection) as link, looking_for(COLLECTION):
        found = link.flat.collections.list_collections.iterate(**options)
        print_list(found, COLLECTIONS, "There are no collections here.", as_json=as_json, csv=csv)
    return ExitCode.GOOD
