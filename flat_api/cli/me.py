"""The account that the access token belongs to: `flat-api me`."""

from __future__ import annotations

import click

from ._connection import Connection, opened
from ._exit import EPILOG, ExitCode
from ._listing import date, field, print_record
from ._options import connected, json_option

__all__ = ["command"]

ACCOUNT = (
    ("id", field("id")),
    ("username", field("username")),
    ("name", field("printableName")),
    ("type", field("type")),
    ("organization", field("organization")),
    ("role", field("organizationRole")),
    ("language", field("locale")),
    ("since", date("registrationDate")),
    ("page", field("htmlUrl")),
)


@click.command("me", epilog=EPILOG)
@json_option
@connected
def command(connection: Connection, as_json: bool) -> ExitCode:
    """Show the account that the access token belongs to.

    \b
    Examples:
      flat-api me
      flat-api me --json | jq -r .username
    """
    with opened(connection) as link:
        print_record(link.flat.account.get_authenticated_user(), ACCOUNT, as_json=as_json)
    return ExitCode.GOOD
