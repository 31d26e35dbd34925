"""The account that the access token belongs to: `flat-api me`."""

from __future__ import annotations

from ._connection import Connection, opened
from ._exit import ExitCode
from ._listing import date, field, print_record

__all__ = ["me"]

FIELDS = (
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


def me(connection: Connection, *, as_json: bool) -> ExitCode:
    """Print the account."""
    with opened(connection) as link:
        print_record(link.flat.account.get_authenticated_user(), FIELDS, as_json=as_json)
    return ExitCode.GOOD
