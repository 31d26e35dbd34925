"""Who is calling, and how that is known: `flat-api whoami`."""

from __future__ import annotations

import datetime
from typing import Any

import click

from ..exceptions import ForbiddenError
from ._connection import Connection, Link, opened
from ._console import put
from ._exit import EPILOG, ExitCode
from ._options import connected, json_option
from ._text import object_with, visible

__all__ = ["command"]

WIDTH = len("token from")
"""Columns of the longest name."""


@click.command("whoami", epilog=EPILOG)
@json_option
@connected
def command(connection: Connection, as_json: bool) -> ExitCode:
    """Show who is calling, and where the access token comes from.

    \b
    Examples:
      flat-api whoami
      flat-api whoami --profile reader --json | jq -r .username
    """
    with opened(connection) as link:
        facts = {**_account(link), **_credential(link)}
    if as_json:
        put(object_with(facts))
        return ExitCode.GOOD
    shown = {**facts, "scopes": " ".join(facts.get("scopes", ()))}
    for name, value in shown.items():
        if value:
            put(f"{name.replace('_', ' '):{WIDTH}}  {visible(str(value))}")
    return ExitCode.GOOD


def _account(link: Link) -> dict[str, Any]:
    """Return what is known of the user; nothing where the token has no scope for that."""
    try:
        user = link.flat.account.get_authenticated_user()
    except ForbiddenError:
        return {"username": None, "id": None}
    return {"username": user.get("username"), "id": user.get("id")}


def _credential(link: Link) -> dict[str, Any]:
    credential = link.credential
    if credential is None:
        return {"host": link.flat.configuration.host, "token_from": "--sandbox"}
    facts: dict[str, Any] = {"host": credential.host, "token_from": credential.source}
    if credential.stored is not None:
        facts["kept_in"] = credential.stored.place
    if not isinstance(credential.token, str):
        ends, scopes = credential.token.expires_at, credential.token.scopes
        facts["expires"] = ends and f"{datetime.datetime.fromtimestamp(ends, datetime.UTC):%Y-%m-%d %H:%M} UTC"
        facts["scopes"] = list(map(str, scopes))
    return facts
